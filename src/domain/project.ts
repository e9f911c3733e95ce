import { z } from 'zod'
import { weekday } from './day.ts'
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

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM')

/**
 * When the PM works; holds and "decide by" count only this time. Times are local to `timeZone`. `country`: whose public
 * holidays are days off; left out: none are.
 */
export const workingHours = z
  .object({
    from: clockTime,
    to: clockTime,
    days: z.array(weekday).min(1),
    timeZone: z.string(),
    country: z.string().optional(),
  })
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

/** By whom the dial was last turned: `setup` by the scenario or the first run, `rule` by the agent, downwards. */
export const dialTurn = z.object({
  by: z.enum(['setup', 'pm', 'rule']),
  /** Null: never since it was set up. */
  at: instant.nullable(),
  /** When it was last lowered by rule, and why; what was earned before counts no more. */
  demoted: z.object({ at: instant, because: z.string() }).nullable(),
})

/** A dial as set-up left it. */
export const AS_SET_UP: z.infer<typeof dialTurn> = { by: 'setup', at: null, demoted: null }

/** One delivery project. `id` is its key, in Jira or, for one that is on Asana, in the secret of that. */
export const project = z.object({
  id: z.string().min(1),
  version: z.number().int(),
  name: z.string(),
  status: z.enum(['active', 'archived']),
  autonomyLevel,
  dialTurn: dialTurn.default(AS_SET_UP),
  mailbox: z.email(),
  connectedAt: instant,
})
export type Project = z.infer<typeof project>
