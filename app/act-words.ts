import type { ScreenRow } from '#app/rows.ts'

/** What an act is called in a list. Source: words.md. */
export function thingOf(kind: string): string {
  return THINGS[kind] ?? 'act'
}

/** What proves it: "Comment 10482 on SP-1". A document's is named by its summary, which begins with its name. */
export function receiptWords({ kind, ref, receiptId, summary }: Shown): string {
  switch (kind) {
    case 'jira_comment':
      return `Comment ${receiptId ?? ''} on ${ref ?? ''}`
    case 'jira_status_change':
      return `Status of ${ref ?? ''} changed`
    case 'jira_create_ticket':
      return `Ticket ${receiptId ?? ''} opened`
    case 'jira_assign':
    case 'jira_fields':
    case 'scope_change':
    case 'milestone_change':
      return `${summary ?? ref ?? ''}: change ${receiptId ?? ''}`
    case 'artefact_update':
      return `${summary?.split(':')[0] ?? 'Document'}, version ${receiptId ?? ''}`
    case 'email_stakeholder':
    case 'email_external':
      return 'Mail in Sent Items'
    case 'notification_internal':
      return 'Mail to you'
    default:
      return `Receipt ${receiptId ?? ''}`
  }
}

type Shown = Pick<ScreenRow<'act'>, 'kind' | 'ref' | 'receiptId' | 'summary'>

/** Why it cannot be undone, in words; null when it can, or when there is nothing to undo. */
export function finality(kinds: readonly (string | null | undefined)[]): string | null {
  const mailed = kinds.some((kind) => kind?.startsWith('email_'))
  if (mailed) return 'Cannot be undone: the mail is in its readers’ inboxes.'
  return kinds.includes('jira_comment') ? 'Cannot be undone: the ticket’s watchers have been mailed.' : null
}

/** How many a comment mails: everybody who watches its ticket. */
export function mailsWords(many: number): string {
  if (many === 0) return 'Nobody else watches the ticket.'
  return `${many} ${many === 1 ? 'person' : 'people'} will be mailed.`
}

/** Whether an act of this kind can be undone by another; what it does exactly is said on its page. */
export function canBeUndone(kind: string | null | undefined): boolean {
  return UNDOABLE.includes(kind ?? '')
}

const UNDOABLE: readonly string[] = [
  ...['jira_status_change', 'jira_assign', 'jira_fields', 'scope_change', 'milestone_change'],
  'artefact_update',
]

/** Where an act itself can be read. */
export function actPath({ id, projectId }: { id: string; projectId: string }): string {
  return `/projects/${projectId}/acts/${id}`
}

/** How an act stands, in one word or three. Source: words.md. */
export function standWords(status: string, outcome: string | null | undefined): string {
  if (status === 'done') return DONE[outcome ?? ''] ?? 'done'
  return STANDS[status] ?? status
}

const DONE: Record<string, string> = {
  auto: 'done without you',
  approved: 'done with your word',
  edited: 'sent as you edited it',
  lapsed: 'went at its time',
}

const STANDS: Record<string, string> = {
  proposed: 'proposed',
  refused: 'not allowed',
  escalated: 'not sent, shown to you',
  held: 'going out',
  awaiting: 'waits for you',
  planned: 'about to go',
  executing: 'being done',
  failed: 'not done',
  unknown: 'not certain',
  cancelled: 'stopped',
  expired: 'past its time',
}

/** Whether the act stands in Jira, and not in a document of ours. */
export function isInJira(kind: string | null | undefined): boolean {
  return kind?.startsWith('jira_') ?? false
}

const THINGS: Record<string, string> = {
  jira_comment: 'comment',
  jira_status_change: 'status change',
  jira_create_ticket: 'new ticket',
  jira_assign: 'assignment',
  jira_fields: 'ticket change',
  scope_change: 'scope change',
  milestone_change: 'milestone change',
  artefact_update: 'document update',
  email_stakeholder: 'mail',
  email_external: 'mail',
  notification_internal: 'mail to you',
}
