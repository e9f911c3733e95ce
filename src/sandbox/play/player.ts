import { addMinutes } from 'date-fns/addMinutes'
import { z } from 'zod'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { DUE_BUSINESS, DUE_REAL } from '#src/adapters/dynamo/keys.ts'
import type { Row, Table } from '#src/adapters/dynamo/table.ts'
import { dailyDueAt } from '#src/agent/daily-due.ts'
import { isFrozen, type Away } from '#src/domain/away.ts'
import { workingHours, type WorkingHours } from '#src/domain/project.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import { FunctionFailed } from '#src/sandbox/cloud/functions.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { choicesOf, type Choices } from './choices.ts'

export type Played = { cycles: number; quietSkipped: number }

/** As much of the cloud as a player touches. */
export type PlayedCloud = {
  clock: Pick<Cloud['clock'], 'now' | 'standAt'>
  table: Table
  jira: Pick<Cloud['jira'], 'changedBetween'>
  graph: Pick<Cloud['graph'], 'changedBetween'>
  asana: Pick<Cloud['asana'], 'changedBetween'>
  machines: Pick<Cloud['machines'], 'idle'>
  stream: Pick<Cloud['stream'], 'drain'>
  invoke: Cloud['invoke']
}

type Hours = Pick<Scenario, 'workingHours' | 'timeZone'>

export type PlayOptions = {
  cloud: PlayedCloud
  scenario: Pick<Scenario, 'tickMinutes' | 'faults' | 'decisions' | 'pm'> & Hours
  from: Date
  until: Date
  /** Run every tick, also those at which nothing is new or due. */
  everyTick?: boolean
  progress?: (at: Date) => void
  log: (line: string) => void
}

/** Sweeps that change nothing before a play gives up: only a fault of ours gets there. */
const MOST_IN_VAIN = 1000

/**
 * Plays a scenario headless: both clocks stand where the player puts them, so the same scenario always ends the same.
 * Between two ticks it stops at every moment at which something falls due.
 */
export async function play(options: PlayOptions): Promise<Played> {
  const { cloud, scenario, from, until } = options
  const choices = choicesOf(cloud.table, scenario, options.log)
  const played: Played = { cycles: 0, quietSkipped: 0 }
  let last: Date | undefined
  let after = await stateOf(cloud, choices)
  for (const slot of slotsOf(from, until, scenario.tickMinutes)) {
    if (after.due && after.due <= slot) after = await runDue(options, choices, slot)
    if (!options.everyTick && last && !after.restless && !worthATick(options, last, slot)) {
      played.quietSkipped += 1
      continue
    }
    if ((await tick(options, slot)) === 'checked') {
      played.cycles += 1
      last = slot
    }
    await settle(cloud)
    await choices.lookForNew()
    after = await stateOf(cloud, choices)
    options.progress?.(slot)
  }
  if (after.due && after.due <= until) await runDue(options, choices, until)
  cloud.clock.standAt(until)
  return played
}

/** Lets everything that was set going come to rest: executions, and the stream behind them. */
export async function settle(cloud: Pick<PlayedCloud, 'machines' | 'stream'>): Promise<void> {
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

/** `restless`: while a source is blind, or a check failed or did not end, each tick tries again. */
async function stateOf(cloud: PlayedCloud, choices: Choices): Promise<State> {
  const running = await connectCycles(cloud.table).running()
  const spared = running !== undefined && running.everySlot > 1
  const failed = running !== undefined && !spared && (running.lastCheckAt ?? '') < running.heartbeatAt
  const restless = !running || failed || running.blind.length > 0 || running.lease !== null
  // What waits while paused or away stays due however often it is swept: nothing but the PM moves it on.
  const swept = running?.paused ? undefined : await nextDue(cloud, running?.away ?? null)
  return { due: earliest([swept, choices.nextDue()]), restless }
}

function worthATick({ cloud, scenario }: PlayOptions, last: Date, slot: Date): boolean {
  if ([cloud.jira, cloud.asana, cloud.graph].some((vendor) => vendor.changedBetween(last, slot))) return true
  if (scenario.faults.some((fault) => fault.at <= slot && fault.at > last)) return true
  const day = dailyDueAt(slot, hoursOf(scenario))
  return day !== undefined && day !== dailyDueAt(last, hoursOf(scenario))
}

/** Fires a slot's tick; one that fails is fired again a minute later each time, until the next slot has come. */
async function tick(options: PlayOptions, slot: Date): Promise<'checked' | 'spared' | 'failed'> {
  const next = addMinutes(slot, options.scenario.tickMinutes)
  for (let at = slot; at < next; at = addMinutes(at, 1)) {
    options.cloud.clock.standAt(at)
    const fired = await works(options, 'tick', slot)
    if (fired) return spared.safeParse(fired.answer).success ? 'spared' : 'checked'
  }
  return 'failed'
}

/** While money is short not every slot is used: what changed by then is still to be checked. */
const spared = z.object({ says: z.literal('saving') })

/** Sweeps until nothing is due any more. After a sweep that fails it is a minute later, so that this ends. */
async function runDue(options: PlayOptions, choices: Choices, upTo: Date): Promise<State> {
  const { cloud } = options
  let before = ''
  for (let inVain = 0; inVain < MOST_IN_VAIN; inVain++) {
    const state = await stateOf(cloud, choices)
    if (!state.due || state.due > upTo) return state
    const at = state.due > cloud.clock.now() ? state.due : cloud.clock.now()
    const stands = `${state.due.toISOString()} at ${at.toISOString()}`
    if (stands !== before) inVain = 0
    before = stands
    cloud.clock.standAt(at)
    await choices.makeDue(at)
    await settle(cloud)
    const swept = await works(options, 'release-holds', at)
    await settle(cloud)
    if (swept) continue
    if (addMinutes(at, 1) > upTo) return await stateOf(cloud, choices)
    cloud.clock.standAt(addMinutes(at, 1))
  }
  throw new Error(`Something stays due (${before}) however often it is swept up.`)
}

/** As a schedule fires: a function that fails is logged, and comes again. Its answer, or undefined. */
async function works(
  { cloud, log }: PlayOptions,
  name: 'tick' | 'release-holds',
  scheduledAt: Date,
): Promise<{ answer: unknown } | undefined> {
  try {
    return { answer: await cloud.invoke(name, { scheduledAt: scheduledAt.toISOString() }) }
  } catch (error) {
    if (!(error instanceof FunctionFailed)) throw error
    log(`[play] ${cloud.clock.now().toISOString()} ${name}: ${error.name}: ${error.says}`)
    return undefined
  }
}

async function nextDue(cloud: PlayedCloud, away: Away | null): Promise<Date | undefined> {
  const dueOf = (row: Row) => new Date(String(row['GSI2SK']).split('#')[0] ?? '')
  const moves = (row: Row) => {
    const due = dueOf(row)
    const then = due > cloud.clock.now() ? due : cloud.clock.now()
    return row['status'] === 'snoozed' || !isFrozen(away, due.toISOString(), then)
  }
  const inBusiness = await cloud.table.queryIndex('GSI2', DUE_BUSINESS, away ? {} : { limit: 1 })
  const inReal = await cloud.table.queryIndex('GSI2', DUE_REAL, { limit: 1 })
  return earliest([...inBusiness.filter(moves), ...inReal].map(dueOf))
}

function earliest(moments: (Date | undefined)[]): Date | undefined {
  const known = moments.filter((each) => each !== undefined)
  return known.length === 0 ? undefined : new Date(Math.min(...known.map((each) => each.getTime())))
}

/** The scenario's working hours with the days the seed sets. */
export function hoursOf({ workingHours: hours, timeZone }: Hours): WorkingHours {
  return workingHours.parse({ ...hours, timeZone, days: ['mon', 'tue', 'wed', 'thu', 'fri'] })
}
