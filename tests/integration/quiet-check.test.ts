import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { PM_PK, unannouncedSk } from '#src/adapters/dynamo/keys.ts'
import { documentClient } from '#src/adapters/dynamo/table.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import type { FunctionName } from '#src/sandbox/cloud/functions.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { countWrites } from '#src/sandbox/play/count-writes.ts'
import { settle } from '#src/sandbox/play/player.ts'
import { flaggedScenario, slotOf } from '../fixtures/flagged-scenario.ts'

let cloud: Cloud
const called: FunctionName[] = []
const said: string[] = []

beforeAll(async () => {
  const scenario = flaggedScenario(0)
  const run = inProcess()
  cloud = await startCloud({
    scenario,
    folder: mkdtempSync(join(tmpdir(), 'pm-quiet-')),
    ports: await freePorts(),
    startAt: scenario.start,
    functions: () => ({
      invoke: (name, payload) => {
        called.push(name)
        return run(name, payload)
      },
      close: () => Promise.resolve(),
    }),
    retryAtOnce: true,
    log: (line) => said.push(line),
  })
  await check(0)
})

afterAll(async () => {
  await cloud.stop()
})

async function check(n: number): Promise<void> {
  cloud.clock.standAt(slotOf(n))
  await cloud.invoke('tick', { scheduledAt: slotOf(n).toISOString() })
  await settle(cloud)
}

test('a quiet check ends at the gate: two steps, three small writes, no model call', async () => {
  const writes = countWrites(documentClient())
  called.length = 0
  await check(1)
  expect(writes.items()).toBeLessThanOrEqual(3)
  expect(called.filter((name) => name !== 'on-change')).toEqual(['tick', 'heartbeat', 'detect-changes'])
  expect(cloud.machines.executions().map((each) => each.status)).toEqual(['SUCCEEDED', 'SUCCEEDED'])
})

test('a tick that comes twice for one slot starts one check', async () => {
  const before = cloud.machines.executions().length
  await check(2)
  await check(2)
  expect(cloud.machines.executions()).toHaveLength(before + 1)
})

test('what the heartbeat found of each connection is written with the end of a quiet check too', async () => {
  const { record } = connectCycles(cloud.table)
  // This PM has no mailbox connected: that is no blindness, and Outlook is not asked.
  const well = [{ source: 'jira', ok: true, reason: null }]
  expect(await record(slotOf(2).toISOString())).toMatchObject({ ended: 'quiet', health: well })
  cloud.jira.setFaults([{ fault: '401', match: '/myself' }])
  await check(3)
  const ill = [{ source: 'jira', ok: false, reason: 'Jira does not accept our credentials.' }]
  expect(await record(slotOf(3).toISOString())).toMatchObject({ ended: 'quiet', health: ill })
})

test('an event of an unknown type dies at the door with what is wrong, and writes nothing', async () => {
  const writes = countWrites(documentClient())
  await expect(cloud.invoke('tick', { when: 'now' })).rejects.toThrow(/scheduledAt/)
  await expect(cloud.invoke('heartbeat', { page: 1 })).rejects.toThrow(/slot/)
  expect(writes.items()).toBe(0)
})

test('a row that cannot be announced is set aside with its reason, and the stream goes on', async () => {
  const poison = {
    PK: 'PROJECT#SP',
    SK: 'ESCALATION#broken',
    type: 'escalation',
    id: 'broken',
    status: 'puzzled',
  }
  await cloud.table.write([{ put: poison }])
  await settle(cloud)
  const aside = await cloud.table.query(PM_PK, { beginsWith: unannouncedSk('') })
  expect(aside).toHaveLength(1)
  expect(String(aside[0]?.['why'])).toMatch(/status/)
  expect(said.filter((line) => line.includes('[stream]'))).toEqual([])
})
