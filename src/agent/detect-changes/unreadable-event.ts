import { eventOf, type ActivityEvent } from '#src/domain/event.ts'

type Ids = { newId(at: Date, ...parts: (string | number)[]): string }

/** What could not be read of a source, and why, for the activity log of its project. */
export function unreadableEvent(
  deps: Ids,
  { ref, why }: { ref: string; why: string },
  at: Date,
): ActivityEvent {
  const id = deps.newId(at, 'unreadable', ref, why)
  const [projectId = 'GLOBAL'] = /^[A-Z][A-Z0-9_]*(?=-\d+$)/.exec(ref) ?? []
  return eventOf(
    { id, projectId, kind: 'signal_unreadable', text: `${ref} could not be read: ${why}`, ref },
    at,
  )
}
