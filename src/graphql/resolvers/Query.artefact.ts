import type { Context } from '@aws-appsync/utils'
import { get } from '@aws-appsync/utils/dynamodb'
import { artefactSk, projectPk } from '#src/adapters/dynamo/keys.ts'

export { response } from '#src/graphql/resolvers/answer-row.ts'

export function request(ctx: Context<{ projectId: string; type: string }>) {
  return get<Record<string, string>>({
    key: { PK: projectPk(ctx.args.projectId), SK: artefactSk(ctx.args.type) },
  })
}
