import { SOURCE_WORDS, sourceName, type SourceName } from '#src/domain/cycle.ts'

/** The source a piece of evidence comes from, by its signal's id; Jira for what predates the others. */
export function sourceOf(signalId: string): SourceName {
  const read = sourceName.safeParse(signalId.split('/')[0])
  return read.success ? read.data : 'jira'
}

/** "Jira", "Outlook". */
export function sourceWord(signalId: string): string {
  return SOURCE_WORDS[sourceOf(signalId)]
}

/** The tracker that these facts are of; Jira where all of them are mails. */
export function trackerWord(facts: readonly { signalId: string }[]): string {
  const ofTicket = facts.find(({ signalId }) => sourceOf(signalId) !== 'outlook')
  return ofTicket ? sourceWord(ofTicket.signalId) : SOURCE_WORDS.jira
}

/** A ticket by its key; a mail, whose id says nothing to anybody, as "mail". */
export function refWords(ref: string): string {
  return isTicket(ref) ? ref : 'mail'
}

/** Whether it names a ticket: only then does it tell a reader anything. */
export function isTicket(ref: string | null | undefined): boolean {
  return /^[A-Z][A-Z0-9_]*-\d+$/.test(ref ?? '')
}
