import type { Context } from '@aws-appsync/utils'
import { get } from '@aws-appsync/utils/dynamodb'
import { artefactSk, projectPk } from '#src/adapters/dynamo/keys.ts'

export { row as response } from '#src/graphql/resolvers/answers.ts'

export function request(ctx: Context<{ projectId: string; type: string }>) {
  return get<Record<string, string>>({
    key: { PK: projectPk(ctx.args.projectId), SK: artefactSk(ctx.args.type) },
  })
}
