import { changeLines } from '#app/document-words/change-lines.ts'
import type { Draft, Recipient } from '#app/draft.ts'
import type { ActPayload } from '#src/domain/act.ts'
import { DOCUMENT_WORDS } from '#src/domain/artefact.ts'
import { jiraActWords } from '#src/domain/jira-act-words.ts'
import type { Person } from '#src/domain/person.ts'

/** An act as people read it before it goes: what it is, whom it reaches and every word of it. */
export function draftOf(payload: ActPayload, people: Person[]): Draft {
  switch (payload.kind) {
    case 'jira_comment':
      return {
        ...bare,
        ...{ title: `Comment on ${payload.key}`, text: payload.text, isEditable: true },
        ...{ mark: 'comment', mails: payload.watchers ?? null },
      }
    case 'jira_status_change':
      return {
        ...bare,
        title: `Status of ${payload.key}`,
        text: `${payload.key} becomes “${payload.toStatus}”.`,
      }
    case 'jira_create_ticket':
      return {
        ...bare,
        title: `New ticket in ${payload.project}`,
        ...{ subject: payload.title, text: payload.text, isEditable: true, mark: 'comment' },
      }
    case 'jira_assign':
    case 'jira_fields':
    case 'scope_change':
    case 'milestone_change': {
      const { title, says } = jiraActWords(payload, people)
      return { ...bare, title, text: says }
    }
    case 'artefact_update':
      return {
        ...bare,
        title: DOCUMENT_WORDS[payload.artefactType],
        text: payload.changes.flatMap((change) => changeLines(change)).join('\n'),
      }
    case 'notification_internal':
      return { ...bare, title: 'Mail to you', ...wordsOf(payload), isEditable: true }
    case 'email_stakeholder':
    case 'email_external': {
      const to = payload.to.map((id) => recipientOf(id, people))
      const cc = payload.cc.map((id) => recipientOf(id, people))
      return {
        ...bare,
        title: `Mail to ${to.map(({ name }) => name).join(', ')}`,
        ...{ to, cc, ...wordsOf(payload), isEditable: true, mark: 'mail' },
        isExternal: payload.kind === 'email_external',
        thread: payload.replyTo === null ? null : payload.subject.replace(/^((re|fw|fwd)\s*:\s*)+/i, ''),
        mailto: mailtoOf(payload),
      }
    }
  }
}

const bare: Draft = {
  ...{ title: '', to: [], cc: [], subject: null, text: '', thread: null, mailto: null },
  ...{ isEditable: false, isExternal: false, mark: null, mails: null },
}

const wordsOf = ({ subject, text }: { subject: string; text: string }) => ({ subject, text })

/** The register's name and role; an address that is not in it stands as it is. */
function recipientOf(id: string, people: Person[]): Recipient {
  const found = people.find((person) => person.id === id)
  return { id, name: found?.name ?? id, role: found?.role ?? '', isExternal: found?.class === 'external' }
}

function mailtoOf({ to, cc, subject, text }: Extract<ActPayload, { to: string[] }>): string {
  const fields = { ...(cc.length > 0 ? { cc: cc.join(',') } : {}), subject, body: text }
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `mailto:${to.map(encodeURIComponent).join(',')}?${query.join('&')}`
}
