import { expect, test } from 'vitest'
import { anExecutorWorld } from '../../../tests/fakes/executor-world.ts'
import { anAct } from '../../../tests/fixtures/builders.ts'
import { minutesAfter } from '../../../tests/fixtures/desk.ts'
import { releaseHolds } from './release-holds.ts'

/** A comment that is held for five minutes more, and the sweep of a machine whose clock is so many minutes wrong. */
async function sweptAt(minute: number, wrongBy: number): Promise<string> {
  const { deps: executor, acts, world, stored, put } = anExecutorWorld()
  const act = anAct({ status: 'held', heldUntil: minutesAfter(5).toISOString() })
  await put(act)
  world.now = minutesAfter(minute + wrongBy)
  const attention = { aDay: async () => 5, waiting: async () => [], lately: async () => [] }
  const none = { attention, dueEscalations: async () => [], saveEscalation: async () => undefined }
  const deps = { executor, dueActs: acts.due, ...none, sleepUntilReal: async () => undefined }
  await releaseHolds(deps, { scheduledAt: minutesAfter(minute).toISOString() })
  return (await stored(act)).status
}

test.each([-10, 0, 10])(
  'a clock that is %i minutes off lets nothing go early, and nothing wait',
  async (off) => {
    expect(await sweptAt(4, off)).toBe('held')
    expect(await sweptAt(5, off)).toBe('done')
  },
)

test('a sweep that was hours on its way goes by the clock, as working hours and holds do', async () => {
  expect(await sweptAt(4, 180)).toBe('done')
  expect(await sweptAt(4, 600)).toBe('held')
})
