import { TZDate } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { format } from 'date-fns/format'
import { localDate } from '#src/domain/calendar.ts'
import { anyOf, indexOfName, MONTH_NAMES, WEEKDAY_NAMES } from './date-names.ts'
import { relativeDates } from './dates-relative.ts'
import { remembered } from './remembered.ts'

const MONTH = anyOf(MONTH_NAMES)
/** Not the number of a ticket: "SP-1 may wait" names no first of May. */
const DAY_MONTH = new RegExp(
  `(?<![-\\w])(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?(?: of| de)? ${MONTH}\\.?(?:,?(?: de)? (20\\d\\d))?`,
  'giu',
)
const MONTH_DAY = new RegExp(`${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (20\\d\\d))?`, 'giu')
const ISO = /\b(20\d\d)-(\d\d)-(\d\d)\b/g
const DOTTED = /\b(\d{1,2})[./](\d{1,2})[./](20\d\d|\d\d)\b/g
/** Without a year, two numbers are a day only where a day is expected: "24/7" and "version 4.2" are none. */
const SHORT =
  /(?<=\b(?:on|by|until|till|before|from|after|for|due|am|bis|bis zum|zum|vor dem|ab|ab dem|seit|of|effective|starting|as of|by latest|latest|deadline|deadline:|per|le|au|du|avant le|d['’]ici le|el|al|del|hasta el|antes del|para el|op|vóór) )(\d{1,2})[./](\d{1,2})(?![\d/]|\.\d)\.?/gi
const OF_MONTH = /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|time|floor|century))/gi
/** A day alone, where a day is expected and nothing is counted: "il 20", "vor dem 20. kann", not "al 40 %" or "zum 3. Mal". */
const BARE =
  /(?<=(?<!\p{L})(?:le|au|du|il|al|dal|el|del|dia|vor dem|bis zum|zum|ab dem|am|na|do) )(\d{1,2})(?=[,;!?)]|\.?\s*$|\.? (?:con|sin|y|ya|no|kann|können|ist|wird|werden|nicht|nichts|geht|und|et|on|nous|pas|ce|cela|e|ma|non|ale|i|não|mas|já)(?!\p{L}))/giu
const BARE_DUTCH = /(?<=(?<!\p{L})(?:de|den) )(\d{1,2})e(?!\p{L})(?! (?:keer|verdieping|eeuw|plaats))/giu
const WEEKDAY = new RegExp(
  `(?<!\\b(?:last|past|previous|every|each|letzten|vergangenen|jeden|chaque|cada) )(?:\\b(?:next|this|by|until|before|on|of|for|closes?|due) )?(?:\\b(?:next|this) )?${anyOf(WEEKDAY_NAMES)}(?! (?:(?:has|have|is) (?:passed|come|gone|over)|dernier|pasado))( week\\b)?`,
  'giu',
)
/** Where the month is written first. */
const MONTH_FIRST =
  /^(US\/|America\/(New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Indiana\/))/

export type SaidDate = {
  /** `yyyy-mm-dd` */
  date: string
  /** The words that say it, as they stand. */
  words: string
  index: number
}

/**
 * The days a text speaks of, in the order it names them. Days without a year or a month are read as the next such day
 * after the text was written, in its writer's time zone.
 */
export function datesIn(text: string, writtenAt: string, timeZone: string): readonly SaidDate[] {
  return readerOf(`${timeZone} ${writtenAt}`)(text)
}

/** A mail's sentences are read in every playbook: those of one moment of writing are kept together. */
const readerOf = remembered((written) => {
  const [timeZone = '', writtenAt = ''] = written.split(' ')
  return remembered((text) => readDates(text, writtenAt, timeZone))
})

function readDates(text: string, writtenAt: string, timeZone: string): SaidDate[] {
  const today = new TZDate(new Date(writtenAt), timeZone)
  const found: SaidDate[] = []
  const taken: [number, number][] = []
  const take = (match: RegExpMatchArray, date: string | undefined) => {
    const index = match.index
    const end = index === undefined ? 0 : index + match[0].length
    if (
      index === undefined ||
      !date ||
      isVerb(match[0]) ||
      taken.some(([from, to]) => index < to && end > from)
    )
      return
    taken.push([index, end])
    found.push({ date, words: match[0], index })
  }
  for (const match of text.matchAll(ISO)) take(match, dateOf(match[1], match[2], match[3]))
  for (const match of text.matchAll(DOTTED)) take(match, numbered(match, timeZone))
  for (const match of text.matchAll(DAY_MONTH)) take(match, yearly(today, match[2], match[1], match[3]))
  for (const match of text.matchAll(MONTH_DAY)) take(match, yearly(today, match[1], match[2], match[3]))
  for (const match of text.matchAll(SHORT)) take(match, short(match, today))
  for (const { match, date } of relativeDates(text, today)) take(match, date)
  for (const match of text.matchAll(OF_MONTH)) take(match, monthly(today, Number(match[1])))
  for (const pattern of [BARE, BARE_DUTCH])
    for (const match of text.matchAll(pattern)) take(match, monthly(today, Number(match[1])))
  for (const match of text.matchAll(WEEKDAY))
    if (!isPartOf(match, taken, text)) take(match, weekly(today, match[1] ?? '', match[2] !== undefined))
  return found.sort((a, b) => a.index - b.index)
}

/** "Option 2 may help" names no day, "2 May" and "the 2nd of may" do. */
const isVerb = (words: string) => /\bmay\b/.test(words) && !/\d(st|nd|rd|th)|\bof\b/.test(words)

/** "Friday 28 January" is one day: the weekday says nothing of its own. */
function isPartOf(weekday: RegExpMatchArray, taken: [number, number][], text: string): boolean {
  const start = weekday.index ?? 0
  const end = start + weekday[0].length
  return taken.some(
    ([from, to]) =>
      (from >= end && /^[\s,(]*(the )?$/i.test(text.slice(end, from))) ||
      (to <= start && /^[\s,(]*$/.test(text.slice(to, start))),
  )
}

function dateOf(year = '', month = '', day = ''): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined
}

/** Day, month and year in numbers, in the order of the place; where that is no day, in the other one. */
function numbered([words, first, second, year = '']: RegExpMatchArray, timeZone: string): string | undefined {
  const full = year.length === 2 ? `20${year}` : year
  const [byDay, byMonth] = [dateOf(full, second, first), dateOf(full, first, second)]
  return words.includes('/') && MONTH_FIRST.test(timeZone) ? (byMonth ?? byDay) : (byDay ?? byMonth)
}

function short([words, first = '', second = '']: RegExpMatchArray, today: TZDate): string | undefined {
  const [day, month] =
    words.includes('/') && MONTH_FIRST.test(today.timeZone ?? '') ? [second, first] : [first, second]
  return Number(month) > 12 ? undefined : yearly(today, MONTH_NAMES[Number(month) - 1]?.[0], day)
}

/** A day and a month: this year's, or next year's when it lies more than half a year back or is not in this one. */
function yearly(today: TZDate, month = '', day = '', year?: string): string | undefined {
  const number = String(indexOfName(MONTH_NAMES, month) + 1)
  if (year) return dateOf(year, number, day)
  const thisYear = dateOf(String(today.getFullYear()), number, day)
  const halfAYearAgo = format(addDays(today, -182), 'yyyy-MM-dd')
  if (thisYear && thisYear >= halfAYearAgo) return thisYear
  return dateOf(String(today.getFullYear() + 1), number, day)
}

/** "the 30th": this month's, or when it has gone by that of the next month that has one. */
function monthly(today: TZDate, day: number): string | undefined {
  const now = localDate(today, today.timeZone ?? 'UTC')
  const [year = '', month = ''] = now.split('-')
  // No two months in a row are too short for the same day.
  const ahead = [0, 1, 2].map((more) => {
    const index = Number(month) - 1 + more
    return dateOf(String(Number(year) + Math.floor(index / 12)), String((index % 12) + 1), String(day))
  })
  return ahead.find((date) => date !== undefined && date >= now)
}

/** "by Wednesday": the next one, never the day it was written; "Wednesday week": the one after that. */
function weekly(today: TZDate, name: string, weekLater: boolean): string | undefined {
  const wanted = indexOfName(WEEKDAY_NAMES, name)
  if (wanted < 0) return undefined
  const ahead = (wanted - today.getDay() + 7) % 7 || 7
  return format(addDays(today, ahead + (weekLater ? 7 : 0)), 'yyyy-MM-dd')
}
