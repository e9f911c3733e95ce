import { beforeEach, describe, expect, test } from 'vitest'
import type { Act } from '#src/domain/act.ts'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { anAct } from '../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { performDue } from './perform.ts'

let it = anExecutorWorld()
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
})

const given = async (act: Act) => {
  await it.put(act)
  return act
}
const performed = async (act: Act) => await performDue(it.deps, await it.stored(act))
const done = { status: 'done', receipt: { id: 'comment of A1' } }

describe('an act that undoes another', () => {
  const receipt = { id: '1', url: null, at: nine }
  const undoing = () => anAct(undefined, { compensates: 'A0' })

  test('marks it as undone once it is done, and not before', async () => {
    const undone = anAct({ status: 'done', receipt, outcome: 'lapsed' }, { id: 'A0' })
    await given(undone)
    await given(undoing())
    it.vendor.mood = 'busy'
    await performed(undoing())
    expect(await it.stored(undone)).toMatchObject({ undoneBy: null, version: 1 })
    it.vendor.mood = 'takes'
    it.world.now = minutesAfter(1)
    expect(await performed(undoing())).toMatchObject(done)
    expect(await it.stored(undone)).toMatchObject({ status: 'done', undoneBy: 'A1', version: 2 })
  })

  test('that is refused leaves it as it stands', async () => {
    const undone = await given(anAct({ status: 'done', receipt, outcome: 'lapsed' }, { id: 'A0' }))
    await given(undoing())
    it.vendor.mood = 'refuses'
    expect(await performed(undoing())).toMatchObject({ status: 'failed' })
    expect(await it.stored(undone)).toMatchObject({ undoneBy: null })
  })

  test('of which nothing is known any more is done all the same', async () => {
    await given(undoing())
    expect(await performed(undoing())).toMatchObject(done)
  })
})
