import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { whole } from '#src/sandbox/vendor/answer.ts'
import { controlAnswer, type Grants } from '#src/sandbox/vendor/control.ts'
import { faultBox } from '#src/sandbox/vendor/fault-box.ts'
import type { Fault, FaultBox } from '#src/sandbox/vendor/fault-box.ts'
import { serve } from '#src/sandbox/vendor/serve.ts'
import { answerTo } from './answering.ts'
import { openJournal } from './journal.ts'
import type { WriteRecord } from './journal.ts'
import { openSite } from './site.ts'

export type JiraDoubleOptions = {
  /** 0: any free port. */
  port: number
  scenario: Scenario
  /** Scenario time. */
  now: () => Date
  /** What basic auth must carry. */
  token: { email: string; apiToken: string }
  /** Keeps our writes over a restart. */
  journalFile?: string
  host?: string
  /** The zone of the account's profile, in which JQL is read; default: the scenario's. */
  accountTimeZone?: string
  /** How long (real ms) the fault `timeout` leaves a request hanging; default 30 s. */
  hangMs?: number
}

export type JiraDouble = {
  url: string
  close: () => Promise<void>
  journal: () => readonly WriteRecord[]
  /** Replaces all faults, those of faults.json too. */
  setFaults: (faults: readonly Fault[]) => void
  /** Replaces what the token's account may do. */
  setGrants: (next: Grants) => void
  /** The requests that met a fault. */
  strikes: FaultBox['strikes']
  /** Whether anything changed on the site after `from`, up to and including `to` (scenario time). */
  changedBetween: (from: Date, to: Date) => boolean
}

/**
 * Jira Cloud REST v3 on a local port, fed by a scenario: every answer is the site as it was at scenario time, with our own
 * writes laid over it. Rejects, naming the port, when it can't listen.
 */
export async function startJiraDouble(options: JiraDoubleOptions): Promise<JiraDouble> {
  const { scenario, now, token, port, host = '127.0.0.1', hangMs } = options
  const journal = openJournal(options.journalFile)
  const site = openSite(scenario, journal, options.accountTimeZone ?? scenario.timeZone)
  const faults = faultBox(
    scenario.faults.filter((fault) => fault.target === 'jira'),
    '/search/jql',
    /\/rest\/api\/3\/search\//,
  )
  const everything: Grants = { missing: [], inExchange: false }
  const world = { site, faults, now, token, granted: everything }
  const setGrants = (next: Grants) => {
    world.granted = next
  }
  const failed = (message: string) => ({ errorMessages: [message], errors: {} })
  const served = await serve({ name: 'The Jira double', port, host, hangMs, failed }, (incoming, base) => {
    const control = controlAnswer(incoming, {
      journal: journal.all,
      setFaults: faults.set,
      setGrants,
      failed,
    })
    return control ? whole(control) : answerTo(incoming, { ...world, base })
  })
  return {
    ...served,
    journal: journal.all,
    setFaults: faults.set,
    setGrants,
    strikes: faults.strikes,
    changedBetween: site.changedBetween,
  }
}
