import type { Escalation } from '#src/domain/escalation.ts'
import { eventOf, type ActivityEvent, type EventKind } from '#src/domain/event.ts'

type Deps = { now(): Date; newId(at: Date, ...parts: (string | number)[]): string }

/** One line of the activity log about a decision. */
export function decisionEvent(
  deps: Deps,
  { id, version, projectId, refs }: Escalation,
  kind: EventKind,
  text: string,
): ActivityEvent {
  const at = deps.now()
  const about = { id: deps.newId(at, id, version, kind), projectId, kind, text }
  return eventOf({ ...about, ref: refs[0] ?? null, escalationId: id }, at)
}
