import { addMinutes } from 'date-fns/addMinutes'
import { z } from 'zod'
import { localDate } from '#src/domain/calendar.ts'
import { isPast, slotOf, type Running } from '#src/domain/cycle.ts'
import { instant } from '#src/domain/instant.ts'
import type { Pm } from '#src/domain/project.ts'
import { rungAt, type Standing } from '#src/domain/spending.ts'

/** From the schedule: its scheduled time, not the time of arrival. `asked`: by the PM, out of turn, at that very moment. */
export const tickEvent = z.object({ scheduledAt: instant, asked: z.boolean().default(false) })

export type TickDeps = {
  pm(): Promise<Pick<Pm, 'tickMinutes' | 'workingHours'>>
  standing(day: string): Promise<Standing>
  running(): Promise<Running | undefined>
  beat(next: Running): Promise<void>
  /** Whether that check is still being worked on, as Step Functions says. */
  isRunning(execution: string): Promise<boolean>
  /** Starts the check of a slot; starting it twice changes nothing. Gives the execution's name. */
  startCycle(slot: string): Promise<void>
  nameOf(slot: string): string
}

export type TickResult = {
  slot: string
  started: boolean
  says: 'started' | 'still running' | 'already done' | 'saving'
}

/** A check that ends at the same moment writes the same row; the tick then looks again. */
const TRIES = 5

/**
 * The sign of life, and the start of a check. `CYCLE | RUNNING` is the lease: a tick that finds it held by a check that
 * is really running says so and starts nothing; a lease whose check has died is taken over.
 */
export async function tick(deps: TickDeps, event: z.infer<typeof tickEvent>): Promise<TickResult> {
  const { scheduledAt, asked } = event
  const at = new Date(scheduledAt)
  const { tickMinutes, workingHours } = await deps.pm()
  const { everySlot } = rungAt(await deps.standing(localDate(at, workingHours.timeZone)))
  const slot = asked ? at.toISOString() : slotOf(at, tickMinutes)
  const pace = { tickMinutes, everySlot, asked }
  for (let tries = 1; ; tries++) {
    try {
      return await takeSlot(deps, slot, pace)
    } catch (error) {
      if (tries === TRIES || !(error instanceof Error) || error.name !== 'Conflict') throw error
    }
  }
}

type Pace = { tickMinutes: number; everySlot: number; asked: boolean }

async function takeSlot(deps: TickDeps, slot: string, pace: Pace): Promise<TickResult> {
  const { tickMinutes, everySlot, asked } = pace
  const before = await deps.running()
  if (before && isPast(before, slot)) return { slot, started: false, says: 'already done' }
  const held = before?.lease
  const busy = held ? held.slot !== slot && (await deps.isRunning(held.execution)) : false
  const spared = !busy && !asked && !isDue(slot, tickMinutes, everySlot)
  const lease = busy && held ? held : spared ? null : { slot, execution: deps.nameOf(slot) }
  const nextCheckAt = nextUsed(slotOf(new Date(slot), tickMinutes), tickMinutes, everySlot)
  const version = (before?.version ?? 0) + 1
  const passedOver = busy ? slot : null
  const next = { version, heartbeatAt: slot, nextCheckAt, lease, everySlot, passedOver }
  await deps.beat({ ...(before ?? FIRST), ...next })
  if (busy) return { slot, started: false, says: 'still running' }
  if (spared) return { slot, started: false, says: 'saving' }
  await deps.startCycle(slot)
  return { slot, started: true, says: 'started' }
}

/** While money is short only every second or fourth slot of the day is used; the sign of life is given at each. */
function isDue(slot: string, tickMinutes: number, everySlot: number): boolean {
  return Math.round(Date.parse(slot) / (tickMinutes * 60_000)) % everySlot === 0
}

function nextUsed(slot: string, tickMinutes: number, everySlot: number): string {
  let next = addMinutes(new Date(slot), tickMinutes)
  while (!isDue(next.toISOString(), tickMinutes, everySlot)) next = addMinutes(next, tickMinutes)
  return next.toISOString()
}

const FIRST: Omit<Running, 'version' | 'heartbeatAt' | 'nextCheckAt' | 'everySlot' | 'passedOver'> = {
  id: 'agent',
  projectId: 'GLOBAL',
  paused: false,
  pausedAt: null,
  away: null,
  lease: null,
  lastCheckAt: null,
  readings: [],
  blind: [],
  askedAt: null,
}
