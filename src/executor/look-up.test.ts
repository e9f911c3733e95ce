import { expect, test } from 'vitest'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { anAct } from '../../tests/fixtures/builders.ts'
import { nine } from '../../tests/fixtures/desk.ts'
import type { Hand } from './deps.ts'
import { lookUp } from './look-up.ts'

const claimed = anAct({ status: 'executing', outcome: 'approved', lease: { until: nine, attempt: 1 } })
const receipt = { id: '1', url: null, at: nine }

/** Its answers are lost so many times, and then it has done it. */
async function afterLosing(times: number) {
  const { deps } = anExecutorWorld()
  let asked = 0
  const find: Hand['find'] = async () => {
    asked += 1
    if (asked <= times) throw new Error('the answer was lost')
    return receipt
  }
  const hand = { ...deps.hands.jira_comment, find }
  const found = await lookUp({ ...deps, hands: { ...deps.hands, jira_comment: hand } }, claimed)
  return { found, asked }
}

test('one lost answer is asked for again, and two leave it open', async () => {
  expect(await afterLosing(0)).toEqual({ found: { known: 'answer', receipt }, asked: 1 })
  expect(await afterLosing(1)).toEqual({ found: { known: 'answer', receipt }, asked: 2 })
  expect(await afterLosing(2)).toEqual({
    found: { known: 'no answer', why: 'the answer was lost' },
    asked: 2,
  })
})
