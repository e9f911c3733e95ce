import { dayAfter } from '#src/domain/day.ts'
import { localDate } from '#src/domain/calendar.ts'
import type { MailSignal } from '#src/domain/signal.ts'
import { mayStandIn, type Person } from '#src/domain/person.ts'
import { datesIn } from './dates.ts'

/** Words of people who are not there, in the tongues that mails come in. */
const AWAY =
  /\b(away|out of (the )?office|on (annual |parental )?leave|vacation|holiday|abwesend|nicht (im (haus|büro)|erreichbar)|unavailable|not available|in?disponi\w*|urlaub|absent|absence|congés?|vacances|fuera|ausente|vacaciones|assente|ferie|férias|afwezig|vakantie|bortreist|fravær|frånvarande|semester|nieobecn\w*|urlopie)(?!\p{L})/iu
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
/** Nobody is away for longer without saying so anew. */
const LONGEST_DAYS = 120

/** What is known of an absence from a person's own automatic reply, of which `text` may be used; null: it speaks of none. */
export function absenceIn(
  { id, occurredAt, title }: MailSignal,
  {
    writer,
    text,
    people,
    pm,
    zone,
  }: { writer: Person; text: string; people: Person[]; pm: string; zone: string },
): Person['absence'] {
  const from = localDate(new Date(occurredAt), zone)
  const until = datesIn(text, occurredAt, zone)
    .map(({ date }) => date)
    .filter((date) => date > from && date <= dayAfter(from, LONGEST_DAYS))
    .sort()
    .at(-1)
  const others = people.filter((each) => each.id !== writer.id && each.id !== pm.toLowerCase())
  const deputy = others.find((each) => mayStandIn(each) && isNamed(each, text))?.id ?? null
  if (!AWAY.test(`${title}\n${text}`) && deputy === null) return null
  return { from, until: until ?? null, deputy, signalId: id }
}

/** By the address, or by the whole name. */
function isNamed({ id, name }: Person, text: string): boolean {
  const addresses = (text.match(ADDRESS) ?? []).map((each) => each.toLowerCase().replace(/\.$/, ''))
  return addresses.includes(id) || new RegExp(`(?<!\\p{L})${escape(name)}(?!\\p{L})`, 'iu').test(text)
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
