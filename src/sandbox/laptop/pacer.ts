import { isWorkingTime } from '#src/domain/calendar.ts'
import type { WorkingHours } from '#src/domain/project.ts'
import type { SandboxClock } from '#src/sandbox/cloud/sandbox-clock.ts'

const MINUTES_PER_SECOND = 5
const OUT_OF_HOURS = 10
const SECONDS = 60
/** Five taps of "Faster". */
const MOST_FASTER = 32

export type Pacer = {
  /** Sets the pace that this moment wants; cheap enough to be asked ten times a second. */
  adjust(): void
  /** `until`: it stops there by itself. */
  press(action: 'faster' | 'stop' | 'go', until?: Date): { rate: number }
}

type Life = {
  hours: WorkingHours
  end: Date
  /** Scenario minutes a second, instead of what the hour wants. */
  speed?: number | undefined
  /** No further than this moment until something has happened. */
  wait?: { at: Date; isOver: () => boolean }
}

/**
 * How fast a scenario lives: 5 scenario minutes a second in working hours, ten times that at night and on days off,
 * unless `speed` says otherwise. It stops at the scenario's end.
 */
export function pacer(clock: SandboxClock, { hours, end, speed, wait }: Life): Pacer {
  let factor = 1
  let stopped = false
  let stopAt: Date | undefined
  let pacedUntil: Date | undefined
  const wanted = () => {
    if (stopped || clock.now() >= end || (stopAt && clock.now() >= stopAt)) return 0
    if (speed !== undefined) return speed * SECONDS * factor
    return MINUTES_PER_SECOND * SECONDS * factor * (isWorkingTime(clock.now(), hours) ? 1 : OUT_OF_HOURS)
  }
  /** A clock that waits has not been stopped: it keeps its rate, as it does up to a moment where it is to stop. */
  const limit = () => {
    if (!wait || wait.isOver()) return stopAt
    return stopAt && stopAt < wait.at ? stopAt : wait.at
  }
  const pace = () => {
    pacedUntil = limit()
    clock.pace(wanted(), pacedUntil)
  }
  const adjust = () => {
    if (wanted() !== clock.rate() || limit()?.getTime() !== pacedUntil?.getTime()) pace()
  }
  return {
    adjust,
    press: (action, until) => {
      if (action !== 'faster') stopAt = until
      stopped = action === 'stop'
      if (action === 'faster') factor = Math.min(MOST_FASTER, factor * 2)
      if (action === 'go') factor = 1
      pace()
      return { rate: clock.rate() }
    },
  }
}
