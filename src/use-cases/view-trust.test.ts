import { expect, test } from 'vitest'
import { anAct } from '../../tests/fixtures/builders.ts'
import { aProject, nine } from '../../tests/fixtures/desk.ts'
import { beatrix } from '../../tests/fixtures/people.ts'
import type { ActPayload } from '#src/domain/act.ts'
import { viewTrust } from './view-trust.ts'

const receipt = { id: '1', url: null, at: nine }
const approved = { status: 'done', outcome: 'approved', receipt } as const
const payload: ActPayload = {
  ...{ kind: 'email_stakeholder', to: [beatrix.id], cc: [], subject: 'S', text: 'T', replyTo: null },
}
const acts = [
  ...Array.from({ length: 5 }, () => anAct(approved, { kind: 'email_stakeholder', payload })),
  anAct({ status: 'cancelled', reason: 'no', by: 'PM' }),
  anAct({ status: 'done', outcome: 'auto', receipt }, { kind: 'notification_internal' }),
]

test('each kind of act that waits has its ladder, for those whom it reached', async () => {
  const { ladders } = await viewTrust(
    {
      project: async () => aProject(),
      acts: { ofProject: async () => acts },
      people: { ofProject: async () => [beatrix] },
    },
    'SP',
  )
  expect(ladders).toMatchObject([
    { type: 'email_stakeholder', reaches: 'sponsor', minutes: 15, inARow: 5, nextAt: 10 },
    { type: 'jira_comment', reaches: 'team', minutes: 5, nextAt: null, endings: ['cancelled'] },
  ])
})
