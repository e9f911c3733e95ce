import type { Escalation } from '#src/domain/escalation.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import { closeCheck, type CloseDeps } from '../close-check.ts'
import { dailyDueAt } from '../daily-due.ts'
import type { CheckToClose } from '../messages.ts'

export type HousekeepingDeps = CloseDeps & {
  dailyDone(day: string): Promise<boolean>
  pending(): Promise<Escalation[]>
}

/** The last step of a check that did something: the day's work when it is due, then the lease is given back. */
export async function housekeeping(deps: HousekeepingDeps, check: CheckToClose): Promise<{ slot: string }> {
  const { slot, failure, readings, signals } = check
  const day = check.desk && dailyDueAt(new Date(slot), check.desk.workingHours)
  const due = day !== undefined && !failure && !(await deps.dailyDone(day))
  const events = failure ? [failed(deps, slot, failure.Error)] : []
  if (due) events.push(await summary(deps, slot, day))
  await closeCheck(deps, {
    slot,
    startedAt: check.startedAt ?? slot,
    readings,
    signals,
    ended: failure ? 'failed' : 'active',
    reason: failure ? `${failure.Error}: ${failure.Cause}`.slice(0, 500) : null,
    events,
    ...(due ? { day } : {}),
  })
  return { slot }
}

/** The day's line in the log: quiet days have one too, so that silence is never mistaken for a stopped agent. */
async function summary(deps: HousekeepingDeps, slot: string, day: string): Promise<ActivityEvent> {
  const waiting = (await deps.pending()).length
  const text =
    waiting === 0
      ? 'Nothing needs you.'
      : `${waiting} ${waiting === 1 ? 'decision needs' : 'decisions need'} you.`
  return event(deps, slot, 'daily_summary', `Day begun. ${text}`, day)
}

function failed(deps: HousekeepingDeps, slot: string, error: string): ActivityEvent {
  const text = 'A check did not finish. Nothing is lost: its work is taken up again at the next one.'
  return event(deps, slot, 'cycle_failed', text, error)
}

function event(
  deps: HousekeepingDeps,
  slot: string,
  kind: 'daily_summary' | 'cycle_failed',
  text: string,
  part: string,
): ActivityEvent {
  const id = deps.newId(new Date(slot), kind, part)
  return {
    id,
    version: 1,
    projectId: 'GLOBAL',
    kind,
    at: slot,
    text,
    ref: null,
    actId: null,
    escalationId: null,
  }
}
