import { personId, type Person } from '#src/domain/person.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { Board } from './board.ts'

/**
 * People of the register under whose name words were set aside, marked once. Whoever sent them may have been somebody
 * else: it says nothing of the person, and only that nothing they are sent goes out sooner from then on.
 */
export function tainted(hostile: Signal[], board: Board): Person[] {
  const met = new Set(board.met().map(({ projectId, id }) => `${projectId} ${id}`))
  const found = new Map<string, Person>()
  for (const signal of hostile)
    for (const person of peopleOf(board, signal)) {
      const key = `${person.projectId} ${person.id}`
      if (person.setAsideAt !== undefined || found.has(key)) continue
      // Who was met on this page is saved once, in the version it has.
      const version = person.version + (met.has(key) ? 0 : 1)
      found.set(key, { ...person, version, setAsideAt: signal.occurredAt })
    }
  return [...found.values()]
}

/** A mail that was set aside belongs to no project, so its sender is looked for in all of them. */
function peopleOf({ pictures }: Board, { actor, source, project }: Signal): Person[] {
  if (!actor) return []
  const asked = source === 'outlook' ? pictures : pictures.filter((each) => each.project.id === project)
  const email = personId(actor.email ?? '')
  return asked
    .flatMap(({ people }) => people)
    .filter(({ id, accountId }) => id === email || (source !== 'outlook' && accountId === actor.accountId))
}
