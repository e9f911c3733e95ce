import { addMinutes } from 'date-fns'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { DUE_BUSINESS, DUE_REAL } from '#src/adapters/dynamo/keys.ts'
import { dailyDueAt } from '#src/agent/daily-due.ts'
import { workingHours, type WorkingHours } from '#src/domain/project.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { choicesOf, type Choices } from './choices.ts'

export type Played = { cycles: number; quietSkipped: number }

export type PlayOptions = {
  cloud: Cloud
  scenario: Scenario
  from: Date
  until: Date
  /** Run every tick, also those at which nothing is new or due. */
  everyTick?: boolean
  progress?: (at: Date) => void
}

/**
 * Plays a scenario headless: both clocks stand where the player puts them, so the same scenario always ends the same.
 * Between two ticks it stops at every moment at which something falls due.
 */
export async function play(options: PlayOptions): Promise<Played> {
  const { cloud, scenario, from, until } = options
  const choices = choicesOf(cloud, scenario)
  const played: Played = { cycles: 0, quietSkipped: 0 }
  let last: Date | undefined
  let after = await stateOf(cloud, choices)
  for (const slot of slotsOf(from, until, scenario.tickMinutes)) {
    if (after.due && after.due <= slot) after = await runDue(options, choices, slot)
    if (!options.everyTick && last && !after.restless && !worthATick(options, last, slot)) {
      played.quietSkipped += 1
      continue
    }
    cloud.clock.standAt(slot)
    await cloud.invoke('tick', { scheduledAt: slot.toISOString() })
    await settle(cloud)
    await choices.lookForNew()
    after = await stateOf(cloud, choices)
    played.cycles += 1
    last = slot
    options.progress?.(slot)
  }
  if (after.due && after.due <= until) await runDue(options, choices, until)
  cloud.clock.standAt(until)
  return played
}

/** Lets everything that was set going come to rest: executions, and the stream behind them. */
export async function settle(cloud: Cloud): Promise<void> {
  do await cloud.machines.idle()
  while ((await cloud.stream.drain()) > 0)
}

function* slotsOf(from: Date, until: Date, tickMinutes: number): Generator<Date> {
  const grid = tickMinutes * 60_000
  const first = new Date(Math.ceil(from.getTime() / grid) * grid)
  for (let slot = first; slot <= until; slot = addMinutes(slot, tickMinutes)) yield slot
}

/** Nothing changes between two checks but by them, so this is read after each and not before every slot. */
type State = { due: Date | undefined; restless: boolean }

/** `restless`: while a source is blind or a check did not end, each tick tries again. */
async function stateOf(cloud: Cloud, choices: Choices): Promise<State> {
  const running = await connectCycles(cloud.table).running()
  const restless = !running || running.blind.length > 0 || running.lease !== null
  return { due: earliest([await nextDue(cloud), choices.nextDue()]), restless }
}

function worthATick({ cloud, scenario }: PlayOptions, last: Date, slot: Date): boolean {
  if (cloud.jira.changedBetween(last, slot)) return true
  if (scenario.faults.some((fault) => fault.at <= slot && fault.at > last)) return true
  const day = dailyDueAt(slot, hoursOf(scenario))
  return day !== undefined && day !== dailyDueAt(last, hoursOf(scenario))
}

async function runDue({ cloud }: PlayOptions, choices: Choices, upTo: Date): Promise<State> {
  for (let guard = 0; guard < 1000; guard++) {
    const state = await stateOf(cloud, choices)
    if (!state.due || state.due > upTo) return state
    const at = state.due > cloud.clock.now() ? state.due : cloud.clock.now()
    cloud.clock.standAt(at)
    await choices.makeDue(at)
    await settle(cloud)
    await cloud.invoke('release-holds', { scheduledAt: at.toISOString() })
    await settle(cloud)
  }
  throw new Error(`Something stays due at ${cloud.clock.now().toISOString()} however often it is swept up.`)
}

async function nextDue(cloud: Cloud): Promise<Date | undefined> {
  const rows = [
    ...(await cloud.table.queryIndex('GSI2', DUE_BUSINESS, { limit: 1 })),
    ...(await cloud.table.queryIndex('GSI2', DUE_REAL, { limit: 1 })),
  ]
  return earliest(rows.map((row) => new Date(String(row['GSI2SK']).split('#')[0] ?? '')))
}

function earliest(moments: (Date | undefined)[]): Date | undefined {
  const known = moments.filter((each) => each !== undefined)
  return known.length === 0 ? undefined : new Date(Math.min(...known.map((each) => each.getTime())))
}

/** The scenario's working hours with the days the seed sets. */
export function hoursOf({ workingHours: hours, timeZone }: Scenario): WorkingHours {
  return workingHours.parse({ ...hours, timeZone, days: ['mon', 'tue', 'wed', 'thu', 'fri'] })
}
