import type { Context } from '@aws-appsync/utils'
import { query } from '@aws-appsync/utils/dynamodb'
import { escalationsByStatus } from '#src/adapters/dynamo/keys.ts'
import { pageSize } from '#src/graphql/resolvers/page-size.ts'

export { response } from '#src/graphql/resolvers/answer-rows.ts'

/** Newest first. */
export function request(ctx: Context<{ status: string; limit?: number | null }>) {
  return query<{ GSI1PK: string }>({
    index: 'GSI1',
    query: { GSI1PK: { eq: escalationsByStatus(ctx.args.status) } },
    limit: pageSize(ctx.args.limit),
    scanIndexForward: false,
  })
}
