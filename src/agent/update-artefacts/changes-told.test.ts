import { describe, expect, test } from 'vitest'
import { aSignal, context } from '../../../tests/fixtures/builders.ts'
import { minutesAfter, NINE } from '../../../tests/fixtures/desk.ts'
import { aMail } from '../../../tests/fixtures/talk.ts'
import type { JiraSignal, Signal } from '#src/domain/signal.ts'
import type { Importance } from '#src/domain/verdict.ts'
import { changesTold } from './changes-told.ts'

let count = 0
const verdictOf = (importance: Importance): Signal['verdict'] => ({
  ...{ signalId: '', importance, complexity: 'routine', by: 'rules', rule: 'some@1', reason: '' },
  at: NINE.toISOString(),
})

function aChange(ref: string, importance: Importance, over: Partial<JiraSignal> = {}): JiraSignal {
  const verdict = verdictOf(importance)
  const placed = { projectId: 'SP', matterId: ref, verdict }
  return aSignal({ externalId: `10001#${count++}-0`, ref, ...placed, ...over })
}

const told = (...signals: Signal[]) =>
  changesTold({ newId: (_, ...parts) => parts.join(' ') }, signals, NINE).map(({ kind, text }) => [
    kind,
    text,
  ])

describe('what is worth knowing', () => {
  test('is one line for each matter, the change that weighs most first, and routine is none', () => {
    const late = { ...context, dueDateMoves: 2 }
    const due = { kind: 'due_date', before: '2026-10-21', after: '2026-10-30', context: late } as const
    const lines = told(
      aChange('SP-1', 'medium', { kind: 'priority', after: 'High' }),
      aChange('SP-1', 'high', due),
      aChange('SP-2', 'low'),
      aMail({
        ...{ projectId: 'SP', matterId: 'thread-1', title: 'Companion fare', verdict: verdictOf('medium') },
        actor: { accountId: 'ruth', name: 'Ruth Baker', email: 'ruth@example.com' },
      }),
    )
    expect(lines).toEqual([
      ['change_seen', 'SP-1 is due Fri 30 Oct, moved 2 times, and 1 other change'],
      ['change_seen', 'Ruth Baker: Companion fare'],
    ])
  })

  test('names the change that it tells, so that it can be opened and corrected', () => {
    const [due, other] = [aChange('SP-1', 'high', { kind: 'due_date' }), aChange('SP-1', 'medium')]
    const moved = Array.from({ length: 12 }, (_, n) => aChange(`SP-${n + 20}`, 'noise', { kind: 'rank' }))
    const lines = changesTold({ newId: (_, ...parts) => parts.join(' ') }, [other, due, ...moved], NINE)
    expect(lines.map(({ signalId }) => signalId).sort()).toEqual([due.id, moved[0]?.id].sort())
  })

  test('is never what the workbench wrote, what was there at the beginning, or what was set aside', () => {
    const high = verdictOf('high')
    expect(
      told(
        aChange('SP-1', 'high', { ours: true }),
        aChange('SP-2', 'high', { bootstrap: true }),
        aMail({ projectId: 'SP', setAside: 'It asks for a key.', verdict: high }),
        aMail({ projectId: null, verdict: high }),
      ),
    ).toEqual([])
  })

  test.each<[Partial<JiraSignal>, string]>([
    [{ kind: 'status', after: 'Done' }, 'SP-1 is done'],
    [{ kind: 'status', after: 'Review' }, 'SP-1 moved to Review by Tom'],
    [{ kind: 'flag', after: 'Impediment' }, 'SP-1 is blocked: Crane booking'],
    [{ kind: 'assignee', after: null }, 'SP-1 has nobody on it'],
    [
      { kind: 'sprint', before: 'Sprint 14', after: 'Sprint 14, Sprint 15' },
      'SP-1 added to Sprint 15 by Tom',
    ],
    [{ kind: 'sprint', before: 'Sprint 14', after: null, actor: null }, 'SP-1 taken out of Sprint 14'],
    [
      { kind: 'due_date', before: '2026-10-21', after: '2026-10-30' },
      'SP-1 is due Fri 30 Oct, not Wed 21 Oct',
    ],
    [{ kind: 'due_date', before: '2026-10-21', after: null }, 'SP-1 has no due date any more by Tom'],
    [{ kind: 'estimate', before: null, after: '5' }, 'SP-1 was estimated: 5'],
  ])('%j is said as "%s"', (over, words) => {
    expect(told(aChange('SP-1', 'medium', over))).toEqual([['change_seen', words]])
  })
})

describe('the same change to many tickets', () => {
  const many = (tickets: number, over: Partial<JiraSignal>, gapMinutes = 0) =>
    Array.from({ length: tickets }, (_, n) =>
      aChange(`SP-${n + 1}`, 'medium', {
        ...over,
        occurredAt: minutesAfter(n * gapMinutes).toISOString(),
      }),
    )

  test('is one line: a sprint that closes, a bulk edit, a date for all', () => {
    const carried = { kind: 'sprint', before: 'Sprint 14', after: 'Sprint 14, Sprint 15' } as const
    const dated = { kind: 'due_date', before: null, after: '2026-10-30', text: 'Due date: …' } as const
    expect(told(...many(6, carried), ...many(5, { after: 'Done' }), ...many(7, dated))).toEqual([
      ['change_seen', '6 tickets carried from Sprint 14 into Sprint 15 at once by Tom'],
      ['change_seen', '5 tickets moved to Done at once by Tom'],
      ['change_seen', '7 tickets are due Fri 30 Oct, set at once by Tom'],
    ])
  })

  test('that only puts them in order is in the log, and no news', () => {
    const ranks = many(30, { kind: 'rank' }).map((each, n) => ({ ...each, after: `rank ${n}` }))
    expect(told(...ranks)).toEqual([['change_routine', '30 tickets put in another order by Tom']])
  })

  test.each<[string, Signal[]]>([
    ['of four tickets', many(4, { after: 'Done' })],
    [
      'by different people',
      many(5, {}).map((each, n) => ({ ...each, actor: { accountId: `a${n}`, name: `N${n}`, email: null } })),
    ],
    ['with different results', many(5, {}).map((each, n) => ({ ...each, after: `Step ${n}` }))],
    ['minutes apart', many(5, { after: 'Done' }, 2)],
    ['of one ticket, again and again', many(5, { after: 'Done' }).map((each) => ({ ...each, ref: 'SP-1' }))],
    ['that says something', many(5, { kind: 'comment', after: null, text: 'Waiting for the vendor.' })],
  ])('is not what is %s', (_, signals) => {
    expect(told(...signals).join()).not.toContain('at once')
  })
})
