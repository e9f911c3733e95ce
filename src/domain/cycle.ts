import { z } from 'zod'
import { away, isAway } from './away.ts'
import { instant } from './instant.ts'

export const sourceName = z.enum(['jira', 'asana', 'outlook'])
export type SourceName = z.infer<typeof sourceName>

/** A source whose changes are those of tickets. */
export const trackerName = sourceName.exclude(['outlook'])
export type TrackerName = z.infer<typeof trackerName>

/** A source as people read it. */
export const SOURCE_WORDS: Record<SourceName, string> = { jira: 'Jira', asana: 'Asana', outlook: 'Outlook' }

/** A source that could not be read: since when, and why in one line. */
export const blindSpell = z.object({ source: sourceName, since: instant, reason: z.string() })
export type BlindSpell = z.infer<typeof blindSpell>
/** A blind spell in the record: `until` is null while it lasts. */
export type PastSpell = BlindSpell & { until: string | null; read?: number | undefined }
/**
 * A gap that was filled, and what that brought: the source had forgotten where reading stood, or showed what had changed only
 * after the check that should have seen it.
 */
export const resync = z.object({
  source: sourceName,
  since: instant,
  until: instant,
  read: z.number().int(),
  why: z.enum(['forgotten', 'late']).default('forgotten'),
})
export type Resync = z.infer<typeof resync>

/** A connection's credentials and health, as the heartbeat of a check found them. */
export const sourceHealth = z.object({ source: sourceName, ok: z.boolean(), reason: z.string().nullable() })
export type SourceHealth = z.infer<typeof sourceHealth>

/** What one look at a source brought. */
export const sourceReading = z.object({
  source: sourceName,
  ok: z.boolean(),
  readAt: instant,
  changed: z.number().int(),
  reason: z.string().nullable(),
  /** Whose: a Jira site's host, a mailbox's address. */
  account: z.string().optional(),
  /** Mails left alone because the PM excluded them: their number is all that is known. */
  excluded: z.number().int().optional(),
  /** Tickets or mails that were read, of those that the source itself counts in the same stretch. */
  counted: z.object({ read: z.number().int(), of: z.number().int() }).optional(),
})
export type SourceReading = z.infer<typeof sourceReading>

/** `CYCLE | RUNNING`: the sign of life, the lease, and what the last check found. */
export const running = z.object({
  id: z.literal('agent'),
  version: z.number().int(),
  projectId: z.literal('GLOBAL'),
  heartbeatAt: instant,
  nextCheckAt: instant,
  paused: z.boolean(),
  pausedAt: instant.nullable(),
  away: away.nullable().default(null),
  lease: z.object({ slot: instant, execution: z.string() }).nullable(),
  lastCheckAt: instant.nullable(),
  /** Every how many slots a check is started: more than one while money is short. */
  everySlot: z.number().int().positive().default(1),
  readings: z.array(sourceReading),
  blind: z.array(blindSpell),
  /** When the PM last asked for a check out of turn; that check's slot is this moment. */
  askedAt: instant.nullable().default(null),
  /** The slot that came while an earlier check was at work: it had its sign of life, but no check. */
  passedOver: instant.nullable().default(null),
})
export type Running = z.infer<typeof running>

/** The moment of a check that was asked for and has not begun; undefined where there is none. */
export function askedCheck({ askedAt, heartbeatAt }: Running): string | undefined {
  return askedAt !== null && askedAt > heartbeatAt ? askedAt : undefined
}

/** Whether this slot, or a later one, has had its tick and, unless it was passed over, its check. */
export function isPast({ heartbeatAt, lease, passedOver }: Running, slot: string): boolean {
  return heartbeatAt > slot || (!lease && heartbeatAt === slot && passedOver !== slot)
}

/** One check's record, `CYCLE | <slot>`. */
export const cycleRecord = z.object({
  slot: instant,
  startedAt: instant,
  endedAt: instant,
  ended: z.enum(['quiet', 'active', 'failed']),
  readings: z.array(sourceReading),
  signals: z.number().int(),
  reason: z.string().nullable(),
  health: z.array(sourceHealth).optional(),
})
export type CycleRecord = z.infer<typeof cycleRecord>

/** A slot is its scheduled time on the schedule's grid, not the moment somebody looked at a clock. */
export function slotOf(scheduledAt: Date, tickMinutes: number): string {
  const grid = tickMinutes * 60_000
  return new Date(Math.floor(scheduledAt.getTime() / grid) * grid).toISOString()
}

/** The agent's status as the header says it, first match wins. Source: screens.md, header status. */
export type AgentStatus =
  | { state: 'never' }
  | { state: 'stopped'; since: string }
  | { state: 'blind'; since: string; sources: SourceName[]; reason: string }
  | { state: 'paused'; since: string | null }
  | { state: 'away'; until: string | null }
  | { state: 'active'; nextCheckAt: string }

/** Two intervals without a sign of life mean that the agent has stopped. */
export function agentStatus(now: Date, tickMinutes: number, latest: Running | undefined): AgentStatus {
  if (!latest) return { state: 'never' }
  const patienceMs = 2 * tickMinutes * 60_000
  const heard = Date.parse(latest.heartbeatAt)
  if (now.getTime() - heard > patienceMs) return { state: 'stopped', since: latest.heartbeatAt }
  // It ticks, but its checks end in failure: nothing has been read since the last good one.
  const lately = patienceMs * latest.everySlot
  if (!latest.lease && latest.lastCheckAt && heard - Date.parse(latest.lastCheckAt) > lately)
    return { state: 'stopped', since: latest.lastCheckAt }
  const [first] = latest.blind
  if (first) {
    const since = latest.blind.reduce((min, spell) => (spell.since < min ? spell.since : min), first.since)
    return { state: 'blind', since, sources: latest.blind.map((spell) => spell.source), reason: first.reason }
  }
  if (latest.paused) return { state: 'paused', since: latest.pausedAt }
  if (isAway(latest.away, now)) return { state: 'away', until: latest.away.until }
  return { state: 'active', nextCheckAt: latest.nextCheckAt }
}
