import type { ActPayload } from './act.ts'
import type { Person } from './person.ts'

/** Ids of the register whom an act reaches by name, in the order it names them. */
export function recipientIds(payload: ActPayload): string[] {
  switch (payload.kind) {
    case 'email_stakeholder':
    case 'email_external':
      return [...payload.to, ...payload.cc]
    case 'jira_comment':
      return payload.mentions ?? []
    case 'jira_assign':
      return payload.assignee === null ? [] : [payload.assignee]
    default:
      return []
  }
}

/** Recipients come from the register and from nowhere else; who stands outside the company makes it external mail. */
export function recipientsProblem(payload: ActPayload, people: readonly Person[]): string | null {
  const known = (id: string) => people.find((person) => person.id === id)
  const ids = recipientIds(payload)
  const unknown = ids.find((id) => !known(id))
  if (unknown !== undefined) return `${unknown} is not in the register`
  const outside = ids.flatMap((id) => known(id) ?? []).find((person) => person.class === 'external')
  if (outside && payload.kind === 'email_stakeholder') return `${outside.name} stands outside the company`
  return null
}

/**
 * Who must not be reached at the moment it goes: "never contact" binds the PM too, an unconfirmed person only what the
 * agent does alone.
 */
export function unreachable(people: readonly Person[], by: 'dial' | 'pm'): string | null {
  const never = people.find(({ neverContact }) => neverContact)
  if (never) return `${never.name} is never to be contacted`
  const stranger = by === 'dial' ? people.find(({ confirmed }) => !confirmed) : undefined
  return stranger ? `${stranger.name} is not confirmed in the register` : null
}
