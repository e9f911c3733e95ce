import { z } from 'zod'
import { instant } from './instant.ts'
import { ticketKey } from './ticket-key.ts'

/** The ticket stands where it stood. A null is not checked. */
const ticketPremise = z.object({
  key: ticketKey,
  status: z.string(),
  flagged: z.boolean().nullable(),
  unowned: z.boolean().nullable(),
  /** Other tickets that the act speaks of. */
  also: z.array(z.object({ key: ticketKey, status: z.string() })).optional(),
})

/** Nobody has written in the thread since. */
const threadPremise = z.object({ conversationId: z.string(), newestAt: instant })

/** One field of the ticket holds what we left there: an account, a day, an id; `name`: which milestone, or what kind of link. */
const fieldPremise = z.object({
  ticket: ticketKey,
  field: z.enum(['assignee', 'flag', 'due_date', 'sprint', 'milestone', 'link']),
  name: z.string().nullable(),
  value: z.string().nullable(),
})
export type FieldPremise = z.infer<typeof fieldPremise>

/** What must still be so when the act goes. */
export const premise = z.union([ticketPremise, threadPremise, fieldPremise]).nullable()
export type Premise = z.infer<typeof premise>
