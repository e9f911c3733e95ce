import { describe, expect, test } from 'vitest'
import { HandRefused } from '../deps.ts'
import { Permit } from '#src/domain/permit.ts'
import type { ActPayload } from '#src/domain/act.ts'
import { anAct } from '../../../tests/fixtures/builders.ts'
import { NINE, nine } from '../../../tests/fixtures/desk.ts'
import { jonas, mei } from '../../../tests/fixtures/people.ts'
import { fieldHands, type FieldWrites } from './field-hands.ts'

/** A tracker that keeps what it was given, and forgets nothing. */
function aDesk(shows: 'what it was given' | 'nothing' = 'what it was given') {
  const asked: unknown[] = []
  const sent = (what: string, act: unknown) => {
    asked.push([what, act])
    return { id: String(asked.length), url: 'https://jira.example', before: { id: 'old', words: 'Old' } }
  }
  const jira: FieldWrites = {
    now: () => NINE,
    editIssue: async (act) => sent('edit', act),
    findEdit: async (act) => (asked.length > 0 ? sent('find', act) : undefined),
    unlink: async (act) => sent('unlink', act),
    findUnlink: async (act) => (shows === 'nothing' ? undefined : sent('gone', act)),
    moveVersion: async (act) => sent('move', act),
    findMoved: async (act) => (shows === 'nothing' ? undefined : sent('moved', act)),
  }
  const register = [{ ...mei, accountId: 'acc-mei' }, jonas]
  const hands = fieldHands({ ...jira, person: async (_, id) => register.find((each) => each.id === id) })
  return { hands, asked }
}

const claimed = (payload: ActPayload) =>
  anAct(
    { status: 'executing', lease: { until: nine, attempt: 1 }, outcome: 'approved' },
    { payload, kind: payload.kind },
  )
const fields = (change: Extract<ActPayload, { kind: 'jira_fields' }>['change']): ActPayload => ({
  ...{ kind: 'jira_fields', key: 'SP-1', change },
})

const link = { field: 'link', how: 'blocks', other: 'SP-2' } as const

const CASES: [ActPayload, string, object][] = [
  [
    { kind: 'jira_assign', key: 'SP-1', assignee: mei.id },
    'edit',
    { edit: { field: 'assignee', accountId: 'acc-mei' } },
  ],
  [{ kind: 'jira_assign', key: 'SP-1', assignee: null }, 'edit', { edit: { accountId: null } }],
  [fields({ field: 'flag', on: true }), 'edit', { edit: { field: 'flag', on: true }, actId: 'A1' }],
  [fields({ field: 'due_date', day: null }), 'edit', { edit: { field: 'due_date', day: null } }],
  [
    fields({ field: 'sprint', sprint: { id: '15', name: 'S' } }),
    'edit',
    { edit: { field: 'sprint', id: '15' } },
  ],
  [fields({ field: 'sprint', sprint: null }), 'edit', { edit: { field: 'sprint', id: null } }],
  [fields({ ...link, on: true }), 'edit', { edit: { field: 'link', other: 'SP-2' } }],
  [fields({ ...link, on: false }), 'unlink', { key: 'SP-1', how: 'blocks', other: 'SP-2' }],
  [
    { kind: 'scope_change', key: 'SP-1', milestone: 'UAT', into: false },
    'edit',
    { edit: { field: 'version', name: 'UAT', into: false } },
  ],
  [
    { kind: 'milestone_change', project: 'SP', milestone: 'UAT', dueOn: '2026-11-06', was: '2026-10-30' },
    'move',
    { project: 'SP', name: 'UAT', day: '2026-11-06', was: '2026-10-30' },
  ],
]

describe('a change in the tracker', () => {
  test.each(CASES)(
    '$kind %#: is asked for in its words, with what it replaced in the receipt',
    async (payload, what, says) => {
      const { hands, asked } = aDesk()
      const act = claimed(payload)
      const permit = Permit.forClaimed(act)
      if (!permit) throw new Error('It is not claimed.')
      expect(await hands[act.kind as keyof typeof hands].perform(permit)).toMatchObject({
        ...{ id: '1', at: nine, before: { id: 'old' } },
      })
      expect(asked).toMatchObject([[what, says]])
    },
  )

  test('is looked up by what the tracker knows of it', async () => {
    const { hands, asked } = aDesk()
    const flag = claimed(fields({ field: 'flag', on: true }))
    expect(await hands.jira_fields.find(flag)).toBeUndefined()
    const moved = { kind: 'milestone_change', project: 'SP', milestone: 'UAT', dueOn: '2026-11-06' } as const
    const found = [
      await hands.jira_fields.find(claimed(fields({ ...link, on: false }))),
      await hands.milestone_change.find(claimed(moved)),
      await hands.jira_fields.find(flag),
    ]
    expect(found).toMatchObject([{ id: '1', at: nine }, { id: '2' }, { id: '3' }])
    expect(asked).toMatchObject([
      ['gone', { other: 'SP-2' }],
      ['moved', { name: 'UAT' }],
      ['find', { key: 'SP-1', actId: 'A1' }],
    ])
  })

  test('that the tracker does not show was not made', async () => {
    const { hands } = aDesk('nothing')
    const moved = { kind: 'milestone_change', project: 'SP', milestone: 'UAT', dueOn: '2026-11-06' } as const
    expect(await hands.jira_fields.find(claimed(fields({ ...link, on: false })))).toBeUndefined()
    expect(await hands.milestone_change.find(claimed(moved))).toBeUndefined()
  })

  test.each([
    [jonas.id, /No Jira account of Jonas Weiss is known/],
    ['who@else.example', /not in the project's register/],
  ])('reaches nobody but people of the register with an account: %s', async (assignee, says) => {
    const { hands, asked } = aDesk()
    const permit = Permit.forClaimed(claimed({ kind: 'jira_assign', key: 'SP-1', assignee }))
    if (!permit) throw new Error('It is not claimed.')
    const refused = hands.jira_assign.perform(permit)
    await expect(refused).rejects.toThrow(HandRefused)
    await expect(refused).rejects.toThrow(says)
    expect(asked).toEqual([])
  })
})
