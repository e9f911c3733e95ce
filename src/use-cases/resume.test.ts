import { expect, test } from 'vitest'
import { fakeTable } from '../../tests/fakes/table.ts'
import { aMatter, anAct, context } from '../../tests/fixtures/builders.ts'
import { aHeartbeat, hours, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { idFor } from '#src/adapters/ids.ts'
import type { Running } from '#src/domain/cycle.ts'
import type { Matter } from '#src/domain/matter.ts'
import { resume, ThingsWait, waitedWhilePaused } from './resume.ts'
import { sendNow } from './send-now.ts'

const by = 'Morgan Reid'
const overdue = anAct({ status: 'held', heldUntil: nine })

async function aDesk(matters: Matter[] = [aMatter()]) {
  const table = fakeTable()
  const acts = connectActs(table)
  await acts.save(overdue, { events: [] })
  await acts.save(
    { ...overdue, id: 'A2', status: 'held', heldUntil: minutesAfter(5).toISOString() },
    { events: [] },
  )
  let running = aHeartbeat({ paused: true, pausedAt: nine })
  const deps = {
    ...{ now: () => NINE, realNow: () => NINE, newId: idFor, hours: async () => hours },
    ...{ acts, act: acts.get, saveAct: acts.save, matters: { ofProject: async () => matters } },
    running: async () => running,
    beat: async (next: Running) => {
      running = next
    },
  }
  const status = async (id: string) => (await acts.get('SP', id))?.status
  return { deps, status, paused: () => running.paused }
}

test('of what waited each is still right or says why not; what has time left is not asked about', async () => {
  const { deps } = await aDesk()
  expect(await waitedWhilePaused(deps)).toMatchObject([{ act: { id: 'A1' }, problem: null }])
  const moved = await aDesk([aMatter({ ticket: { ...context, status: 'Done' } })])
  expect(await waitedWhilePaused(moved.deps)).toMatchObject([{ problem: 'SP-1 has moved to Done' }])
})

test('there is no sending all: what nobody has ruled on keeps the agent paused', async () => {
  const { deps, status, paused } = await aDesk()
  await expect(resume(deps, { by, sendNone: false })).rejects.toThrow(ThingsWait)
  expect(paused()).toBe(true)
  await sendNow(deps, { projectId: 'SP', actId: 'A1', by })
  await resume(deps, { by, sendNone: false })
  expect(paused()).toBe(false)
  expect(await status('A1')).toBe('planned')
})

test('sending none stops what waited and nothing else', async () => {
  const { deps, status, paused } = await aDesk()
  await resume(deps, { by, sendNone: true })
  expect([await status('A1'), await status('A2'), paused()]).toEqual(['cancelled', 'held', false])
})

test('what waits for the PM’s word has the time left that it had at the pause, twice resumed is once', async () => {
  const { deps } = await aDesk()
  const waiting = anAct({ status: 'awaiting', waitsUntil: minutesAfter(30).toISOString() })
  await deps.acts.save({ ...waiting, id: 'A3' }, { events: [] })
  const evening = { ...deps, now: () => minutesAfter(4 * 60) }
  await resume(evening, { by, sendNone: true })
  const left = { status: 'awaiting', waitsUntil: minutesAfter(4 * 60 + 30).toISOString() }
  expect(await deps.acts.get('SP', 'A3')).toMatchObject(left)
  await resume({ ...deps, now: () => minutesAfter(5 * 60) }, { by, sendNone: true })
  expect(await deps.acts.get('SP', 'A3')).toMatchObject(left)
})
