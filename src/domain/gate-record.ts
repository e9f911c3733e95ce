import { z } from 'zod'
import { hold } from './boundary.ts'
import { confidence, precedentEnd } from './confidence.ts'
import { instant } from './instant.ts'
import { autonomyLevel } from './project.ts'

/** What the gate was given besides the dial and the pause: with it an act is judged again under another dial. */
const gateInputs = z.object({
  contradictions: z.array(z.string()),
  sources: z.array(z.string()),
  schemaProblem: z.string().nullable(),
  precedents: z.array(precedentEnd),
  manners: z.array(z.string()),
  /** What acts like it had earned. */
  hold: hold.nullable(),
})

/** The inputs and the answer of the gate, stored so that the act can be explained and re-run (law 10). */
export const gateRecord = z.object({
  dial: autonomyLevel,
  paused: z.boolean(),
  boundary: z.enum(['auto', 'hold', 'approval', 'never']),
  confidence,
  fate: z.enum(['do', 'hold', 'ask', 'refuse']),
  reasons: z.array(z.string()),
  /** How long it is held, for what reason; null where nothing is held. */
  hold: hold.nullable().default(null),
  /** Null for an act that the PM chose or asked for: no gate weighed it. */
  inputs: gateInputs.nullable().default(null),
  at: instant,
})
export type GateRecord = z.infer<typeof gateRecord>
