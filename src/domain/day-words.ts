import { zoneFormat } from './zone-format.ts'

/** "Sun 29 Aug" in a time zone: how dates are said in drafts. */
export function dayWords(at: string, timeZone: string): string {
  const parts = zoneFormat('en-AU', { timeZone, weekday: 'short', day: 'numeric', month: 'short' })
    .formatToParts(new Date(at))
    .filter((part) => part.type !== 'literal')
    .map((part) => part.value.replace('.', ''))
  return parts.join(' ')
}

/** "Fri 30 Oct" of a calendar day, `yyyy-MM-dd`. */
export function dayName(day: string): string {
  return dayWords(`${day}T12:00:00Z`, 'Etc/UTC')
}
