import { interruptedOn, interruptsNow, type Pressing, type Waiting } from '#src/domain/attention.ts'
import { isWorkingTime } from '#src/domain/calendar.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'

export type SpeakUpDeps = {
  executor: Pick<ExecutorDeps, 'now' | 'hours'>
  attention: {
    aDay(): Promise<number>
    waiting(): Promise<Escalation[]>
    lately(): Promise<Escalation[]>
  }
  saveEscalation(next: Escalation, also: { events: [] }): Promise<void>
}

/**
 * Decisions that wait quietly interrupt once they can't wait for the next day, or while a day has interruptions left: nothing
 * that is quiet is lost. In working hours only, since a day begins with them.
 */
export async function speakUp(deps: SpeakUpDeps): Promise<void> {
  const quiet = (await deps.attention.waiting()).filter(({ interruptedAt }) => interruptedAt === null)
  const [now, hours] = [deps.executor.now(), await deps.executor.hours()]
  if (quiet.length === 0 || !isWorkingTime(now, hours)) return
  const [aDay, lately] = await Promise.all([deps.attention.aDay(), deps.attention.lately()])
  const before = interruptedOn(
    lately.map(({ interruptedAt: at, createdAt }) => ({ interruptedAt: at === undefined ? createdAt : at })),
    now,
    hours,
  )
  const asWaiting: Waiting[] = quiet.map((each) => ({ ...each, interruptedAt: null }))
  const loud = interruptsNow(asWaiting, before, { aDay, hours }, now)
  for (const asked of quiet) {
    const found = loud.find(({ id }) => id === asked.id)
    if (found) await interrupt(deps, asked, { at: now.toISOString(), beyondLimit: found.beyond })
  }
}

/** Whoever ruled on it meanwhile was first. */
async function interrupt(
  { saveEscalation }: SpeakUpDeps,
  asked: Escalation,
  { at, beyondLimit }: { at: string; beyondLimit: Pressing | null },
): Promise<void> {
  const version = asked.version + 1
  try {
    await saveEscalation({ ...asked, version, updatedAt: at, interruptedAt: at, beyondLimit }, { events: [] })
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Conflict') throw error
  }
}
