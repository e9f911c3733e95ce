import type { Escalation } from '#src/domain/escalation.ts'
import type { ActivityEvent, EventKind } from '#src/domain/event.ts'

type Deps = { now(): Date; newId(at: Date, ...parts: (string | number)[]): string }

/** One line of the activity log about a decision. */
export function decisionEvent(
  deps: Deps,
  { id, version, projectId, refs }: Escalation,
  kind: EventKind,
  text: string,
): ActivityEvent {
  const at = deps.now()
  return {
    ...{ id: deps.newId(at, id, version, kind), version: 1, projectId, kind, at: at.toISOString(), text },
    ...{ ref: refs[0] ?? null, actId: null, escalationId: id },
  }
}
