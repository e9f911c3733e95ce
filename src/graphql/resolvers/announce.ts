import type { Context } from '@aws-appsync/utils'

/** An announcement stores nothing (NONE data source): it hands its input to the subscribers. */
export function request(ctx: Context<{ input: Record<string, unknown> }>) {
  return { payload: ctx.args.input }
}

export function response(ctx: Context): unknown {
  return ctx.result
}
