import { describe, expect, test } from 'vitest'
import { costOfCall, headOf, modelCall, type ModelCall } from './model-call.ts'
import { costOf, HAIKU, inDollars, SONNET, usage } from './prices.ts'
import { rungSince, rungUntil, rungWords } from './rung-words.ts'
import { emptyDay, emptyMonth, type DaySpending, type MonthSpending, type RungName } from './spending.ts'

const LONDON = 'Europe/London'
const since = '2026-10-22T14:05:00.000Z'
const standing = (day: Partial<DaySpending> = {}, month: Partial<MonthSpending> = {}) => ({
  day: { ...emptyDay('2026-10-22'), ...day },
  month: { ...emptyMonth('2026-10'), ...month },
})
const on = (name: RungName, spent: number) => standing({ spent, rungs: [{ name, since }] })
const spentUp = on('rulesOnly', 400_000)
const monthOver = standing({}, { spent: 8_000_000, closedAt: since })

describe('what the screens say of spending', () => {
  test('nothing, while all is normal', () => {
    expect(rungWords(standing(), LONDON, 0)).toBeNull()
  })

  test.each<[RungName, number, string]>([
    ['fewerSonnet', 230_000, 'fewer options by the larger model'],
    ['halfHourly', 270_000, 'checks every 30 min'],
    ['haikuOnly', 300_000, 'checks every hour, simpler drafts'],
  ])('on the stage %s: since when, and what is saved', (name, spent, saved) => {
    expect(rungWords(on(name, spent), LONDON, 3)).toEqual({
      ...{ header: 'Active, saving since 15:05', title: null },
      strip: `Saving since 15:05: ${saved}. Normal at midnight.`,
    })
  })

  test.each([
    [0, ''],
    [1, ' 1 item was sorted by rules.'],
    [2, ' 2 items were sorted by rules.'],
  ])('once the day is spent: rules only, and how many were sorted by them: %i', (sorted, words) => {
    expect(rungWords(spentUp, LONDON, sorted)).toEqual({
      ...{ header: 'Rules only since 15:05', title: "Rules only since 15:05. Today's 0.40 USD is spent." },
      strip: `Reading and rules go on. Options and drafts are plainer until midnight.${words}`,
    })
  })

  test('once the month is: until when', () => {
    expect(rungWords(monthOver, LONDON, 2)).toEqual({
      header: 'Rules only since 15:05',
      title: "Rules only until 1 Nov. This month's 8.00 USD is spent.",
      strip: 'Raise the limit',
    })
  })

  test('while the service does not answer: why, and that nothing is lost', () => {
    const unanswered = { since, reason: 'The service is overloaded.' }
    expect(rungWords(standing({ unanswered }), LONDON, 2)).toEqual({
      header: 'Rules only since 15:05',
      title: 'Rules only since 15:05. The service is overloaded.',
      strip: 'Nothing is lost. Items sorted by rules are marked.',
    })
  })

  test('where nobody wrote down since when: today', () => {
    expect(rungWords(standing({ spent: 230_000 }), LONDON, 0)?.header).toBe('Active, saving since today')
  })
})

describe('a stage', () => {
  test('began when the day last came to another, or when the month was closed', () => {
    const rungs = [
      { name: 'fewerSonnet' as const, since: '2026-10-22T09:00:00.000Z' },
      { name: 'halfHourly' as const, since },
    ]
    expect(rungSince(standing({ rungs }))).toBe(since)
    expect(rungSince(standing({ rungs }, { closedAt: '2026-10-22T16:00:00.000Z' }))).toBe(
      '2026-10-22T16:00:00.000Z',
    )
    expect(rungSince(standing())).toBeNull()
  })

  test('ends at the PM’s midnight, or with their month, and the normal one never', () => {
    expect(rungUntil(spentUp, LONDON)).toBe('2026-10-22T23:00:00.000Z')
    expect(rungUntil(monthOver, LONDON)).toBe('2026-11-01T00:00:00.000Z')
    expect(rungUntil(monthOver, 'Australia/Sydney')).toBe('2026-10-31T13:00:00.000Z')
    expect(rungUntil(standing(), LONDON)).toBeNull()
  })
})

describe('a model call', () => {
  const asked = {
    ...{ hash: 'h1', version: 2, step: 'classify', model: HAIKU, prompt: 'classify@1', projectId: 'SP' },
    ...{ about: ['s1'], day: '2026-10-22', worst: 900, askedAt: since },
  }
  const tokens = { input: 1, output: 2, cacheWrite: 3, cacheRead: 4 }
  const settled = {
    ...asked,
    status: 'settled',
    usage: tokens,
    cost: 40,
    answer: { any: 1 },
    settledAt: since,
  }

  test.each<[string, object, number]>([
    ['under way costs nothing yet', { ...asked, status: 'reserved', leaseUntil: since }, 0],
    ['that was answered costs what it came to', { ...settled, spoilt: null }, 40],
    ['that was answered with nonsense, too', { ...settled, spoilt: 'malformed' }, 40],
    ['whose end nobody knows costs its worst', { ...asked, status: 'lost' }, 900],
    ['that was never bought costs nothing', { ...asked, status: 'released' }, 0],
  ])('%s', (_, row, cost) => {
    const call: ModelCall = modelCall.parse(row)
    expect(call).toEqual(row)
    expect(costOfCall(call)).toBe(cost)
    expect(headOf(call)).toEqual(asked)
  })

  test('has a name by which the same question is known', () => {
    expect(modelCall.safeParse({ ...asked, hash: '', status: 'lost' }).success).toBe(false)
  })
})

describe('what a call costs', () => {
  test('counts each kind of token at its price, and a long prompt at its own', () => {
    const million = { input: 0, output: 0, cacheWrite: 0, cacheRead: 0 }
    expect(costOf(SONNET, { ...million, input: 1_000_000 })).toBe(2_000_000)
    expect(costOf(SONNET, { ...million, output: 1_000_000 })).toBe(10_000_000)
    expect(costOf(SONNET, { ...million, cacheWrite: 1_000_000 })).toBe(4_000_000)
    expect(costOf(SONNET, { ...million, cacheRead: 1_000_000 })).toBe(200_000)
    expect(costOf(HAIKU, { ...million, cacheRead: 100_000 })).toBe(1_000)
    expect(costOf(HAIKU, { ...million, cacheRead: 100_001 })).toBe(5_001)
  })

  test('is said in dollars', () => {
    expect(inDollars(234_000)).toBe('0.23')
  })

  test.each(['input', 'output', 'cacheWrite', 'cacheRead'])('has no %s below nothing', (kind) => {
    const some = { input: 7, output: 7, cacheWrite: 7, cacheRead: 7 }
    expect(usage.parse(some)).toEqual(some)
    expect(usage.safeParse({ ...some, [kind]: -1 }).success).toBe(false)
  })
})
