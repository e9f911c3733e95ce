import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { whole } from '#src/sandbox/vendor/answer.ts'
import { controlAnswer, type Grants } from '#src/sandbox/vendor/control.ts'
import { faultBox, type Fault, type FaultBox } from '#src/sandbox/vendor/fault-box.ts'
import { serve } from '#src/sandbox/vendor/serve.ts'
import { answerTo, ROLES, type World } from './answering.ts'
import { openJournal, type WriteRecord } from './journal.ts'
import { openMailbox, type Held } from './mailbox.ts'
import { tokenEndpoint, type AppCredentials } from './tokens.ts'

export type GraphDoubleOptions = {
  /** 0: any free port. */
  port: number
  scenario: Scenario
  /** Scenario time. */
  now: () => Date
  credentials: AppCredentials
  /** Keeps our drafts and sent mails over a restart. */
  journalFile?: string
  host?: string
  /** How long (real ms) the fault `timeout` leaves a request hanging; default 30 s. */
  hangMs?: number
  /** How long (real seconds) a token lasts; default an hour. */
  tokenSeconds?: number
}

export type GraphDouble = {
  /** Sign in at `url`, and call Graph at `graphUrl`. */
  url: string
  graphUrl: string
  close: () => Promise<void>
  journal: () => readonly WriteRecord[]
  /** What we sent, oldest first. */
  sent: () => Held['message'][]
  /** Replaces all faults, those of faults.json too, and forgets who is told to wait. */
  setFaults: (faults: readonly Fault[]) => void
  /** Replaces what the app may do. */
  setGrants: (next: Grants) => void
  /** The requests that met a fault. */
  strikes: FaultBox['strikes']
  /** Whether anything came, moved or was written after `from`, up to and including `to` (scenario time). */
  changedBetween: (from: Date, to: Date) => boolean
}

/**
 * Microsoft Graph's mail and its token endpoint on a local port, fed by a scenario: every answer is the mailbox as it was
 * at scenario time, with our own writes laid over it. Rejects, naming the port, when it can't listen.
 */
export async function startGraphDouble(options: GraphDoubleOptions): Promise<GraphDouble> {
  const { scenario, now, port, host = '127.0.0.1', hangMs } = options
  const journal = openJournal(options.journalFile)
  const mailbox = openMailbox(scenario, journal)
  const ours = scenario.faults.filter((fault) => fault.target === 'graph')
  const world: World = {
    mailbox,
    faults: faultBox(ours, '/messages', /\/delta\b/),
    tokens: tokenEndpoint(options.credentials, options.tokenSeconds ?? 3599, () =>
      world.granted.inExchange ? [] : ROLES.filter((role) => !world.granted.missing.includes(role)),
    ),
    now,
    granted: { missing: [], inExchange: false },
  }
  const setGrants = (next: Grants) => {
    world.granted = next
  }
  const setFaults = world.faults.set
  const failed = (message: string) => ({ error: { code: 'DoubleFailed', message } })
  const served = await serve({ name: 'The Graph double', port, host, hangMs, failed }, (incoming, base) => {
    const control = controlAnswer(incoming, { journal: journal.all, setFaults, setGrants, failed })
    return control ? whole(control) : answerTo(incoming, base, world)
  })
  return {
    ...served,
    graphUrl: `${served.url}/v1.0`,
    journal: journal.all,
    sent: () => {
      const ids = new Set(journal.all().flatMap((it) => (it.kind === 'send' ? [it.id] : [])))
      return mailbox
        .held(now().getTime())
        .filter(({ id }) => ids.has(id))
        .map(({ message }) => message)
    },
    setFaults,
    setGrants,
    strikes: world.faults.strikes,
    changedBetween: mailbox.changedBetween,
  }
}
