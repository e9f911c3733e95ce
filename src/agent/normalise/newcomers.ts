import type { JiraPerson } from '#src/domain/jira-issue.ts'
import { asRead, personId, stranger, type Person } from '#src/domain/person.ts'
import type { JiraSignal, MailSignal } from '#src/domain/signal.ts'
import type { Desk } from '../messages.ts'
import type { Board } from './board.ts'

/**
 * Who has or wrote a ticket and is not in the project's register yet. Only people with an address inside the company, who
 * count as confirmed (product.md, People), unless the PM has said otherwise.
 */
export function newcomers(signals: JiraSignal[], board: Board, { internalDomains }: Desk): Person[] {
  const found = new Map<string, Person>()
  for (const { project, context } of signals) {
    const picture = board.pictures.find((each) => each.project.id === project)
    if (!picture) continue
    for (const who of [context.assignee, context.reporter]) {
      const id = personId(who?.email ?? '')
      if (!who || !isInside(id, internalDomains)) continue
      const known = picture.people.find((person) => person.id === id)
      if (known && (known.confirmed || known.said.includes('confirmed'))) continue
      const before = known ?? { ...stranger(project, id, who.name), version: 0 }
      const read = { name: who.name, class: 'team' as const, confirmed: true, ...account(who) }
      found.set(`${project} ${id}`, asRead(before, read))
    }
  }
  return [...found.values()]
}

/**
 * Who writes, or is written to by the PM, about a project, and is not in its register yet. A mail alone confirms nobody:
 * a mail to them asks the PM first, and their words carry no more trust than a stranger's.
 */
export function correspondents(mail: MailSignal, projectId: string, board: Board, desk: Desk): Person[] {
  if (mail.kind !== 'mail_received') return []
  const { folder, from, to } = mail.context
  const known = board.pictures.find((each) => each.project.id === projectId)?.people ?? []
  const found = new Map<string, Person>()
  for (const { name, email } of folder === 'sentitems' ? to : from ? [from] : []) {
    const id = personId(email)
    if (!id.includes('@') || id === personId(desk.pmEmail)) continue
    if (known.some((person) => person.id === id)) continue
    const inside = isInside(id, desk.internalDomains)
    found.set(id, { ...stranger(projectId, id, name), class: inside ? 'stakeholder' : 'external' })
  }
  return [...found.values()]
}

/** The ticket that names them names their account. */
function account({ accountId }: JiraPerson): Pick<Person, 'accountId'> {
  return accountId === 'unknown' ? {} : { accountId }
}

function isInside(id: string, internalDomains: string[]): boolean {
  return internalDomains.some((domain) => id.endsWith(`@${domain.toLowerCase()}`))
}
