import { util, type Context } from '@aws-appsync/utils'
import { query } from '@aws-appsync/utils/dynamodb'
import { eventsByDay } from '#src/adapters/dynamo/keys.ts'
import { pageSize } from '#src/graphql/resolvers/page-size.ts'

export { response } from '#src/graphql/resolvers/answer-rows.ts'

/** A day's events, newest first; or, after a cursor `<at>#<id>`, what followed it that day, oldest first. */
export function request(ctx: Context<{ after?: string | null; day?: string | null; limit?: number | null }>) {
  const { after, day, limit } = ctx.args
  if (after) {
    return query<{ GSI1PK: string; GSI1SK: string }>({
      index: 'GSI1',
      query: { GSI1PK: { eq: eventsByDay(day || after.slice(0, 10)) }, GSI1SK: { gt: after } },
      limit: pageSize(limit),
      scanIndexForward: true,
    })
  }
  if (!day) util.error('activity needs a day (YYYY-MM-DD) or a cursor to read after.', 'BadRequest')
  return query<{ GSI1PK: string }>({
    index: 'GSI1',
    query: { GSI1PK: { eq: eventsByDay(day) } },
    limit: pageSize(limit),
    scanIndexForward: false,
  })
}
