import { z } from 'zod'
import { instant } from './instant.ts'

/** How much may be said in a reply, in characters. */
export const REPLY_CHARACTERS = 500

/**
 * A sentence of the PM to the agent about a decision, and what came of it: it is being worked in, no model may be asked for now
 * and it is kept, or it has been. `changed`: the options whose drafts it changed, or that it made the recommended one.
 */
export const reply = z.object({
  text: z.string().min(1).max(REPLY_CHARACTERS),
  by: z.string(),
  at: instant,
  state: z.enum(['reworking', 'kept', 'reworked']),
  changed: z.array(z.string()),
})
export type Reply = z.infer<typeof reply>
