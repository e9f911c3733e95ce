import { z } from 'zod'
import { instant } from './instant.ts'
import { modelName, usage, type ModelName, type Usage } from './prices.ts'

/** How a call ended without an answer, though it was paid for. */
export const spoiltAnswer = z.enum(['refusal', 'cut short', 'malformed'])
export type SpoiltAnswer = z.infer<typeof spoiltAnswer>

const asked = z.object({
  /** Of step, input, prompt version and model: the same question has the same one. */
  hash: z.string().min(1),
  version: z.number().int(),
  step: z.string(),
  model: modelName,
  /** Such as `classify@1`. */
  prompt: z.string(),
  projectId: z.string().nullable(),
  /** Signal ids. */
  about: z.array(z.string()),
  /** The PM's local day whose budget pays, yyyy-MM-dd. */
  day: z.string(),
  /** Micro-dollars set apart. */
  worst: z.number().int(),
  askedAt: instant,
})

/**
 * A model call and where it stands, `SPENDING#<month> | CALL#<hash>`. `reserved`: under way, or its end is not known
 * before `leaseUntil` (real time). `lost`: charged its worst case, and not asked again, since it may have been bought.
 * `released`: it cost nothing for certain and may be asked again.
 */
export const modelCall = z.discriminatedUnion('status', [
  asked.extend({ status: z.literal('reserved'), leaseUntil: instant }),
  asked.extend({
    status: z.literal('settled'),
    usage,
    cost: z.number().int(),
    answer: z.unknown(),
    spoilt: spoiltAnswer.nullable(),
    settledAt: instant,
  }),
  asked.extend({ status: z.literal('lost') }),
  asked.extend({ status: z.literal('released') }),
])
export type ModelCall = z.infer<typeof modelCall>
export type CallIn<S extends ModelCall['status']> = Extract<ModelCall, { status: S }>

/** A call that the ladder did not allow: its signals were sorted by rules. */
export const skippedCall = z.object({
  hash: z.string(),
  step: z.string(),
  why: z.enum(['saving', 'budget']),
  projectId: z.string().nullable(),
  about: z.array(z.string()),
  day: z.string(),
  at: instant,
})
export type SkippedCall = z.infer<typeof skippedCall>

/** A call without what its state adds. */
export const headOf = (call: ModelCall) => asked.parse(call)

/** What a model is asked. `system` is the stable prefix, cached for an hour; untrusted text stands fenced in `content`. */
export type Question<T> = {
  model: ModelName
  system: string
  content: string
  schema: z.ZodType<T>
  maxTokens: number
}

/** What came back. `unavailable`: `cost` says whether the service may bill it all the same. */
export type Reply<T> =
  | { kind: 'answer'; answer: T; usage: Usage }
  | { kind: 'spoilt'; why: SpoiltAnswer; usage: Usage }
  | { kind: 'unavailable'; cost: 'none' | 'unknown'; reason: string }

export type CallModel = <T>(question: Question<T>) => Promise<Reply<T>>

/** The line to the model service, or why there is none. */
export type ModelLine = CallModel | 'no key' | 'rules only'

/** What a call has cost, in micro-dollars. */
export function costOfCall(call: ModelCall): number {
  switch (call.status) {
    case 'settled':
      return call.cost
    case 'lost':
      return call.worst
    default:
      return 0
  }
}
