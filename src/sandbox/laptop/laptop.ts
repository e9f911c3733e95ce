import { addMinutes } from 'date-fns/addMinutes'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { createTable } from '#src/sandbox/cloud/create-table.ts'
import { startDatabase, type RunningDatabase } from '#src/sandbox/cloud/dynoxide.ts'
import { sandboxFolder, TABLE } from '#src/adapters/local-environment.ts'
import type { Invoke } from '#src/sandbox/cloud/functions.ts'
import { lastStand } from '#src/sandbox/cloud/sandbox-clock.ts'
import { WorkerPool } from '#src/sandbox/cloud/worker-pool.ts'
import { hoursOf, play } from '#src/sandbox/play/player.ts'
import { readScenario, type Scenario } from '#src/sandbox/scenario/scenario.ts'
import { pacer, type Pacer } from './pacer.ts'
import type { LaptopSettings } from './settings.ts'
import { startTicker, type Ticker } from './ticker.ts'

export type Laptop = { stop(): Promise<void> }

/**
 * Architect listens for Ctrl-C only once everything has started, and without a listener a signal ends the process before
 * its `exit` handlers have ended database and workers. As soon as somebody else listens, the ending is theirs.
 */
function leaveOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(130)
    })
}

type Opened = { scenario: Scenario; folder: string; database: RunningDatabase }

/** The database and its table, before anything else: Architect looks for them first. Bad scenarios end here. */
export async function openLaptop(settings: LaptopSettings): Promise<Opened> {
  const scenario = readScenario(settings.scenario)
  const folder = sandboxFolder(settings.scenario, settings.folder)
  if (settings.fresh) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  leaveOnSignal()
  const database = await startDatabase({ port: settings.ports.database, path: join(folder, 'table.db') })
  await createTable(database.endpoint, TABLE)
  return { scenario, folder, database }
}

/** Starts the whole system around the web server, plays what came before, and goes on live. */
export async function startLaptop(
  opened: Opened,
  settings: LaptopSettings,
  sweepMinutes: number,
): Promise<Laptop> {
  const { folder } = opened
  const log = (line: string) =>
    appendFileSync(join(folder, 'sandbox.log'), `${new Date().toISOString()} ${line}\n`)
  const stood = lastStand(join(folder, 'clock.json'))
  const scenario = withoutPastFaults(opened.scenario, stood)
  const live: { ticker?: Ticker; pacer?: Pacer } = {}
  const functions = playedThenLive(log)
  const cloud = await startCloud({
    ...opened,
    scenario,
    ports: settings.ports,
    password: settings.password,
    model: settings.model,
    startAt: stood ?? scenario.start,
    functions: functions.start,
    control: {
      pace: (action, until) => live.pacer?.press(action, until),
      tick: async () => await live.ticker?.tickNow(),
    },
    log,
  })
  const stop = () => stopLaptop(cloud, live.ticker)
  try {
    await catchUp({ cloud, scenario, from: stood ?? scenario.start, settings, log })
    functions.goLive()
    live.pacer = pacer(cloud.clock, {
      hours: hoursOf(scenario),
      end: scenario.end,
      speed: settings.speed,
      wait: firstCheck(cloud, scenario.tickMinutes),
    })
    live.pacer.adjust()
    cloud.stream.follow()
    live.ticker = startTicker({
      clock: cloud.clock,
      invoke: cloud.invoke,
      tickMinutes: scenario.tickMinutes,
      sweepMinutes,
      beforeLook: live.pacer.adjust,
      log,
    })
    // The play skipped quiet checks: until it has had one, the agent would look as if it had stopped.
    await live.ticker.tickNow()
    settings.say(`Open http://localhost:${settings.ports.app}`)
    settings.say(`Sign in ${scenario.pm.email} ${cloud.secrets.password}`)
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

/** What went wrong before the clock was left standing is over: a restart does not make it happen again. */
function withoutPastFaults(scenario: Scenario, stood: Date | undefined): Scenario {
  if (!stood) return scenario
  return { ...scenario, faults: scenario.faults.filter(({ at }) => at > stood) }
}

/**
 * The functions: in this process while what came before is played, as `npm run play` has them, since a dozen cold
 * workers would take longer than the play; from then on in workers, each as it is deployed, which can be killed.
 */
function playedThenLive(log: (line: string) => void) {
  const here = inProcess()
  let isLive = false
  return {
    start: (env: Record<string, string>) => {
      // By this, Remix knows that its address is not an https one.
      const workers = new WorkerPool({ ...env, ARC_SANDBOX: 'warm' }, log)
      const invoke: Invoke = (name, payload) =>
        (isLive || name === 'server' ? workers.invoke : here)(name, payload)
      return { invoke, close: workers.close, kill: workers.killNext }
    },
    goLive: () => {
      isLive = true
    },
  }
}

type CatchUp = {
  cloud: Cloud
  scenario: Scenario
  from: Date
  settings: LaptopSettings
  log: (line: string) => void
}

/** Plays up to `liveFrom` at once; after a restart, goes on where the clock stood. */
async function catchUp({ cloud, scenario, from, settings, log }: CatchUp): Promise<void> {
  if (from < scenario.liveFrom) {
    settings.say(`Playing ${scenario.name} from ${day(from)} to ${day(scenario.liveFrom)}`)
    const progress = progressOf(from, scenario.liveFrom, settings.say)
    await play({ cloud, scenario, from, until: scenario.liveFrom, progress, log })
    return
  }
  const running = await connectCycles(cloud.table).running()
  const heard = running ? new Date(running.heartbeatAt) : from
  cloud.clock.standAt(heard > from ? heard : from)
}

/**
 * The first check starts every worker cold, and the demo's clock would run so far ahead of it that the agent looked as if
 * it had stopped: the clock waits before the slot after it.
 */
function firstCheck({ clock, machines }: Cloud, tickMinutes: number) {
  const ended = () => machines.executions().filter(({ status }) => status !== 'RUNNING').length
  const before = ended()
  return { at: addMinutes(clock.now(), 2 * tickMinutes - 1), isOver: () => ended() > before }
}

/** Says how far it is, ten times on the way at the most. */
function progressOf(from: Date, until: Date, say: (line: string) => void): (at: Date) => void {
  let said = 0
  return (at) => {
    const tenths = Math.floor((10 * (at.getTime() - from.getTime())) / (until.getTime() - from.getTime()))
    if (tenths > said) say(`  … ${day(at)}`)
    said = Math.max(said, tenths)
  }
}

async function stopLaptop(cloud: Cloud, ticker: Ticker | undefined): Promise<void> {
  await ticker?.stop()
  cloud.clock.standAt(cloud.clock.now())
  await cloud.stop()
}

const day = (at: Date) => at.toISOString().slice(0, 10)
