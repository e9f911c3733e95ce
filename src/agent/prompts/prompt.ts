import type { z } from 'zod'
import type { ModelName } from '#src/domain/prices.ts'

/** A prompt: its version is in each call's record, so any change to its words, model or schema takes a new number. */
export type Prompt<T> = {
  step: 'sanitise' | 'classify' | 'reason'
  /** Such as `classify@1`. */
  version: string
  model: ModelName
  maxTokens: number
  /** The stable prefix. */
  system: string
  schema: z.ZodType<T>
}
