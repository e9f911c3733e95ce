import type { AskedWhat } from '#src/domain/asked-act.ts'

export type FieldName = 'key' | 'text' | 'person' | 'day' | 'other' | 'how' | 'milestone' | 'into' | 'subject'

type Ask = { name: string; button: string; needs: 'key' | 'project'; fields: FieldName[] }

/** What the PM can ask for, and what each form holds besides its ticket or its project. */
export const ASKS: Record<AskedWhat, Ask> = {
  comment: { name: 'Comment on a ticket', button: 'Comment', needs: 'key', fields: ['text'] },
  assign: { name: 'Assign a ticket', button: 'Assign it', needs: 'key', fields: ['person'] },
  flag: { name: 'Flag a ticket', button: 'Flag it', needs: 'key', fields: [] },
  unflag: { name: 'Take the flag off a ticket', button: 'Take the flag off', needs: 'key', fields: [] },
  due: { name: 'Due date of a ticket', button: 'Set the date', needs: 'key', fields: ['day'] },
  'out-of-sprint': {
    ...{ name: 'Move a ticket out of the sprint', button: 'Move it out', needs: 'key' },
    fields: [],
  },
  link: { name: 'Link two tickets', button: 'Link them', needs: 'key', fields: ['how', 'other'] },
  scope: {
    name: 'A ticket into or out of a milestone',
    button: 'Change it',
    needs: 'key',
    fields: ['into', 'milestone'],
  },
  milestone: { name: 'Move a milestone', button: 'Move it', needs: 'project', fields: ['milestone', 'day'] },
  mail: {
    name: 'Mail to somebody',
    button: 'Send the mail',
    needs: 'project',
    fields: ['person', 'subject', 'text'],
  },
}

/** What can be asked for, in the order it is offered. */
export const WHATS = Object.keys(ASKS).filter((what): what is AskedWhat => what in ASKS)

/** The form for an act, with what is known of it already. */
export function askPath(what: AskedWhat, given: Record<string, string> = {}): string {
  const query = new URLSearchParams(given).toString()
  return query === '' ? `/ask/${what}` : `/ask/${what}?${query}`
}
