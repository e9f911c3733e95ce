import { subDays } from 'date-fns/subDays'
import { subMinutes } from 'date-fns/subMinutes'
import type { Act } from '#src/domain/act.ts'
import type { BlindSpell } from '#src/domain/cycle.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import type { Proof } from '#src/domain/proof.ts'
import type { SuggestedAct } from '#src/domain/proposal.ts'
import { monthOf } from '#src/domain/spending.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { performDue } from '#src/executor/perform.ts'
import { propose } from '#src/executor/propose.ts'
import { ALERT_AFTER_MINUTES, spellsAfter } from '../blind-spells.ts'
import { closeCheck, type CloseDeps } from '../close-check.ts'
import { dailyDueAt } from '../daily-due.ts'
import type { CheckToClose, Desk } from '../messages.ts'
import { briefDeputy } from './brief-deputy.ts'
import { blindAlert, digestOf, type Letter } from './digest.ts'
import { proveDay, type ProveDeps } from './prove-day.ts'
import { drawSpotChecks, lowerDials, toLookAt, type TrustWorkDeps } from './trust-work.ts'

export type HousekeepingDeps = CloseDeps &
  TrustWorkDeps &
  ProveDeps & {
    executor: ExecutorDeps
    dailyDone(day: string): Promise<boolean>
    escalations(status: 'pending' | 'expired'): Promise<Escalation[]>
    acts(status: 'held' | 'awaiting' | 'done'): Promise<Act[]>
    events(asked: { now: Date; days: number; limit: number }): Promise<ActivityEvent[]>
    /** Charges a month's model calls that died before they were booked their worst case. */
    chargeExpired(month: string, realNow: Date, at: Date): Promise<unknown>
  }

const MOST_EVENTS = 300

/** The last step of a check that did something: the day's work when it is due, then the lease is given back. */
export async function housekeeping(deps: HousekeepingDeps, check: CheckToClose): Promise<{ slot: string }> {
  const { slot, failure, readings, signals, desk } = check
  const day = desk && dailyDueAt(new Date(slot), desk.workingHours)
  const due = day !== undefined && !failure && !(await deps.dailyDone(day))
  const blind = spellsAfter((await deps.running())?.blind ?? [], readings)
  if (desk) await alert(deps, blind, slot, desk)
  if (due && desk) {
    await lowerDials(deps)
    await chargeLost(deps, day)
    await drawSpotChecks(deps, { day, zone: desk.workingHours.timeZone })
    const proof = await proveDay(deps, { day, zone: desk.workingHours.timeZone })
    await mailDigest(deps, { day, slot, desk, blind, proof })
    await briefDeputy(deps, { day, desk })
  }
  await closeCheck(deps, {
    slot,
    startedAt: check.startedAt ?? slot,
    readings,
    signals,
    health: check.health,
    ended: failure ? 'failed' : 'active',
    reason: failure ? `${failure.Error}: ${failure.Cause}`.slice(0, 500) : null,
    events: failure ? [failed(deps, slot, failure.Error)] : [],
    ...(due ? { day } : {}),
  })
  return { slot }
}

/** Nobody comes back to a model call whose worker died: the rules have decided. Yesterday's may be of the month before. */
async function chargeLost({ chargeExpired, executor }: HousekeepingDeps, day: string): Promise<void> {
  const yesterday = subDays(new Date(`${day}T12:00:00Z`), 1).toISOString()
  for (const month of new Set([monthOf(yesterday), monthOf(day)]))
    await chargeExpired(month, executor.realNow(), executor.now())
}

/** Every day has one, quiet days too, so that silence is never mistaken for a stopped agent. */
async function mailDigest(
  deps: HousekeepingDeps,
  {
    day,
    slot,
    desk,
    blind,
    proof,
  }: { day: string; slot: string; desk: Desk; blind: BlindSpell[]; proof: Proof },
): Promise<void> {
  const at = new Date(slot)
  const yesterday = subDays(at, 1).toISOString()
  const events = await deps.events({ now: at, days: 2, limit: MOST_EVENTS })
  const letter = digestOf({
    ...{ day, at, timeZone: desk.workingHours.timeZone, blind, proof },
    open: [...(await deps.escalations('pending')), ...(await deps.escalations('expired'))],
    held: await deps.acts('held'),
    awaiting: await deps.acts('awaiting'),
    done: (await deps.acts('done')).filter(
      (act) => act.updatedAt > yesterday && act.kind !== 'notification_internal',
    ),
    events: events.filter((event) => event.at > yesterday),
    look: await toLookAt(deps),
  })
  await notify(deps, letter, {
    rule: 'digest@1',
    episode: day,
    since: `${day}T00:00:00.000Z`,
    summary: 'Digest mailed to you',
  })
}

/** A source that stays unreadable is told by mail, once for each spell. */
async function alert(deps: HousekeepingDeps, blind: BlindSpell[], slot: string, desk: Desk): Promise<void> {
  const long = subMinutes(new Date(slot), ALERT_AFTER_MINUTES).toISOString()
  for (const spell of blind.filter(({ since }) => since <= long))
    await notify(deps, blindAlert(spell, desk.workingHours.timeZone), {
      ...{ rule: 'blind-alert@1', episode: `${spell.source} ${spell.since}`, since: spell.since },
      summary: 'Blind alert mailed to you',
    })
}

/** A notice is an act like any other: it goes through the executor and has its receipt. */
async function notify(
  deps: HousekeepingDeps,
  { subject, text }: Letter,
  about: Pick<SuggestedAct, 'rule' | 'episode' | 'since' | 'summary'>,
): Promise<void> {
  const placed = await propose(
    deps.executor,
    { projectId: 'GLOBAL', ticket: null },
    {
      ...about,
      ...{ matterId: 'notices', ref: 'notices', why: 'You are kept informed.', evidence: [], premise: null },
      payload: { kind: 'notification_internal', subject, text },
    },
  )
  await performDue(deps.executor, placed)
}

function failed(deps: HousekeepingDeps, slot: string, error: string): ActivityEvent {
  const text = 'A check did not finish. Nothing is lost: its work is taken up again at the next one.'
  const id = deps.newId(new Date(slot), 'cycle_failed', error)
  return eventOf({ id, projectId: 'GLOBAL', kind: 'cycle_failed', text }, new Date(slot))
}
