import { z } from 'zod'
import { askedCheck, running } from '#src/domain/cycle.ts'
import { ANNOUNCED, announcementOf, type AnnouncedType } from './announcement.ts'

/** One record of the table's stream, its images already plain objects. */
export const change = z.object({
  sequence: z.string(),
  event: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  row: z.looseObject({ type: z.string() }).nullable(),
})
export const streamBatch = z.object({ changes: z.array(change) })
export type Change = z.infer<typeof change>

export type OnChangeDeps = {
  now(): Date
  tickMinutes(): Promise<number>
  announce(announcement: ReturnType<typeof announcementOf>): Promise<void>
  /** Wakes the executor for one act, without waiting for it. */
  wake(act: { projectId: string; actId: string }): Promise<void>
  /** Starts a check out of turn, without waiting for it. */
  check(event: { scheduledAt: string; asked: true }): Promise<void>
  /** Tries every connection, without waiting for it. */
  selfTest(asked: { askedAt: string }): Promise<void>
  /** Has a reply of the PM worked into a decision, and then laid over it, without waiting for either. */
  think(replied: { reply: Which; timeZone: string }): Promise<void>
  layOver(made: { rework: Which & { version: number } }): Promise<void>
  timeZone(): Promise<string>
  /** Keeps a row that can't be announced, with its reason, where people see it. */
  setAside(change: Change, why: string): Promise<void>
}

type Which = { projectId: string; escalationId: string }

/** Lambda's partial-failure answer: the stream goes on from the first record that is named. */
export type BatchAnswer = { batchItemFailures: { itemIdentifier: string }[] }

/** Tells the world what was written: announces each change, and wakes what a row asks for. */
export async function onChange(
  deps: OnChangeDeps,
  { changes }: z.infer<typeof streamBatch>,
): Promise<BatchAnswer> {
  for (const each of changes) {
    try {
      await tell(deps, each)
    } catch (error) {
      // The stream retries from here; without this line nobody would know why.
      process.stderr.write(`on-change ${each.sequence}: ${String(error)}\n`)
      return { batchItemFailures: [{ itemIdentifier: each.sequence }] }
    }
  }
  return { batchItemFailures: [] }
}

async function tell(deps: OnChangeDeps, each: Change): Promise<void> {
  const { event, row } = each
  if (event === 'REMOVE' || !row) return
  const wanted = askedTest.safeParse(row)
  if (wanted.success) await deps.selfTest({ askedAt: wanted.data.askedAt })
  const made = madeRework.safeParse(row)
  if (made.success) await deps.layOver({ rework: made.data })
  if (!isAnnounced(row.type)) return
  const announcement = await read(deps, each, row.type)
  if (!announcement) return
  await deps.announce(announcement)
  const act = plannedAct.safeParse(row)
  if (act.success) await deps.wake({ projectId: act.data.projectId, actId: act.data.id })
  const said = repliedTo.safeParse(row)
  if (said.success) {
    const { projectId, id: escalationId } = said.data
    await deps.think({ reply: { projectId, escalationId }, timeZone: await deps.timeZone() })
  }
  const asked = row.type === 'running' ? askedCheck(running.parse(row)) : undefined
  if (asked) await deps.check({ scheduledAt: asked, asked: true })
}

/** A row that does not parse would stop the stream for good, so it is set aside; anything else is retried. */
async function read(deps: OnChangeDeps, each: Change, type: AnnouncedType) {
  try {
    // Only the status needs the pace of the checks; most rows spare the read.
    const tickMinutes = type === 'running' ? await deps.tickMinutes() : 0
    return announcementOf(type, each.row, deps.now(), tickMinutes)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    await deps.setAside(each, z.prettifyError(error))
    return undefined
  }
}

const plannedAct = z.object({
  type: z.literal('act'),
  status: z.literal('planned'),
  id: z.string(),
  projectId: z.string(),
})

const repliedTo = z.object({
  type: z.literal('escalation'),
  reply: z.object({ state: z.literal('reworking') }),
  id: z.string(),
  projectId: z.string(),
})

const madeRework = z
  .object({ type: z.literal('rework'), projectId: z.string(), escalationId: z.string(), version: z.number() })
  .transform(({ projectId, escalationId, version }) => ({ projectId, escalationId, version }))

const askedTest = z.object({ type: z.literal('self_test'), state: z.literal('asked'), askedAt: z.string() })

function isAnnounced(type: string): type is AnnouncedType {
  return ANNOUNCED.some((each) => each === type)
}
