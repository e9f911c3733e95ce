import { isAfterOpening, localDate } from '#src/domain/calendar.ts'
import type { WorkingHours } from '#src/domain/project.ts'

/** The local day whose housekeeping a check at this moment may do: from the start of working hours on, each day. */
export function dailyDueAt(at: Date, hours: WorkingHours): string | undefined {
  return isAfterOpening(at, hours) ? localDate(at, hours.timeZone) : undefined
}
