import { z } from 'zod'
import { instant } from './instant.ts'

/** The dial, as stored. Source: product.md, Autonomy. */
export const autonomyLevel = z.enum(['monitoring', 'artefact', 'tactical'])
export type AutonomyLevel = z.infer<typeof autonomyLevel>

/** The dial, as people read it. */
export const DIAL_WORDS: Record<AutonomyLevel, string> = {
  monitoring: 'Observe',
  artefact: 'Maintain',
  tactical: 'Act',
}

export const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM')

/** When the PM works; holds and "decide by" count only this time. Times are local to `timeZone`. */
export const workingHours = z
  .object({ from: clockTime, to: clockTime, days: z.array(weekday).min(1), timeZone: z.string() })
  .refine(({ from, to }) => from < to, 'working hours end later than they begin, on the same day')
export type WorkingHours = z.infer<typeof workingHours>

/** The person in charge, from the `CONFIG | PM` row. */
export const pm = z.object({
  name: z.string(),
  email: z.email(),
  workingHours,
  tickMinutes: z.number().positive(),
  /** Whose mail comes from inside the company. */
  internalDomains: z.array(z.string()),
})
export type Pm = z.infer<typeof pm>

/** One delivery project. `id` is its key, in Jira or, for one that is on Asana, in the secret of that. */
export const project = z.object({
  id: z.string().min(1),
  version: z.number().int(),
  name: z.string(),
  status: z.enum(['active', 'archived']),
  autonomyLevel,
  mailbox: z.email(),
  connectedAt: instant,
})
export type Project = z.infer<typeof project>
