import type { TZDate } from '@date-fns/tz'
import { addBusinessDays } from 'date-fns/addBusinessDays'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { addWeeks } from 'date-fns/addWeeks'
import { endOfMonth } from 'date-fns/endOfMonth'
import { format } from 'date-fns/format'

/** `in two weeks`, `innerhalb von drei Tagen`: how numbers this small are written out. */
const NUMBERS = [
  ['a', 'an', 'one', 'einer', 'einem'],
  ['two', 'zwei', 'a couple of'],
  ['three', 'drei'],
  ['four', 'vier'],
  ['five', 'fünf'],
  ['six', 'sechs'],
]
const NUMBER = String.raw`(\d{1,2}|${NUMBERS.flat().join('|')})`

type Reading = (today: TZDate, match: RegExpMatchArray) => Date

const FRIDAY = 5

/** Days said by their distance from the day of writing. A week ends on Friday, and its end, on Friday, is today. */
const WAYS: [RegExp, Reading][] = [
  [/\b(?:the )?day after tomorrow\b|(?<!\p{L})übermorgen\b/giu, (today) => addDays(today, 2)],
  [
    /\btomorrow\b|\b(?:bis|für|ab) morgen\b|\bmorgen (?:früh|Mittag|Abend)\b|\bdemain\b|\b(?:para|hasta) mañana\b/gi,
    (today) => addDays(today, 1),
  ],
  [
    /\bend of (?:the |this )?week\b|\b(?:ende (?:der|dieser)|bis) woche(?:nende)?\b/gi,
    (today) => fridayOf(today),
  ],
  [/\bend of next week\b|\bende (?:der )?nächster? woche\b/gi, (today) => addWeeks(fridayOf(today), 1)],
  [/\b(?:la )?fin de (?:la )?sema(?:ine|na)\b|\bfinal de (?:la )?semana\b/gi, (today) => fridayOf(today)],
  [
    /\bend of (?:the |this )?month\b|\bmonth[ -]end\b|\b(?:ende (?:des|dieses) monats|monatsende)\b|\bfin (?:du mois|de mes)\b/gi,
    (today) => endOfMonth(today),
  ],
  [/\bend of next month\b|\bende (?:des )?nächsten monats\b/gi, (today) => endOfMonth(addMonths(today, 1))],
  [
    new RegExp(
      String.raw`\b(?:in|within|innerhalb von) ${NUMBER} (working |business |werk|arbeits)?(?:days?|tagen?)\b`,
      'gi',
    ),
    (today, match) => (match[2] ? addBusinessDays : addDays)(today, numberOf(match[1])),
  ],
  [
    new RegExp(String.raw`\b(?:in|within|innerhalb von) ${NUMBER} (?:weeks?|wochen?)(?:['’] time)?\b`, 'gi'),
    (today, match) => addWeeks(today, numberOf(match[1])),
  ],
]

/** The days a text names by their distance from when it was written. */
export function relativeDates(text: string, today: TZDate): { match: RegExpMatchArray; date: string }[] {
  return WAYS.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].map((match) => ({ match, date: format(read(today, match), 'yyyy-MM-dd') })),
  )
}

function fridayOf(today: TZDate): Date {
  return addDays(today, (FRIDAY - today.getDay() + 7) % 7)
}

function numberOf(said = ''): number {
  const word = said.toLowerCase()
  return Number(word) || NUMBERS.findIndex((each) => each.includes(word)) + 1
}
