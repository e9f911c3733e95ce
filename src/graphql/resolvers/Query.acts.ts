import type { Context } from '@aws-appsync/utils'
import { query } from '@aws-appsync/utils/dynamodb'
import { actSk, actsPk } from '#src/adapters/dynamo/keys.ts'
import { pageSize } from '#src/graphql/resolvers/page-size.ts'

export { response } from '#src/graphql/resolvers/answer-rows.ts'

/** Newest first: an act's id is a ULID. Permits lie in the same partition under another sort key. */
export function request(ctx: Context<{ projectId: string; limit?: number | null }>) {
  return query<{ PK: string; SK: string }>({
    query: { PK: { eq: actsPk(ctx.args.projectId) }, SK: { beginsWith: actSk('') } },
    limit: pageSize(ctx.args.limit),
    scanIndexForward: false,
  })
}
