import type { Likeness } from '#src/domain/likeness.ts'

/** What counts as alike, in a sentence without its full stop: "Mails from Niall Keane with most of: harbour, berths". */
export function likenessWords({ kind, who, issueType, move, words }: Likeness): string {
  const parts = [
    KINDS[kind],
    whoWords(who),
    move === null || kind === 'created' ? '' : `(${move})`,
    issueType === null ? '' : `of ${issueType} tickets`,
    words.length === 0 ? '' : `with at least half of these words: ${words.join(', ')}`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function whoWords(who: Likeness['who']): string {
  if (who === null) return ''
  return who.of === 'person' ? `from ${who.name}` : `from ${CLASSES[who.class]}`
}

type Class = Extract<Likeness['who'], { of: 'class' }>['class']

export const CLASSES: Record<Class, string> = {
  team: 'the team',
  stakeholder: 'stakeholders',
  sponsor: 'sponsors',
  external: 'people outside',
  stranger: 'people who are not in the register',
}

const KINDS: Record<Likeness['kind'], string> = {
  created: 'New tickets',
  status: 'Status changes',
  priority: 'Changes of priority',
  assignee: 'Changes of owner',
  flag: 'Blocks',
  due_date: 'Changes of due date',
  estimate: 'Estimates',
  sprint: 'Changes of sprint',
  link: 'Links',
  comment: 'Comments',
  description: 'Changes of description',
  resolution: 'Resolutions',
  rank: 'Changes of order',
  mention: 'Mentions of you',
  other: 'Changes of other fields',
  mail_received: 'Mails',
  mail_revived: 'Mails in old threads',
  mail_unanswered: 'Mails without an answer',
  mail_automatic: 'Automatic mails',
  mail_bulk: 'Mails to many',
  invitation: 'Invitations',
}
