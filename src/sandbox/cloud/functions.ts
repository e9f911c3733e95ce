import { z } from 'zod'

/** Every Lambda: the web function, and those behind the screens, each named as its folder. */
export const FUNCTIONS = [
  'server',
  'tick',
  'heartbeat',
  'detect-changes',
  'normalise',
  'sanitise',
  'classify',
  'reason',
  'execute',
  'update-artefacts',
  'housekeeping',
  'release-holds',
  'on-change',
  'self-test',
  'authoriser',
] as const
export type FunctionName = (typeof FUNCTIONS)[number]

/** Where a function's source is, from the project's root. */
export function sourceOf(name: FunctionName): string {
  return `${name === 'authoriser' ? 'src/graphql' : 'src/agent'}/${name}/handler.ts`
}

export type Invoke = (name: FunctionName, payload: unknown) => Promise<unknown>

/** A function that failed, as Lambda reports it: its error's name, and a JSON cause. */
export class FunctionFailed extends Error {
  override name: string
  /** The error's own words, without the trace. */
  readonly says: string
  constructor(errorType: string, errorMessage: string, trace: string[] = []) {
    super(JSON.stringify({ errorType, errorMessage, trace }))
    this.name = errorType
    this.says = errorMessage
  }
}

export function isFunctionName(name: string): name is FunctionName {
  return FUNCTIONS.some((each) => each === name)
}

const handlerModule = z.looseObject({
  handler: z.custom<(event: unknown) => Promise<unknown>>((value) => typeof value === 'function'),
})

/** A handler module, checked on the way in. */
export function handlerOf(module: unknown, name: string): (event: unknown) => Promise<unknown> {
  const read = handlerModule.safeParse(module)
  if (!read.success) throw new Error(`Function ${name} exports no handler.`)
  return read.data.handler
}

/**
 * Where a worker can be made to die: just before, or just after, one of the requests it sends in one invocation. Every
 * outside effect of a function is a request, so these points are all the places where dying makes a difference, and
 * the product's code needs to know nothing of them. Written `before:3` (the third request), or `after:POST /comment`
 * (the first one of that method whose path contains that).
 */
export const killPoint = z
  .string()
  .regex(/^(before|after):(\d+|[A-Z]+ \S+)$/, 'before:3, or after:POST /comment')
