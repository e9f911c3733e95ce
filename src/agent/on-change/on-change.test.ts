import { beforeEach, describe, expect, test, vi } from 'vitest'
import { actRow, escalationRow, signalRow } from '#src/adapters/dynamo/rows.ts'
import { anAct, aSignal, anEscalation } from '../../../tests/fixtures/builders.ts'
import { aHeartbeat, minutesAfter, NINE, nine } from '../../../tests/fixtures/desk.ts'
import { onChange, type Change, type OnChangeDeps } from './on-change.ts'

const told: { noun: string; input: object }[] = []
const woken: string[] = []
const aside: string[] = []
const checks: string[] = []
const tests: string[] = []
const replies: string[] = []
let failing: string | undefined

const deps: OnChangeDeps = {
  now: () => NINE,
  tickMinutes: async () => 15,
  announce: async (announcement) => {
    if (announcement.input.id === failing) throw new Error('AnnounceFailed')
    told.push(announcement)
  },
  wake: async ({ actId }) => void woken.push(actId),
  check: async ({ scheduledAt }) => void checks.push(scheduledAt),
  selfTest: async ({ askedAt }) => void tests.push(askedAt),
  think: async ({ reply, timeZone }) => void replies.push(`${reply.escalationId} in ${timeZone}`),
  layOver: async ({ rework }) => void replies.push(`${rework.escalationId} v${rework.version}`),
  timeZone: async () => 'Europe/London',
  setAside: async ({ sequence }, why) => void aside.push(`${sequence}: ${why}`),
}
const changed = (row: Change['row'], sequence = '1', event: Change['event'] = 'MODIFY'): Change => ({
  sequence,
  event,
  row,
})
const held = anAct({ status: 'held', heldUntil: nine })

beforeEach(() => {
  for (const list of [told, woken, aside, checks, tests, replies]) list.length = 0
  failing = undefined
})

describe('what was written is told', () => {
  test('each noun as its card shows it, without a word of the comment', async () => {
    const rows = [actRow(anAct()), escalationRow(anEscalation()), { ...aHeartbeat(), type: 'running' }]
    expect(await onChange(deps, { changes: rows.map((row) => changed(row)) })).toEqual({
      batchItemFailures: [],
    })
    expect(told.map(({ noun }) => noun)).toEqual(['act', 'escalation', 'status'])
    expect(JSON.stringify(told)).not.toContain('Who is on it?')
  })

  test('a planned act wakes the executor, any other does not', async () => {
    await onChange(deps, { changes: [changed(actRow(held)), changed(actRow(anAct()))] })
    expect(woken).toEqual(['A1'])
  })

  test('a check that the PM asked for is started, until it has begun', async () => {
    const askedAt = minutesAfter(7).toISOString()
    const rows = [aHeartbeat(), aHeartbeat({ askedAt }), aHeartbeat({ askedAt, heartbeatAt: askedAt })]
    await onChange(deps, { changes: rows.map((row) => changed({ ...row, type: 'running' })) })
    expect(checks).toEqual([askedAt])
  })

  test('a reply of the PM wakes reasoning once, and what came of it wakes who lays it over', async () => {
    const said = { text: 'Ask for 31 January instead', by: 'Morgan', at: nine, changed: [] }
    const states = ['reworking', 'kept', 'reworked'] as const
    const asked = states.map((state) => anEscalation({ reply: { ...said, state } }))
    const made = { projectId: 'SP', escalationId: 'E1', version: 2, repliedAt: nine, words: null }
    const rows = [...asked.map(escalationRow), { ...made, type: 'rework' }]
    await onChange(deps, { changes: rows.map((row) => changed(row)) })
    expect(replies).toEqual([`${asked[0]?.id ?? ''} in Europe/London`, 'E1 v2'])
  })

  test('a self-test that the PM asked for is started, and its answer is not', async () => {
    const row = (state: string, askedAt: string) => changed({ type: 'self_test', version: 1, state, askedAt })
    await onChange(deps, { changes: [row('asked', nine), row('done', minutesAfter(7).toISOString())] })
    expect(tests).toEqual([nine])
    expect(told).toEqual([])
  })

  test('what no screen shows, and what is gone, is passed over', async () => {
    const changes = [changed(signalRow(aSignal())), changed(actRow(held), '2', 'REMOVE'), changed(null)]
    await onChange(deps, { changes })
    expect(told).toEqual([])
  })
})

describe('what can not be told', () => {
  test('a row that does not parse is set aside with its reason, and the stream goes on', async () => {
    const poison = { type: 'act', id: 'A9' }
    expect(await onChange(deps, { changes: [changed(poison, '7'), changed(actRow(held), '8')] })).toEqual({
      batchItemFailures: [],
    })
    expect(aside).toEqual([expect.stringContaining('7: ')])
    expect(told).toHaveLength(1)
  })

  test('an announcement that fails is named, and nothing after it is told out of turn', async () => {
    const says = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    failing = 'E1'
    const changes = [
      changed(actRow(held), '1'),
      changed(escalationRow(anEscalation()), '2'),
      changed(actRow(held), '3'),
    ]
    expect(await onChange(deps, { changes })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] })
    expect(told).toHaveLength(1)
    expect(says).toHaveBeenCalledWith('on-change 2: Error: AnnounceFailed\n')
  })
})
