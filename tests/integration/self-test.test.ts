import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { businessNow } from '#src/adapters/clock.ts'
import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectSelfTests } from '#src/adapters/dynamo/self-tests.ts'
import type { SourceFinding } from '#src/domain/self-test.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'
import { askSelfTest } from '#src/use-cases/ask-self-test.ts'

/** What each connection may do, asked for as the screen does and found out by the agent, with projects in both trackers. */
const scenario = readScenario('scenarios/asana')
let cloud: Cloud
const running = new Set<Promise<unknown>>()

beforeAll(async () => {
  const invoke = inProcess()
  cloud = await startCloud({
    scenario,
    folder: mkdtempSync(join(tmpdir(), 'pm-self-test-')),
    ports: await freePorts(),
    startAt: scenario.start,
    functions: () => ({
      invoke: (name, payload) => {
        const call = invoke(name, payload)
        const over = () => running.delete(call)
        running.add(call)
        call.then(over, over)
        return call
      },
      close: async () => undefined,
    }),
    model: 'none',
    retryAtOnce: true,
    forgetful: true,
    log: () => undefined,
  })
}, 120_000)

afterAll(async () => cloud.stop())

async function tested(): Promise<SourceFinding[]> {
  const { get, save } = connectSelfTests(cloud.table)
  await askSelfTest({ now: businessNow, selfTest: get, saveSelfTest: save })
  expect(await get()).toMatchObject({ state: 'asked' })
  do {
    await cloud.stream.drain()
    await Promise.allSettled(running)
  } while ((await get())?.state === 'asked')
  const done = await get()
  return done?.state === 'done' ? done.findings : []
}
const writes = () => [cloud.jira, cloud.asana, cloud.graph].map((double) => double.journal().length)
const problems = (findings: SourceFinding[]) =>
  findings.flatMap(({ source, can, where, problem, todo }) =>
    problem ? [{ source, can, where, problem, todo }] : [],
  )

test('with every permission each can read and write, and nothing was changed anywhere', async () => {
  const findings = await tested()
  expect(problems(findings)).toEqual([])
  expect([...new Set(findings.map(({ source, can }) => `${source} ${can}`))].sort()).toEqual([
    ...['asana read', 'asana write', 'jira read', 'outlook read', 'outlook write'],
  ])
  expect(writes()).toEqual([0, 0, 0])
  const [said] = await connectEvents(cloud.table).recent({ now: businessNow(), days: 1, limit: 5 })
  expect(said).toMatchObject({ kind: 'self_tested', text: 'Connections tested. Each can read and write.' })
})

test('what was taken away is named, with the setting to change', async () => {
  cloud.graph.setGrants({ missing: ['Mail.Send'], inExchange: false })
  cloud.asana.setGrants({ missing: ['comment'], inExchange: false })
  const found = problems(await tested())
  expect(found).toMatchObject([
    { source: 'asana', can: 'write', problem: 'Its account only views the project.' },
    {
      source: 'outlook',
      can: 'write',
      where: 'mail that is sent',
      problem: expect.stringContaining('ErrorAccessDenied'),
    },
  ])
  expect(found.at(-1)?.todo).toContain('RBAC for Applications')
  expect(found.at(-1)?.todo).toContain('Application Mail.Send')
  expect(writes()).toEqual([0, 0, 0])
})

test('what Exchange grants stands in no token, and is found all the same', async () => {
  cloud.graph.setGrants({ missing: [], inExchange: true })
  cloud.asana.setGrants({ missing: [], inExchange: false })
  expect(problems(await tested())).toEqual([])
  expect(writes()).toEqual([0, 0, 0])
})

test('a mailbox that can’t be read is said of each folder', async () => {
  cloud.graph.setGrants({ missing: ['Mail.ReadWrite'], inExchange: true })
  expect(problems(await tested()).map(({ can, where }) => `${can} ${where}`)).toEqual([
    ...['read Inbox', 'read Sent Items', 'write drafts'],
  ])
})
