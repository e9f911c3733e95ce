import { describe, expect, test } from 'vitest'
import { ask } from '#src/asking/ask.ts'
import { SONNET } from '#src/domain/prices.ts'
import { emptyDay, emptyMonth, type DaySpending } from '#src/domain/spending.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { rungUntil, rungWords } from '#src/domain/rung-words.ts'
import type { Reply } from '#src/domain/model-call.ts'
import { fakeTable } from '../../tests/fakes/table.ts'
import { anAsker, aReply, aRequest } from '../../tests/fixtures/asking.ts'
import { anEscalation } from '../../tests/fixtures/builders.ts'
import { aPm, NINE } from '../../tests/fixtures/desk.ts'
import { viewCost, viewRung } from './view-cost.ts'

const ZONE = 'Europe/London'
const dear: Reply<unknown> = {
  kind: 'answer',
  answer: { word: 'dear' },
  usage: { input: 0, output: 31_000, cacheWrite: 0, cacheRead: 50 },
}

function anOffice(...replies: Reply<unknown>[]) {
  const one = anAsker(fakeTable(), replies)
  const decided: Escalation[] = []
  const escalations = { list: async () => decided }
  return {
    ...one,
    decided,
    view: { now: () => NINE, pm: async () => aPm(), spending: one.spending, escalations },
  }
}

function decidedAt(at: string): Escalation {
  const decision = {
    ...{ optionId: 'A' as const, optionName: 'Ask', instead: null, by: 'Morgan', device: 'Desk', at },
    ...{ undoUntil: at, actIds: [], logActId: null, recordedOnly: false },
  }
  return anEscalation({ status: 'decided', decision })
}

describe('the cost screen', () => {
  test('shows what was spent on what, against the ceilings', async () => {
    const { deps, view, decided } = anOffice(aReply(), dear, aReply())
    decided.push(decidedAt('2026-10-21T09:00:00.000Z'), decidedAt('2026-10-02T09:00:00.000Z'))
    decided.push(decidedAt('2026-09-30T09:00:00.000Z'))
    await ask(deps, aRequest({ about: ['a', 'b'] }))
    await ask(deps, aRequest({ step: 'reason', model: SONNET, about: ['b'], projectId: 'HRB' }))
    await ask(deps, aRequest({ step: 'reason', model: SONNET, content: 'More', about: ['c', 'd'] }))
    const cost = await viewCost(view)
    expect(cost).toMatchObject({
      ...{ day: '2026-10-22', month: '2026-10', perSignal: 155_080 },
      ...{ decided: 2, perDecision: 155_080 },
      today: { spent: 310_160, setApart: 0, ceiling: 400_000 },
      thisMonth: { spent: 310_160, ceiling: 8_000_000 },
      rung: { name: 'haikuOnly', since: NINE.toISOString(), until: '2026-10-22T23:00:00.000Z' },
      byStep: [
        { step: 'reason', calls: 1, cost: 310_010, signals: 1, cacheHits: 1, tokens: { output: 31_000 } },
        { step: 'classify', calls: 1, cost: 150, signals: 2, cacheHits: 0 },
      ],
      byProject: [{ projectId: 'HRB' }, { projectId: 'SP' }],
      byRules: [{ step: 'reason', why: 'saving', today: 2, month: 2 }],
      days: [{ day: '2026-10-22', calls: 2 }],
    })
    expect(cost.rung.words?.header).toBe('Active, saving since 09:00')
    expect(await viewRung(view)).toEqual(cost.rung.words)
  })

  test('before the first call all is nought and normal', async () => {
    const { view } = anOffice()
    expect(await viewCost(view)).toMatchObject({
      ...{ perSignal: null, perDecision: null, byStep: [], byRules: [], calls: [] },
      rung: { name: 'normal', since: null, until: null, words: null },
    })
    expect(await viewRung(view)).toBeNull()
  })
})

describe('the words of a stage', () => {
  const since = '2026-10-22T13:05:00.000Z'
  const month = emptyMonth('2026-10')
  const day = (over: Partial<DaySpending>) => ({ day: { ...emptyDay('2026-10-22'), ...over }, month })

  test.each([
    ['fewerSonnet', 230_000, 'Saving since 14:05: fewer options by the larger model. Normal at midnight.'],
    ['halfHourly', 270_000, 'Saving since 14:05: checks every 30 min. Normal at midnight.'],
    ['haikuOnly', 300_000, 'Saving since 14:05: checks every hour, simpler drafts. Normal at midnight.'],
  ] as const)('%s', (name, spent, strip) => {
    const words = rungWords(day({ spent, rungs: [{ name, since }] }), ZONE, 0)
    expect(words).toEqual({ header: 'Active, saving since 14:05', title: null, strip })
  })

  test('the day’s limit, the month’s limit, no answer', () => {
    const spent = day({ spent: 400_000, rungs: [{ name: 'rulesOnly', since }] })
    expect(rungWords(spent, ZONE, 3)).toEqual({
      header: 'Rules only since 14:05',
      title: "Rules only since 14:05. Today's 0.40 USD is spent.",
      strip:
        'Reading and rules go on. Options and drafts are plainer until midnight. 3 items were sorted by rules.',
    })
    const whole = { ...day({}), month: { ...month, spent: 8_000_000, closedAt: since } }
    expect(rungWords(whole, ZONE, 0)?.title).toBe("Rules only until 1 Nov. This month's 8.00 USD is spent.")
    expect(rungUntil(whole, ZONE)).toBe('2026-11-01T00:00:00.000Z')
    const reason = 'The model service does not answer (529).'
    expect(rungWords(day({ unanswered: { since, reason } }), ZONE, 0)?.title).toBe(
      'Rules only since 14:05. The model service does not answer (529).',
    )
  })
})
