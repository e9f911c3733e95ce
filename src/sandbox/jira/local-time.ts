import { zoneFormat } from '#src/domain/zone-format.ts'

/**
 * The instant that a wall-clock time names in a time zone, as Jira's server resolves it: in the hour that comes twice the
 * earlier one, in the hour that never comes the one as far after the gap. `local` is yyyy-MM-ddTHH:mm.
 */
export function instantOf(local: string, timeZone: string): Date {
  const guess = Date.parse(`${local}:00Z`)
  const before = guess - offsetMs(guess - dayMs, timeZone)
  const after = guess - offsetMs(guess + dayMs, timeZone)
  const [first, second] = [Math.min(before, after), Math.max(before, after)]
  if (first + offsetMs(first, timeZone) === guess) return new Date(first)
  if (second + offsetMs(second, timeZone) === guess) return new Date(second)
  return new Date(before)
}

const dayMs = 86_400_000

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetMs(at: number, timeZone: string): number {
  const format = formatIn(timeZone)
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const get = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? 0
  const shown = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'))
  return shown - Math.floor(at / 1000) * 1000
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return zoneFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
}
