import type { ActPayload } from '#src/domain/act.ts'
import { shareChanged, type ActEdit } from '#src/domain/act-edit.ts'

/** What of an act people read as text. Null: it has none, such as a status change. */
export type ActWords = { subject: string | null; text: string }

/** The words of an act that can be edited before it goes. */
export function wordsOf(payload: ActPayload): ActWords | null {
  switch (payload.kind) {
    case 'jira_comment':
      return { subject: null, text: payload.text }
    case 'jira_create_ticket':
      return { subject: payload.title, text: payload.text }
    case 'email_stakeholder':
    case 'email_external':
    case 'notification_internal':
      return { subject: payload.subject, text: payload.text }
    case 'jira_status_change':
    case 'jira_assign':
    case 'jira_fields':
    case 'scope_change':
    case 'milestone_change':
    case 'artefact_update':
      return null
  }
}

/** The same act in other words; one without words stays as it is. */
export function withWords(payload: ActPayload, { subject, text }: ActWords): ActPayload {
  switch (payload.kind) {
    case 'jira_comment':
      return { ...payload, text }
    case 'jira_create_ticket':
      return { ...payload, text, title: subject ?? payload.title }
    case 'email_stakeholder':
    case 'email_external':
    case 'notification_internal':
      return { ...payload, text, subject: subject ?? payload.subject }
    case 'jira_status_change':
    case 'jira_assign':
    case 'jira_fields':
    case 'scope_change':
    case 'milestone_change':
    case 'artefact_update':
      return payload
  }
}

/** How much the PM changed; null when it reads as it was drafted. */
export function editOf(before: ActWords, after: ActWords, by: string, at: Date): ActEdit | null {
  const whole = ({ subject, text }: ActWords) => `${subject ?? ''}\n${text}`
  const share = shareChanged(whole(before), whole(after))
  return share === 0 ? null : { share, by, at: at.toISOString(), before }
}
