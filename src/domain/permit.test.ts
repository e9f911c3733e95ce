import { expect, test } from 'vitest'
import { anAct } from '../../tests/fixtures/builders.ts'
import { nine } from '../../tests/fixtures/desk.ts'
import { act } from './act.ts'
import { actionType } from './boundary.ts'
import { leaseSeconds, Permit } from './permit.ts'

const lease = { until: nine, attempt: 1 }
const receipt = { id: '1', url: null, at: nine }

test('only an act whose lease was just claimed has a permit, by its own id', () => {
  const claimed = anAct({ status: 'executing', outcome: 'approved', lease })
  expect(Permit.forClaimed(claimed)).toMatchObject({ id: claimed.id, act: claimed })
  expect(Permit.forClaimed(claimed)?.valid).toBe(true)
  for (const other of [
    anAct(),
    anAct({ status: 'held', heldUntil: nine }),
    anAct({ status: 'awaiting', waitsUntil: nine }),
    anAct({ status: 'done', outcome: 'approved', receipt }),
    anAct({ status: 'unknown', outcome: 'approved', reason: 'x', askAgainAt: nine }),
    act.parse({ ...anAct(), status: 'proposed' }),
  ])
    expect(Permit.forClaimed(other)).toBeUndefined()
})

test('what asks a vendor several things one after the other has the longer lease', () => {
  const short = actionType.options.filter((type) => leaseSeconds(type) === 45)
  expect(short).toEqual([
    ...['artefact_update', 'heartbeat_log', 'notification_internal', 'jira_comment'],
    ...['delete_data', 'share_confidential', 'modify_integration_config', 'change_own_autonomy_level'],
  ])
  expect(new Set(actionType.options.map(leaseSeconds))).toEqual(new Set([45, 90]))
})
