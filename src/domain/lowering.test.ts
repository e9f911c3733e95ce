import { expect, test } from 'vitest'
import { anAct } from '../../tests/fixtures/builders.ts'
import { aProject, NINE, nine } from '../../tests/fixtures/desk.ts'
import { loweringOf } from './lowering.ts'

const receipt = { id: '1', url: null, at: nine }
const wrong = (id: string) => {
  const mark = { verdict: 'wrong' as const, by: 'Morgan', at: nine }
  return anAct({ status: 'done', outcome: 'lapsed', receipt }, { id, mark })
}
const moment = {
  ...{ now: NINE, realNow: NINE, paused: false },
  newId: (_: Date, ...parts: (string | number)[]) => parts.join('-'),
}
const project = aProject({ autonomyLevel: 'tactical' })

test('a dial that is lowered by rule is told in the log and mailed to the PM, each under its own name', () => {
  const lowered = loweringOf(project, [wrong('A1'), wrong('A2')], moment)
  const words = 'Dial of SP lowered to Maintain: 2 marked wrong, within 14 days.'
  expect(lowered?.project).toMatchObject({ autonomyLevel: 'artefact', version: 2 })
  expect(lowered?.event).toMatchObject({ id: 'SP-2-dial', kind: 'dial_lowered', text: words })
  expect(lowered?.notice).toMatchObject({
    ...{ id: 'SP-2-notice', status: 'planned', kind: 'notification_internal', why: words },
    payload: { subject: 'Dial of SP lowered to Maintain', text: expect.stringContaining(words) },
  })
})

test('while nothing weighs enough, nothing is lowered and nothing is told', () => {
  expect(loweringOf(project, [wrong('A1')], moment)).toBeNull()
})
