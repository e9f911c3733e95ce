import { addSeconds } from 'date-fns/addSeconds'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAttention } from '#src/adapters/dynamo/attention.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectStores } from '#src/adapters/dynamo/stores.ts'
import { projectPk } from '#src/adapters/dynamo/keys.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { rereadEnv } from '#src/adapters/env.ts'
import { localEnvironment } from '#src/adapters/local-environment.ts'
import { connectSes } from '#src/adapters/mail/ses.ts'
import { connectJira } from '#src/adapters/sources/jira/jira.ts'
import { connectOutlook } from '#src/adapters/sources/outlook/outlook.ts'
import { businessNow } from '#src/adapters/clock.ts'
import { releaseHolds } from '#src/agent/release-holds/release-holds.ts'
import { executorOn } from '#src/agent/wire-executor.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { sandboxClock } from '#src/sandbox/cloud/sandbox-clock.ts'
import { seed } from '#src/sandbox/cloud/seed.ts'
import { startGraphDouble, type GraphDouble } from '#src/sandbox/graph/graph-double.ts'
import { startJiraDouble, type JiraDouble } from '#src/sandbox/jira/jira-double.ts'
import { memoryTable } from '#src/sandbox/replay/memory-table.ts'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'
import { startSesDouble } from '#src/sandbox/ses/ses-double.ts'
import { WORKBENCH_HEADER } from '#src/domain/mail-change.ts'
import { PROJECT, settle } from './setting.ts'
import { Worker, type Strike } from './worker.ts'

/** A Wednesday morning of the demo, in the PM's working hours. */
const START = new Date('2026-10-21T09:00:00Z')
const APP = { tenantId: 'campaign', clientId: 'pm-workbench', clientSecret: 'campaign' }
const TOKEN = 'campaign'

/** What stays up for a whole campaign: SES, of which a process has one, and the file that both clocks are read from. */
export async function openHands() {
  const folder = mkdtempSync(join(tmpdir(), 'pm-hands-'))
  const ports = await freePorts()
  const clock = sandboxClock(join(folder, 'clock.json'), START)
  const ses = await startSesDouble({ port: ports.ses })
  Object.assign(process.env, localEnvironment(ports, clock.path))
  rereadEnv()
  const scenario = { ...readScenario('scenarios/harbour'), faults: [], decisions: [] }
  const sendToPm = connectSes()
  return {
    clock,
    scenario,
    ses: sendToPm,
    mailed: async (actId: string) => {
      const sent = await ses.sent()
      const isOurs = ({ name, value }: { name: string; value: string }) =>
        name.toLowerCase() === WORKBENCH_HEADER.toLowerCase() && value === actId
      return sent.filter(({ headers }) => headers.some(isOurs)).length
    },
    stop: async () => {
      await ses.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Hands = Awaited<ReturnType<typeof openHands>>

/** How far the vendors' clocks, and that of every other worker, are off, in seconds. */
export type Off = { vendors: number; workers: number }

/**
 * A project with its own table, Jira and mailbox, and workers that can be killed: the functions' own code on a table in
 * memory, and its hands on the vendors' doubles over HTTP. What the doubles have written down is the truth.
 */
export async function openHandsWorld(hands: Hands, name: string, off: Off = { vendors: 0, workers: 0 }) {
  const { clock, scenario } = hands
  let truth = START
  const vendorNow = () => addSeconds(truth, off.vendors)
  const token = { email: scenario.pm.email, apiToken: TOKEN }
  const jira = await startJiraDouble({ port: 0, scenario, now: vendorNow, token })
  const graph = await startGraphDouble({ port: 0, scenario, now: vendorNow, credentials: APP })
  const table = memoryTable()
  await seed(table, scenario, 'tactical')
  const executorOf = (worker: Worker): ExecutorDeps => {
    const { fetch } = worker
    const { url: loginUrl, graphUrl } = graph
    return executorOn(worker.table(table), {
      jira: connectJira({ baseUrl: jira.url, ...token, fetch, now: businessNow }),
      asana: undefined,
      outlook: connectOutlook(
        { ...APP, mailbox: scenario.pm.email, loginUrl, graphUrl },
        { fetch, now: businessNow },
      ),
      ses: worker.ses(hands.ses),
    })
  }
  const moveTo = (at: Date, seconds = 0) => {
    truth = at
    clock.standAt(addSeconds(at, seconds))
  }
  moveTo(START)
  const world = {
    ...{ name, off, table, scenario, moveTo, executorOf, stores: connectStores(table) },
    now: () => truth,
    readIssue: connectJira({ baseUrl: jira.url, ...token, now: businessNow }).readIssue,
    /** A function of the agent's, in a process of its own. */
    work: async (what: (worker: Worker) => Promise<unknown>, strike?: Strike) => {
      const worker = new Worker(strike)
      const ended = await worker.run(() => what(worker))
      return { worker, ended }
    },
    /** The minute's schedule; or, named by the stream, one act. */
    release: (worker: Worker, event: Parameters<typeof releaseHolds>[1]) => {
      const rows = worker.table(table)
      const { due, save } = connectEscalations(rows)
      const executor = executorOf(worker)
      const attention = connectAttention(rows)
      const wired = { attention, dueActs: connectActs(rows).due, dueEscalations: due, saveEscalation: save }
      return releaseHolds({ ...wired, executor, sleepUntilReal: async () => undefined }, event)
    },
    ledger: () => ledgerOf({ table, jira, graph, hands }),
    close: async () => {
      await jira.close()
      await graph.close()
    },
  }
  await settle(world)
  return world
}
type Books = { table: Table; jira: JiraDouble; graph: GraphDouble; hands: Hands }

/** Everything that the vendors, SES and the documents have taken for this project, as they wrote it down. */
async function ledgerOf({ table, jira, graph, hands }: Books): Promise<number> {
  const written = jira.journal().filter((it) => it.kind !== 'property' && (it.kind !== 'edit' || it.item))
  const sent = graph.journal().filter(({ kind }) => kind === 'send')
  const notices = (await connectActs(table).ofProject(PROJECT, 500)).filter(
    ({ kind }) => kind === 'notification_internal',
  )
  const mailed = await Promise.all(notices.map(({ id }) => hands.mailed(id)))
  const changes = await table.query(projectPk(PROJECT), { beginsWith: 'CHANGE#' })
  return written.length + sent.length + changes.length + mailed.reduce((sum, each) => sum + each, 0)
}

export type HandsWorld = Awaited<ReturnType<typeof openHandsWorld>>
