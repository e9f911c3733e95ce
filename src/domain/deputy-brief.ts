import type { Escalation } from './escalation.ts'
import { dayName } from './day-words.ts'
import { firstName, type Person } from './person.ts'
import { localDate } from './calendar.ts'

/** More are named by their number: a brief is read at once or not at all. */
const NAMED = 4

export type Brief = {
  to: Pick<Person, 'name'>
  pmName: string
  /** The last day of the leave, `yyyy-mm-dd`; null: open. */
  until: string | null
  timeZone: string
  projects: string[]
  open: Escalation[]
}

/** What a deputy is told when the PM goes away, for the PM to read and edit before it is sent. */
export function deputyBrief({ to, pmName, until, timeZone, projects, open }: Brief): {
  subject: string
  text: string
} {
  const by = (at: string | null) => (at === null ? '' : ` (by ${dayName(localDate(new Date(at), timeZone))})`)
  const lines = open.slice(0, NAMED).map(({ title, decideBy }) => `- ${title}${by(decideBy)}`)
  const more = open.length > NAMED ? [`- and ${open.length - NAMED} more`] : []
  const away = until === null ? 'away' : `away until ${dayName(until)}`
  const what =
    open.length === 0
      ? 'No decision waits at the moment.'
      : ['These decisions wait:', ...lines, ...more].join('\n')
  const text = [
    `${firstName(to.name)},`,
    `I am ${away}. Please stand in for me on ${projects.join(' and ')}.`,
    what,
    'Nothing is sent in my name meanwhile unless I say so myself.',
    pmName,
  ].join('\n\n')
  return { subject: until === null ? 'While I am away' : `While I am away, until ${dayName(until)}`, text }
}
