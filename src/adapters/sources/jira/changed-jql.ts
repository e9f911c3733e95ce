import { zoneFormat } from '#src/domain/zone-format.ts'

const overlapMs = 120_000
const halfHourMs = 1_800_000

/**
 * The bounded query for what changed in some projects since an instant, oldest first. JQL's times have minutes only and are
 * read in the account's zone, so it starts two minutes early, and before an hour that the zone's clocks show twice.
 * Whoever reads the answer drops what is already known.
 */
export function changedJql(projects: readonly string[], since: Date, timeZone: string): string {
  const keys = projects.map((key) => `"${key}"`).join(', ')
  return `project in (${keys}) AND updated >= "${startMinute(since, timeZone)}" ORDER BY updated ASC, key ASC`
}

/** What an account has opened in a project since an instant, newest first, as far as minutes can tell. */
export function openedJql(project: string, since: Date, timeZone: string): string {
  return `project = "${project}" AND created >= "${startMinute(since, timeZone)}" ORDER BY created DESC`
}

function startMinute(since: Date, timeZone: string): string {
  let at = since.getTime() - overlapMs
  while (isAmbiguous(at, timeZone)) at -= halfHourMs
  return localMinute(at, timeZone)
}

/** Clocks go back by half an hour or an hour; then two instants read the same. */
function isAmbiguous(at: number, timeZone: string): boolean {
  const reads = localMinute(at, timeZone)
  const others = [-2, -1, 1, 2].map((steps) => localMinute(at + steps * halfHourMs, timeZone))
  return others.includes(reads)
}

function localMinute(at: number, timeZone: string): string {
  const format = zoneFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const get = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? ''
  return `${get('year')}-${get('month')}-${get('day')} ${get('hour')}:${get('minute')}`
}
