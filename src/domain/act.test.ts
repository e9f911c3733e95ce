import { describe, expect, test } from 'vitest'
import { anAct, anUpdate } from '../../tests/fixtures/builders.ts'
import { minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { actionType, boundaryAt } from './boundary.ts'
import {
  act,
  actPayload,
  canMove,
  IllegalMove,
  move,
  retryLease,
  typeOf,
  type ActState,
  type ActStatus,
} from './act.ts'

const outcome = 'approved' as const
const lease = { until: nine, attempt: 1 }
const STATES: { [S in ActStatus]: Extract<ActState, { status: S }> } = {
  proposed: { status: 'proposed' },
  refused: { status: 'refused', reason: 'not allowed' },
  escalated: { status: 'escalated', reason: 'Observe' },
  held: { status: 'held', heldUntil: nine },
  awaiting: { status: 'awaiting', waitsUntil: nine },
  planned: { status: 'planned', notBefore: nine, outcome },
  executing: { status: 'executing', lease, outcome },
  done: { status: 'done', receipt: { id: '1', url: null, at: nine }, outcome },
  failed: { status: 'failed', reason: 'refused', outcome },
  unknown: { status: 'unknown', reason: 'no answer', askAgainAt: nine, outcome },
  cancelled: { status: 'cancelled', by: 'Morgan', reason: 'stopped' },
  expired: { status: 'expired' },
}

/** The picture in architecture.md, written a second time on purpose. */
const PICTURE = `
proposed -> refused escalated held awaiting planned
held -> planned cancelled escalated
awaiting -> planned cancelled expired
planned -> executing held cancelled
executing -> done failed unknown
unknown -> done failed`
const ARROWS = new Set(
  PICTURE.trim()
    .split('\n')
    .flatMap((line) => {
      const [from = '', to = ''] = line.split(' -> ')
      return to.split(' ').map((each) => `${from} ${each}`)
    }),
)
const statuses = Object.values(STATES)
const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const))

describe('an act moves along the picture and nowhere else', () => {
  test.each(pairs)('$status -> $status', (from, to) => {
    const allowed = ARROWS.has(`${from.status} ${to.status}`)
    expect(canMove(from.status, to.status)).toBe(allowed)
    const given = anAct(from)
    if (!allowed) return expect(() => move(given, to, NINE)).toThrow(IllegalMove)
    const moved = move(given, to, minutesAfter(1))
    expect(moved).toMatchObject({ ...to, version: 2, updatedAt: minutesAfter(1).toISOString() })
  })

  test('what the old state added is gone in the new one', () => {
    const stopped = move(anAct(STATES.held), STATES.cancelled, NINE)
    expect(stopped).not.toHaveProperty('heldUntil')
  })

  test('a retry keeps the state and counts the attempt', () => {
    const again = retryLease(anAct(STATES.executing), minutesAfter(2), NINE)
    expect(again).toMatchObject({
      status: 'executing',
      version: 2,
      lease: { attempt: 2, until: minutesAfter(2).toISOString() },
    })
  })

  test('the kind of a payload is its action type', () => {
    expect(typeOf(anAct().payload)).toBe('jira_comment')
  })

  test('a mail needs somebody to go to, and words', () => {
    const mail = {
      kind: 'email_stakeholder',
      to: ['mei@wattle.example'],
      cc: [],
      subject: 'WTL-4',
      text: 'When?',
      replyTo: null,
    }
    const parses = (over: object) =>
      act.safeParse({ ...anAct(), kind: 'email_stakeholder', payload: { ...mail, ...over } }).success
    for (const over of [{}, { cc: ['jonas@wattle.example'] }, { text: 'x'.repeat(4000) }])
      expect(parses(over)).toBe(true)
    for (const over of [
      { to: [] },
      { to: ['x'] },
      { cc: ['x'] },
      { subject: '' },
      { subject: 'x'.repeat(201) },
    ])
      expect(parses(over)).toBe(false)
    for (const text of ['', 'x'.repeat(4001)]) expect(parses({ text })).toBe(false)
  })
})

test('a notice needs words, and a document a change', () => {
  const notice = { kind: 'notification_internal', subject: 'Digest', text: 'Nothing needs you.' }
  const { payload } = anUpdate()
  const changes = payload.kind === 'artefact_update' ? [...payload.changes, ...payload.changes] : []
  const parses = (given: object) => actPayload.safeParse(given).success
  expect([notice, { ...payload, changes }].map(parses)).toEqual([true, true])
  expect(
    [
      { ...notice, subject: '' },
      { ...notice, text: '' },
      { ...payload, changes: [] },
    ].map(parses),
  ).toEqual([false, false, false])
})

test('every action type that is not never has a member of the union, but for the log of heartbeats', () => {
  const kinds = actPayload.options.map(({ shape }) => shape.kind.value).sort()
  const allowed = actionType.options.filter((type) => boundaryAt(type, 'tactical') !== 'never')
  expect(kinds).toEqual(allowed.filter((type) => type !== 'heartbeat_log').sort())
})
