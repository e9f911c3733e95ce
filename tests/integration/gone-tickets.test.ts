import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMinutes } from 'date-fns/addMinutes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { settle } from '#src/sandbox/play/player.ts'
import { aProject } from '#src/sandbox/campaign/crowd.ts'
import { aTask } from '#src/sandbox/campaign/vendor-records.ts'
import { issueFile, taskFile } from '#src/sandbox/scenario/vendor-files.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { flaggedScenario, slotOf } from '../fixtures/flagged-scenario.ts'

/** The first check of the next days. */
const TOMORROW = 24 * 4
const DAY_AFTER = 48 * 4
const AT_NIGHT = '2021-08-31T03:00:00.000+0000'

/** On the board, with no ticket in it. */
const SPRINT = { id: 4, name: 'Sprint 4', startDate: '2021-08-30T07:00:00Z', endDate: '2021-09-10T16:00:00Z' }

let cloud: Cloud

beforeAll(async () => {
  cloud = await startCloud({
    scenario: withTasks(tomorrowTwoAreGone(flaggedScenario(3))),
    folder: mkdtempSync(join(tmpdir(), 'pm-gone-')),
    ports: await freePorts(),
    startAt: slotOf(0),
    functions: () => ({ invoke: inProcess(), close: () => Promise.resolve() }),
    retryAtOnce: true,
    model: 'none',
    log: () => undefined,
  })
  for (const n of [0, 1, 2, 3]) await check(n)
})

afterAll(async () => {
  await cloud.stop()
})

/** SP-101 is deleted, and SP-102 becomes OPS-7 of a project that nobody watches; SP-103 stays. */
function tomorrowTwoAreGone(scenario: Scenario): Scenario {
  const [deleted, moved, ...others] = scenario.issues
  if (!deleted || !moved) throw new Error('Three issues were wanted.')
  const items = [
    {
      field: 'project',
      fieldtype: 'jira',
      from: '10000',
      fromString: 'Sample',
      to: '10001',
      toString: 'Operations',
    },
    { field: 'Key', fieldtype: 'jira', from: null, fromString: 'SP-102', to: null, toString: 'OPS-7' },
  ]
  const histories = [{ id: '90001', created: AT_NIGHT, items }, ...(moved.changelog?.histories ?? [])]
  return {
    ...scenario,
    issues: [
      { ...deleted, _deletedAt: AT_NIGHT },
      issueFile.parse({ ...moved, key: 'OPS-7', changelog: { histories } }),
      ...others,
    ],
    board: { id: 1, name: 'SP', type: 'scrum', location: { key: 'SP' } },
    sprints: [SPRINT],
  }
}

const ROOMS = { gid: '777001', name: 'Rooms' }

/**
 * Four tasks of Asana. The first is deleted between two checks, of which an event tells; at night the second is deleted and the
 * third taken out of its project, and the events that say so are lost.
 */
function withTasks(scenario: Scenario): Scenario {
  const tasks = [1, 2, 3, 4].map((n) => aTask(n, ROOMS, [{ at: slotOf(-4), what: 'commented' }]))
  const [first, second, third, fourth] = tasks
  if (!first || !second || !third || !fourth) throw new Error('Four tasks were wanted.')
  const removed = {
    ...{ gid: '699001', resource_type: 'story', resource_subtype: 'removed_from_project' },
    ...{ created_at: AT_NIGHT, project: ROOMS, text: 'removed from Rooms', created_by: first['created_by'] },
  }
  return {
    ...scenario,
    projects: [...scenario.projects, aProject('RM', ROOMS.gid)],
    tasks: [
      { ...first, _deletedAt: addMinutes(slotOf(1), 5).toISOString() },
      { ...second, _deletedAt: AT_NIGHT },
      taskFile.parse({ ...third, memberships: [], stories: [...third.stories, removed] }),
      fourth,
    ],
    faults: [{ at: slotOf(TOMORROW), target: 'asana', fault: 'drop', times: 1, match: '/events' }],
  }
}

async function check(n: number): Promise<void> {
  cloud.clock.standAt(slotOf(n))
  await cloud.invoke('tick', { scheduledAt: slotOf(n).toISOString() })
  await settle(cloud)
}

const standing = async (project = 'SP') =>
  (await connectMatters(cloud.table).ofProject(project))
    .map(({ id, ticket }) => [id, ticket?.statusCategory, ticket?.flagged, ticket?.resolution])
    .sort()

const told = async (n: number) => {
  const events = await connectEvents(cloud.table).recent({ now: slotOf(n), days: 1, limit: 100 })
  return events.filter(({ kind }) => kind === 'change_seen').map(({ text }) => text)
}

const roomsLeft = async () =>
  (await standing('RM')).map(([id, category, , resolution]) => [id, category, resolution])

test('a task of Asana that an event says was deleted is gone at the next check', async () => {
  const stands = ['new', null]
  expect(await roomsLeft()).toEqual([
    ['RM-500101', 'done', 'no longer there'],
    ['RM-500102', ...stands],
    ['RM-500103', ...stands],
    ['RM-500104', ...stands],
  ])
})

test('a ticket that was deleted or moved away is found gone by the next day’s first check, once', async () => {
  const stands = ['indeterminate', true, null]
  expect(await standing()).toEqual([
    ['SP-101', ...stands],
    ['SP-102', ...stands],
    ['SP-103', ...stands],
  ])
  await check(TOMORROW)
  const after = [
    ['SP-101', 'done', false, 'no longer there'],
    ['SP-102', 'done', false, 'now OPS-7'],
    ['SP-103', ...stands],
  ]
  expect(await standing()).toEqual(after)
  expect(await told(TOMORROW)).toEqual(
    expect.arrayContaining(['SP-101 is no longer there', 'SP-102 is now OPS-7']),
  )
  await check(DAY_AFTER)
  expect(await standing()).toEqual(after)
  expect(await told(DAY_AFTER)).toEqual([])
})

test('the board’s running sprint is in the delivery state, though no ticket tells of it', async () => {
  const delivery = await connectArtefacts(cloud.table).get('SP', 'delivery_state')
  expect(delivery?.content).toMatchObject({ sprint: { name: 'Sprint 4' } })
})

test('tasks whose going no event told are found gone by the day’s first check', async () => {
  expect(cloud.asana.strikes()).toHaveLength(1)
  expect(await roomsLeft()).toEqual([
    ['RM-500101', 'done', 'no longer there'],
    ['RM-500102', 'done', 'no longer there'],
    ['RM-500103', 'done', 'no longer there'],
    ['RM-500104', 'new', null],
  ])
})
