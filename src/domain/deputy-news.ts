import { byCostOfDelay } from './attention.ts'
import { localDate } from './calendar.ts'
import { dayName } from './day-words.ts'
import type { Escalation } from './escalation.ts'
import { firstName, type Person } from './person.ts'
import { ticketKey } from './ticket-key.ts'

/** More are named by their number. */
const NAMED = 6

export type News = {
  to: Pick<Person, 'name'>
  pmName: string
  timeZone: string
  open: Escalation[]
  /** When the deputy was last told. */
  since: string
}

/**
 * What a deputy is told of the decisions that have come up since they were last told; null where none has. Nobody reads it
 * before it goes, so it names tickets, projects and days, and has no word that anybody wrote in a ticket or a mail.
 */
export function deputyNews(of: News): { subject: string; text: string } | null {
  const fresh = of.open.filter(({ createdAt }) => createdAt > of.since).sort(byCostOfDelay)
  if (fresh.length === 0) return null
  const count = `${fresh.length} more ${fresh.length === 1 ? 'decision waits' : 'decisions wait'}`
  const more = fresh.length > NAMED ? [`- and ${fresh.length - NAMED} more`] : []
  const lines = [...fresh.slice(0, NAMED).map((each) => lineOf(each, of.timeZone)), ...more]
  const text = [
    `${firstName(of.to.name)},`,
    [`Since you were last told, ${count}:`, ...lines].join('\n'),
    'I am still away. Please stand in where one cannot wait for me.',
    of.pmName,
  ].join('\n\n')
  return { subject: `While I am away: ${count}`, text }
}

function lineOf({ projectId, refs, decideBy }: Escalation, timeZone: string): string {
  const by = decideBy === null ? '' : `, by ${dayName(localDate(new Date(decideBy), timeZone))}`
  return `- ${refs.find((ref) => ticketKey.safeParse(ref).success) ?? `${projectId}, about a mail`}${by}`
}
