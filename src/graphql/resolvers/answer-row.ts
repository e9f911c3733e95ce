import { util, type Context } from '@aws-appsync/utils'

/** Answers with the one row of a GetItem, or null. */
export function response(ctx: Context): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type)
  return ctx.result
}
