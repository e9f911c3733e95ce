import { util, type Context } from '@aws-appsync/utils'

type RowsContext = Context<object, object, object, object, { items: unknown[] }>

/** Answers with the rows of a Query. */
export function response(ctx: RowsContext): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type)
  return ctx.result.items
}
