import { addSeconds } from 'date-fns/addSeconds'
import { move, type Act, type ActState } from '#src/domain/act.ts'
import { eventOf, type ActivityEvent, type EventKind } from '#src/domain/event.ts'
import type { ExecutorDeps } from './deps.ts'

/** Moves an act along one arrow, and says so in the log where a kind is given. */
export async function save(deps: ExecutorDeps, from: Act, to: ActState, kind?: EventKind): Promise<Act> {
  const next = move(from, to, deps.now())
  await deps.saveAct(next, {
    events: kind ? [said(deps, next, kind)] : [],
    marks: await undoneBy(deps, next),
  })
  return next
}

/** What an act that is done has undone bears its name from then on. */
async function undoneBy(deps: ExecutorDeps, { status, compensates, id, projectId }: Act): Promise<Act[]> {
  if (status !== 'done' || compensates === null) return []
  const undone = await deps.act(projectId, compensates)
  return undone ? [{ ...undone, undoneBy: id, version: undone.version + 1 }] : []
}

/** Saves what changed within a state. */
export async function keep(deps: ExecutorDeps, next: Act): Promise<Act> {
  await deps.saveAct(next, { events: [] })
  return next
}

const WORDS: Partial<Record<EventKind, string>> = {
  act_done: 'Done',
  artefact_updated: 'Changed',
  act_failed: 'Not done',
  act_unknown: 'Not certain',
  act_cancelled: 'Not sent',
  act_escalated: 'Not sent',
}

function said(deps: ExecutorDeps, about: Act, kind: EventKind): ActivityEvent {
  const reason = 'reason' in about ? ` (${about.reason})` : ''
  return tell(deps, about, kind, `${WORDS[kind] ?? kind}: ${about.summary}${reason}`)
}

/** One line of the log about an act. */
export function tell(deps: ExecutorDeps, about: Act, kind: EventKind, text: string): ActivityEvent {
  const at = deps.now()
  const { projectId, ref, id: actId, escalationId } = about
  return eventOf(
    { id: deps.newId(at, actId, about.version, kind), projectId, kind, text, ref, actId, escalationId },
    at,
  )
}

/** So many real seconds from now. */
export const secondsOn = (deps: ExecutorDeps, seconds: number) =>
  addSeconds(deps.realNow(), seconds).toISOString()
