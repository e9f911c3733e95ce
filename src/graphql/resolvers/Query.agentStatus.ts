import { get } from '@aws-appsync/utils/dynamodb'
import { CYCLE_PK, RUNNING_SK } from '#src/adapters/dynamo/keys.ts'

export { response } from '#src/graphql/resolvers/answer-row.ts'

export function request() {
  return get<Record<string, string>>({ key: { PK: CYCLE_PK, SK: RUNNING_SK } })
}
