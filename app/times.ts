import { zoneFormat } from '#src/domain/zone-format.ts'

/**
 * Times as people read them, in the PM's zone. Every function is pure: `now` is business time, handed in.
 * Source: screens.md, rules for both screens.
 */
const MINUTE = 60_000
const HOUR_MINUTES = 60

/** Under an hour "in 25 min" or "12 min ago"; today "11:40"; otherwise "Fri 16 Oct, 12:00", with the year when it differs. */
export function whenWords(at: string, now: string, zone: string): string {
  const minutes = Math.round((Date.parse(at) - Date.parse(now)) / MINUTE)
  if (minutes === 0) return 'now'
  if (Math.abs(minutes) < HOUR_MINUTES) return minutes > 0 ? `in ${minutes} min` : `${-minutes} min ago`
  return dayAndClock(at, now, zone)
}

/** "11:40" today, otherwise "Fri 16 Oct, 12:00": for what should not change while it is read. */
export function dayAndClock(at: string, now: string, zone: string): string {
  const clock = clockTime(at, zone)
  return isSameDay(at, now, zone) ? clock : `${dayWords(at, now, zone)}, ${clock}`
}

/** For a sentence: "12:00 today", "Fri 12:00" within the week, otherwise "Fri 23 Oct, 12:00". */
export function inSentence(at: string, now: string, zone: string): string {
  const clock = clockTime(at, zone)
  if (isSameDay(at, now, zone)) return `${clock} today`
  const apart = daysApart(at, now, zone)
  if (apart === -1) return `${clock} yesterday`
  return Math.abs(apart) < 7
    ? `${partsOf(at, zone).weekday} ${clock}`
    : `${dayWords(at, now, zone)}, ${clock}`
}

/** "since 10:15" today, "since Wed 21 Oct, 10:15" before. */
export function sinceWords(at: string, now: string, zone: string): string {
  return `since ${dayAndClock(at, now, zone)}`
}

/** "Fri 16 Oct", and "Fri 16 Oct 2025" in another year. */
export function dayWords(at: string, now: string, zone: string): string {
  const { weekday, day, month, year } = partsOf(at, zone)
  const short = `${weekday} ${day} ${month}`
  return year === partsOf(now, zone).year ? short : `${short} ${year}`
}

/** "09:14". */
export function clockTime(at: string, zone: string): string {
  const { hour, minute } = partsOf(at, zone)
  return `${hour}:${minute}`
}

/** "09:12:04", where seconds decide who was first. */
export function clockSeconds(at: string, zone: string): string {
  const { hour, minute, second } = partsOf(at, zone)
  return `${hour}:${minute}:${second}`
}

/** "Fri 16 Oct 2026, 12:00:00 BST", for focus and hover. */
export function exactTime(at: string, zone: string): string {
  const { weekday, day, month, year, timeZoneName } = partsOf(at, zone)
  return `${weekday} ${day} ${month} ${year}, ${clockSeconds(at, zone)} ${timeZoneName}`
}

/** Working time left: "4 days", "3 h", "25 min". A day is one of the PM's working days. */
export function workingTimeWords(minutes: number, minutesInDay: number): string {
  if (minutes >= minutesInDay) return counted(Math.round(minutes / minutesInDay), 'day')
  if (minutes >= HOUR_MINUTES) return `${Math.floor(minutes / HOUR_MINUTES)} h`
  return `${Math.max(0, Math.floor(minutes))} min`
}

/** "1 day", "3 days". */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** A calendar date, `yyyy-mm-dd`, as "Fri 16 Oct"; what is no date stays as it is. */
export function plainDate(day: string): string {
  const noon = `${day.slice(0, 10)}T12:00:00.000Z`
  return Number.isNaN(Date.parse(noon)) ? day : dayWords(noon, noon, 'Etc/UTC')
}

/** The local calendar date, `yyyy-mm-dd`. */
export function localDay(at: string, zone: string): string {
  const { year, monthNumber, day } = partsOf(at, zone)
  return `${year}-${monthNumber}-${day.padStart(2, '0')}`
}

/** A minute of the local clock, `yyyy-mm-ddTHH:mm`, as a form's field has it. */
export function localMinute(at: string, zone: string): string {
  return `${localDay(at, zone)}T${clockTime(at, zone)}`
}

/** Whole local days from `now` to `at`: -1 is yesterday. */
export function daysApart(at: string, now: string, zone: string): number {
  const dayOf = (time: string) => Date.parse(`${localDay(time, zone)}T00:00:00Z`)
  return Math.round((dayOf(at) - dayOf(now)) / (24 * HOUR_MINUTES * MINUTE))
}

const isSameDay = (a: string, b: string, zone: string) => localDay(a, zone) === localDay(b, zone)

function partsOf(at: string, zone: string) {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(new Date(at))
      .map((part) => [part.type, part.value]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
  const monthNumber = part('month')
  return {
    weekday: part('weekday').slice(0, 3),
    day: String(Number(part('day'))),
    month: MONTHS[Number(monthNumber) - 1] ?? '',
    monthNumber,
    year: part('year'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
    timeZoneName: part('timeZoneName'),
  }
}

/** Spelt here: engines disagree about "Sep" and "Sept". */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function formatOf(zone: string): Intl.DateTimeFormat {
  return zoneFormat('en-AU', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
}

/** How long something lasted: "45 min", "3 h", "2 days". */
export function lengthWords(from: string, to: string): string {
  const minutes = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000))
  if (minutes < 120) return `${minutes} min`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`
}
