import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { whole } from '#src/sandbox/vendor/answer.ts'
import { controlAnswer, type Grants } from '#src/sandbox/vendor/control.ts'
import { faultBox, type Fault, type FaultBox } from '#src/sandbox/vendor/fault-box.ts'
import { serve } from '#src/sandbox/vendor/serve.ts'
import { answerTo, VERSION, type World } from './answering.ts'
import { openJournal, type WriteRecord } from './journal.ts'
import { openWorkspace } from './workspace.ts'

export type AsanaDoubleOptions = {
  /** 0: any free port. */
  port: number
  scenario: Scenario
  /** Scenario time. */
  now: () => Date
  /** What the header must carry. */
  accessToken: string
  /** Keeps our comments over a restart. */
  journalFile?: string
  host?: string
  /** How long (real ms) the fault `timeout` leaves a request hanging; default 30 s. */
  hangMs?: number
}

export type AsanaDouble = {
  /** With its version. */
  url: string
  close: () => Promise<void>
  journal: () => readonly WriteRecord[]
  /** Replaces all faults, those of faults.json too, and forgets who is told to wait. */
  setFaults: (faults: readonly Fault[]) => void
  /** The requests that met a fault. */
  strikes: FaultBox['strikes']
  /** Replaces what the token's account may do: without `comment` it only views. */
  setGrants: (next: Grants) => void
  /** Whether anything changed after `from`, up to and including `to` (scenario time). */
  changedBetween: (from: Date, to: Date) => boolean
}

/** Events, and lists by date; a single task is always as it is. */
const LATE = /\/(events|tasks)\?/

/**
 * Asana's REST 1.0 on a local port, fed by a scenario: every answer is the workspace as it was at scenario time, with our own
 * comments laid over it. Rejects, naming the port, when it can't listen.
 */
export async function startAsanaDouble(options: AsanaDoubleOptions): Promise<AsanaDouble> {
  const { scenario, now, accessToken, port, host = '127.0.0.1', hangMs } = options
  const journal = openJournal(options.journalFile)
  const workspace = openWorkspace(scenario, journal)
  const ours = scenario.faults.filter((fault) => fault.target === 'asana')
  const granted: Grants = { missing: [], inExchange: false }
  const world: World = { workspace, faults: faultBox(ours, '/tasks', LATE), now, accessToken, granted }
  const { set: setFaults, strikes } = world.faults
  const setGrants = (next: Grants) => {
    world.granted = next
  }
  const failed = (message: string) => ({ errors: [{ message }] })
  const served = await serve({ name: 'The Asana double', port, host, hangMs, failed }, (incoming, base) => {
    const control = controlAnswer(incoming, { journal: journal.all, setFaults, setGrants, failed })
    return control ? whole(control) : answerTo(incoming, base, world)
  })
  const { changedBetween } = workspace
  const url = `${served.url}${VERSION}`
  const controls = { setFaults, setGrants, strikes }
  return { url, close: served.close, journal: journal.all, ...controls, changedBetween }
}
