import { personId, type Person } from '#src/domain/person.ts'
import type { JiraSignal } from '#src/domain/signal.ts'
import type { Board } from './board.ts'

/**
 * Who has or wrote a ticket and is not in the project's register yet. Only people with an address inside the company, who
 * count as confirmed (product.md, People); a mail alone makes nobody known.
 */
export function newcomers(signals: JiraSignal[], board: Board, internalDomains: string[]): Person[] {
  const found = new Map<string, Person>()
  for (const { project, context } of signals) {
    const picture = board.pictures.find((each) => each.project.id === project)
    if (!picture) continue
    for (const who of [context.assignee, context.reporter]) {
      const id = personId(who?.email ?? '')
      const inside = internalDomains.some((domain) => id.endsWith(`@${domain.toLowerCase()}`))
      if (!who || !inside || picture.people.some((person) => person.id === id)) continue
      found.set(`${project} ${id}`, {
        ...{ id, projectId: project, version: 1, name: who.name, role: '', class: 'team', country: null },
        ...{ workingDays: [], confirmed: true, neverContact: false },
      })
    }
  }
  return [...found.values()]
}
