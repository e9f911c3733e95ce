import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMinutes } from 'date-fns/addMinutes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { CROWD_START, crowdedScenario } from '#src/sandbox/campaign/crowd.ts'
import { anIssue } from '#src/sandbox/campaign/vendor-records.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { settle } from '#src/sandbox/play/player.ts'
import { allSignals } from '#src/sandbox/play/report.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { issueFile, mailFile } from '#src/sandbox/scenario/vendor-files.ts'

const AT = addMinutes(CROWD_START, 10)
const NEXT = addMinutes(CROWD_START, 15)
let cloud: Cloud

beforeAll(async () => {
  cloud = await startCloud({
    scenario: odd(crowdedScenario({ projects: 1, issues: 0, mails: 0 })),
    folder: mkdtempSync(join(tmpdir(), 'pm-odd-')),
    ports: await freePorts(),
    startAt: CROWD_START,
    functions: () => ({ invoke: inProcess(), close: () => Promise.resolve() }),
    ...{ retryAtOnce: true, model: 'none', log: () => undefined },
  })
  for (const at of [CROWD_START, NEXT]) {
    cloud.clock.standAt(at)
    await cloud.invoke('tick', { scheduledAt: at.toISOString() })
    await settle(cloud)
  }
})
afterAll(async () => {
  await cloud.stop()
})

/** Tickets and mails as no rule expects them. */
function odd(scenario: Scenario): Scenario {
  const moved = anIssue(1, 'PA-1', [{ at: AT, what: 'moved' }])
  const change = { field: 'Mood', fieldtype: 'custom', fieldId: 'customfield_99999', from: null, to: '7' }
  const status = { id: '777', name: '🫥', statusCategory: { id: 9, key: 'undefined', name: 'None' } }
  const items = [
    { ...change, fromString: null, toString: 'sunny' },
    { field: 'status', fieldtype: 'jira', from: '3', fromString: 'In Progress', to: '777', toString: '🫥' },
  ]
  const history = { id: '599999', author: null, created: AT.toISOString(), items }
  const strange = issueFile.parse({
    ...moved,
    fields: { ...moved.fields, summary: '🦑🔥', status, customfield_99999: { deep: [null] }, assignee: null },
    changelog: { histories: [history] },
  })
  const commented = anIssue(2, 'PA-2', [{ at: AT, what: 'commented' }])
  const broken = issueFile.parse({ ...commented, fields: { ...commented.fields, status: undefined } })
  const mail = (n: number, over: Record<string, unknown>) =>
    mailFile.parse({
      ...{ id: `odd-${n}`, internetMessageId: `<odd-${n}@x.example>`, receivedDateTime: AT.toISOString() },
      ...over,
    })
  const much = `<p>PA-1 ${'words '.repeat(500_000)}`
  return {
    ...scenario,
    issues: [strange, broken, anIssue(3, 'PA-3', [{ at: AT, what: 'moved' }])],
    mail: [
      mail(1, { subject: '🦑', from: null, sender: null }),
      mail(2, { subject: null, body: { contentType: 'html', content: '<<p PA-1 </' } }),
      mail(3, { subject: 'PA-1', body: { contentType: 'html', content: much } }),
    ],
  }
}

test('what no rule expects is a signal with what is known of it, or is named in the log, and the check goes on', async () => {
  const record = await connectCycles(cloud.table).record(NEXT.toISOString())
  expect(record).toMatchObject({ ended: 'active', readings: [{ ok: true }, { ok: true }] })
  const signals = await allSignals(cloud.table, { source: 'jira', account: '127.0.0.1' })
  const told = signals.filter(({ bootstrap }) => !bootstrap).map(({ ref, kind, after }) => [ref, kind, after])
  expect(told.sort()).toEqual([
    ['PA-1', 'other', 'sunny'],
    ['PA-1', 'status', '🫥'],
    ['PA-3', 'status', 'In Progress'],
  ])
  const mails = await allSignals(cloud.table, { source: 'outlook', account: 'morgan.reid@example.com' })
  expect(mails.map(({ title, actor }) => [title, actor?.name ?? null]).sort()).toEqual([
    ['(no subject)', null],
    ['PA-1', null],
    ['🦑', null],
  ])
  const events = await connectEvents(cloud.table).recent({ now: NEXT, days: 1, limit: 100 })
  const unreadable = events.filter(({ kind }) => kind === 'signal_unreadable').map(({ text }) => text)
  expect(unreadable).toEqual(['PA-2 could not be read: its field status is missing'])
})
