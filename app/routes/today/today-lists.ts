import { byCostOfDelay as rank } from '#src/domain/attention.ts'
import { importance } from '#src/domain/verdict.ts'
import type { ScreenRow } from '#app/rows.ts'
import { isTicket } from '#app/source-words.ts'
import { counted } from '#app/times.ts'

type Decision = ScreenRow<'escalation'>
type Event = ScreenRow<'event'>

/** Whether it still waits for a choice; past its time it does, too. */
export function isOpen({ status }: Decision): boolean {
  return status === 'pending' || status === 'expired'
}

/** As the agent ranks them: see src/domain/attention.ts. */
export function byCostOfDelay(a: Decision, b: Decision): number {
  return rank(costly(a), costly(b))
}

function costly({ id, decideBy = null, importance: so, createdAt }: Decision) {
  return { id, decideBy, importance: importance.catch('medium').parse(so), createdAt: createdAt ?? '' }
}

/** What a decision rests on: "3 tickets, 2 mails". */
export function restsOn(refs: readonly string[]): string {
  const tickets = refs.filter(isTicket).length
  const said = [
    tickets > 0 && counted(tickets, 'ticket'),
    tickets < refs.length && counted(refs.length - tickets, 'mail'),
  ]
  return said.filter(Boolean).join(', ')
}

/** Changes to one matter: the latest of them, and how many came before. */
export type Changed = { latest: Event; earlier: number }

/** Groups what happened since `since` by what it is about, the latest first. `told`: acts that another block tells. */
export function changedSince(
  events: Event[],
  since: string,
  told: ReadonlySet<string> = new Set(),
): Changed[] {
  const groups = new Map<string, Changed>()
  const news = events
    .filter((event) => (event.at ?? '') > since && !UNTOLD.has(event.kind ?? ''))
    .filter(({ actId }) => !told.has(actId ?? ''))
    .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '') || b.id.localeCompare(a.id))
  for (const event of news) {
    const about = event.ref ?? event.escalationId ?? event.id
    const group = groups.get(about)
    groups.set(about, group ? joined(group, event) : { latest: event, earlier: 0 })
  }
  return [...groups.values()]
}

/** A change and the decision that it led to are one row, which opens the decision. */
function joined({ latest, earlier }: Changed, before: Event): Changed {
  const escalationId = latest.escalationId ?? before.escalationId ?? null
  return { latest: { ...latest, escalationId }, earlier: earlier + 1 }
}

/** Checks are counted elsewhere; what is going out or was done has its own block. */
const UNTOLD = new Set([
  ...['cycle_active', 'cycle_failed', 'daily_summary', 'act_held', 'artefact_updated'],
  ...['change_routine', 'self_tested', 'memory_taught', 'memory_edited', 'memory_forgotten'],
])

/** What the agent did by itself since then, the latest first. */
export function doneWithoutYou(acts: ScreenRow<'act'>[], since: string): ScreenRow<'act'>[] {
  return acts
    .filter(({ status, outcome }) => status === 'done' && (outcome === 'auto' || outcome === 'lapsed'))
    .filter(({ updatedAt }) => (updatedAt ?? '') > since)
    .sort((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''))
}
