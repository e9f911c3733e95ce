import type { ScreenRow } from '#app/rows.ts'

/** What an act is called in a list. Source: words.md. */
export function thingOf(kind: string): string {
  return THINGS[kind] ?? 'act'
}

/** What proves it: "Comment 10482 on SP-1". */
export function receiptWords({
  kind,
  ref,
  receiptId,
}: Pick<ScreenRow<'act'>, 'kind' | 'ref' | 'receiptId'>): string {
  switch (kind) {
    case 'jira_comment':
      return `Comment ${receiptId ?? ''} on ${ref ?? ''}`
    case 'jira_status_change':
      return `Status of ${ref ?? ''} changed`
    case 'artefact_update':
      return `RAID log, version ${receiptId ?? ''}`
    default:
      return `Receipt ${receiptId ?? ''}`
  }
}

/** Whether the act stands in Jira, and not in a document of ours. */
export function isInJira(kind: string | null | undefined): boolean {
  return kind?.startsWith('jira_') ?? false
}

const THINGS: Record<string, string> = {
  jira_comment: 'comment',
  jira_status_change: 'status change',
  artefact_update: 'document update',
  email_stakeholder: 'mail',
  email_external: 'mail',
}
