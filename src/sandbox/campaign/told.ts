import { z } from 'zod'
import { act } from '#src/domain/act.ts'
import { sourceName } from '#src/domain/cycle.ts'
import { instant } from '#src/domain/instant.ts'
import { signal } from '#src/domain/signal.ts'

const moment = instant.transform((at) => new Date(at))

const strike = z.object({
  fault: z.string(),
  asked: z.string(),
  at: moment,
  until: moment.nullable(),
  early: z.boolean(),
})
export type Struck = z.infer<typeof strike>

/** What the table was told, in its order: that a signal is new, how far a source has been read, that an act waits and how long. */
const historyEntry = z.discriminatedUnion('is', [
  z.object({ is: z.literal('recorded'), id: z.string() }),
  z.object({ is: z.literal('checkpoint'), source: sourceName, readUpTo: instant }),
  z.object({ is: z.literal('held'), id: z.string(), heldUntil: instant }),
])

/** What a play under faults tells of itself: see play-faulty.ts. */
export const told = z.object({
  signals: z.array(signal),
  acts: z.array(act),
  /** Ids of what the vendors were given to write. */
  comments: z.array(z.string()),
  mails: z.array(z.string()),
  strikes: z.partialRecord(sourceName, z.array(strike)),
  blind: z.array(
    z.object({ source: sourceName, since: instant, until: instant.nullable(), reason: z.string() }),
  ),
  /** What was said to be found late, of changes from when on, and by which check. */
  late: z.array(z.object({ source: sourceName, since: instant, until: instant, read: z.number() })),
  deaths: z.number(),
  history: z.array(historyEntry),
  /** Requests to Jira that name another moment in the account's zone than they would in the PM's. */
  readInItsZone: z.number(),
})
export type Told = z.infer<typeof told>
