import { z } from 'zod'
import { instant } from './instant.ts'

/** One decision of the PM, as the log keeps it. `id` is the escalation's, `number` counts within the project. */
export const decisionEntry = z.object({
  id: z.string(),
  title: z.string(),
  context: z.string(),
  options: z.array(z.object({ name: z.string(), pros: z.array(z.string()), cons: z.array(z.string()) })),
  decision: z.string(),
  rationale: z.string(),
  by: z.string(),
  at: instant,
  status: z.enum(['active', 'superseded', 'reversed']),
  related: z.array(z.string()),
  /** `yyyy-mm-dd` */
  reviewOn: z.string().nullable(),
  /** The day the PM wants to be reminded on, `yyyy-mm-dd`. */
  remindOn: z.string().nullable().default(null),
})
export type DecisionEntry = z.infer<typeof decisionEntry>

export const decisionLog = z.object({ entries: z.array(decisionEntry) })
