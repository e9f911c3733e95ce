import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import type { Pm, WorkingHours } from '#src/domain/project.ts'

export type HoursDeps = {
  now(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  pm(): Promise<Pm>
  savePm(next: Pm, events: ActivityEvent[]): Promise<void>
}

/** Keeps when the PM works: holds, expiries and the last check count by it from now on. What is held keeps its time. */
export async function setHours(
  deps: HoursDeps,
  { hours, by }: { hours: WorkingHours; by: string },
): Promise<void> {
  const pm = await deps.pm()
  const at = deps.now()
  const { from, to, days, timeZone, country } = hours
  const text = `Working hours set by ${by}: ${from} to ${to}, ${days.join(' ')}, ${timeZone}${country ? `, holidays of ${country}` : ''}`
  const id = deps.newId(at, 'hours', JSON.stringify(hours))
  await deps.savePm({ ...pm, workingHours: hours }, [
    eventOf({ id, projectId: 'GLOBAL', kind: 'hours_set', text }, at),
  ])
}
