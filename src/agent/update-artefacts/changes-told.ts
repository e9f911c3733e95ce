import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { Importance } from '#src/domain/verdict.ts'
import { burstsIn, type Burst } from './bursts.ts'
import { burstWords, changeWords } from './change-words.ts'

export type TellDeps = { newId(at: Date, ...parts: (string | number)[]): string }

/**
 * What of a page of signals is worth a line in the log: of each matter the change that weighs most, and the same change to
 * many tickets as one. The rest is routine and only counted. `at`: when it is told, after the check found it.
 */
export function changesTold(deps: TellDeps, signals: Signal[], at: Date): ActivityEvent[] {
  const theirs = signals.filter((each) => !each.ours && !each.bootstrap && each.setAside === null)
  const { bursts, others } = burstsIn(theirs)
  const worth = others.filter(isWorthKnowing)
  const byMatter = [...Map.groupBy(worth, matterOf).values()]
  return [
    ...bursts.map((burst) => burstEvent(deps, burst, at)),
    ...byMatter.flatMap((changes) => matterEvent(deps, changes, at)),
  ]
}

const NEEDS_YOU: ReadonlySet<Importance | undefined> = new Set<Importance>(['critical', 'high'])

const isWorthKnowing = ({ verdict, projectId }: Signal) =>
  projectId !== null && (verdict?.importance === 'medium' || NEEDS_YOU.has(verdict?.importance))

const matterOf = ({ projectId, matterId, ref }: Signal) => `${projectId ?? ''}/${matterId ?? ref}`

function burstEvent(deps: TellDeps, burst: Burst, at: Date): ActivityEvent {
  const [first] = burst.signals
  // An order on the board, or a field nobody plans by: in the log, but no news.
  const kind = first.kind === 'rank' || first.kind === 'other' ? 'change_routine' : 'change_seen'
  const id = deps.newId(new Date(first.occurredAt), 'burst', first.id)
  const of = { id, projectId: first.project, text: burstWords(burst), signalId: first.id }
  return eventOf({ ...of, kind }, at)
}

function matterEvent(deps: TellDeps, changes: Signal[], at: Date): ActivityEvent[] {
  const [chief, ...rest] = changes.toSorted(
    (a, b) => weightOf(b) - weightOf(a) || b.occurredAt.localeCompare(a.occurredAt),
  )
  if (!chief?.projectId) return []
  const more = rest.length > 0 ? `, and ${rest.length} other change${rest.length > 1 ? 's' : ''}` : ''
  const id = deps.newId(new Date(chief.occurredAt), 'change', chief.id)
  const text = `${changeWords(chief)}${more}`
  const of = { id, projectId: chief.projectId, text, ref: chief.ref, signalId: chief.id }
  return [eventOf({ ...of, kind: 'change_seen' }, at)]
}

const weightOf = ({ verdict }: Signal) => (NEEDS_YOU.has(verdict?.importance) ? 1 : 0)
