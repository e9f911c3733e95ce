import { setTimeout as sleep } from 'node:timers/promises'
import type { Invoke } from '#src/sandbox/cloud/functions.ts'
import type { SandboxClock } from '#src/sandbox/cloud/sandbox-clock.ts'

const LOOK_MS = 100
/** However fast the clock runs, the sweeper comes at most once a second, and at least every fifteen (leases are real). */
const SWEEP_AT_MOST_MS = 1_000
const SWEEP_AT_LEAST_MS = 15_000

export type Ticker = { tickNow(): Promise<unknown>; stop(): Promise<void> }

/**
 * The scheduler: fires tick and release-holds on their business-time grids. A slot that comes while the one before is
 * still being fired is passed over for the newest, as a laptop that slept would.
 */
export function startTicker(options: {
  clock: SandboxClock
  invoke: Invoke
  tickMinutes: number
  sweepMinutes: number
  beforeLook: () => void
  log: (line: string) => void
}): Ticker {
  const { clock, invoke, log } = options
  const fire = async (name: 'tick' | 'release-holds', at: Date) => {
    try {
      return await invoke(name, { scheduledAt: at.toISOString() })
    } catch (error) {
      log(`[ticker] ${name}: ${String(error)}`)
      return undefined
    }
  }
  let stopped = false
  const every = async (
    minutes: number,
    name: 'tick' | 'release-holds',
    limits: { least: number; most: number },
  ) => {
    let lastSlot = slotAt(clock.now(), minutes)
    let lastFired = Date.now()
    while (!stopped) {
      await sleep(LOOK_MS)
      options.beforeLook()
      const slot = slotAt(clock.now(), minutes)
      const waited = Date.now() - lastFired
      if ((slot <= lastSlot || waited < limits.least) && waited < limits.most) continue
      lastSlot = slot
      lastFired = Date.now()
      // A rate has no grid of its own: the sweep's time is when it is fired, and the tick's is its slot.
      await fire(name, name === 'tick' ? new Date(slot) : clock.now())
    }
  }
  const loops = [
    every(options.tickMinutes, 'tick', { least: 0, most: Infinity }),
    every(options.sweepMinutes, 'release-holds', { least: SWEEP_AT_MOST_MS, most: SWEEP_AT_LEAST_MS }),
  ]
  return {
    tickNow: () => fire('tick', clock.now()),
    stop: async () => {
      stopped = true
      await Promise.all(loops)
    },
  }
}

/** Minutes between two firings of an Architect schedule: `rate(1 minute)` or `cron(0/15 * * * ? *)`. */
export function minutesOf(schedule: string): number {
  const [, rate] = /^(?:rate\()?(\d+) minutes?\)?$/.exec(schedule.trim()) ?? []
  const [, step] = /^(?:cron\()?[\d*]+\/(\d+) \* \* \* \? \*\)?$/.exec(schedule.trim()) ?? []
  const minutes = Number(rate ?? step)
  if (!(minutes > 0)) throw new Error(`The sandbox can't fire the schedule "${schedule}" of app.arc.`)
  return minutes
}

function slotAt(at: Date, minutes: number): number {
  const grid = minutes * 60_000
  return Math.floor(at.getTime() / grid) * grid
}
