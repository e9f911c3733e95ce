import { describe, expect, test } from 'vitest'
import { costOf, HAIKU, mostTokens, SONNET, worstCase } from './prices.ts'
import { book, closed, emptyDay, emptyMonth, fits, monthOf, rungAt, rungOf, setApart } from './spending.ts'

const at = new Date('2026-10-22T14:05:00.000Z')
const nothing = () => ({ day: emptyDay('2026-10-22'), month: emptyMonth('2026-10') })

describe('the ladder', () => {
  test.each([
    [0, 0, 'normal', 1, true, true, true],
    [229_999, 0, 'normal', 1, true, true, true],
    [230_000, 0, 'fewerSonnet', 1, true, true, false],
    [270_000, 0, 'halfHourly', 2, true, true, false],
    [300_000, 0, 'haikuOnly', 4, true, false, false],
    [399_999, 7_999_999, 'haikuOnly', 4, true, false, false],
    [400_000, 0, 'rulesOnly', 1, false, false, false],
    [0, 8_000_000, 'rulesOnly', 1, false, false, false],
  ])('%i today and %i this month: %s', (today, month, name, everySlot, haiku, costlier, cheaper) => {
    const rung = rungOf(today, month)
    expect(rung).toMatchObject({ name, everySlot })
    expect(rung.may(HAIKU, { costlierHalf: false })).toBe(haiku)
    expect(rung.may(SONNET, { costlierHalf: true })).toBe(costlier)
    expect(rung.may(SONNET, { costlierHalf: false })).toBe(cheaper)
  })

  test('says what ends it', () => {
    expect(rungOf(0, 0).until).toBeNull()
    expect(rungOf(400_000, 0).until).toBe('the day ends')
    expect(rungOf(400_000, 8_000_000).until).toBe('the month ends')
  })
})

describe('the ledger', () => {
  test('what is set apart counts as spent until it is booked', () => {
    const apart = setApart(nothing(), 300_000)
    expect(fits(apart, 100_000)).toBe(true)
    expect(fits(apart, 100_001)).toBe(false)
    const booked = book(apart, { worst: 300_000, cost: 20_000, calls: 1, at })
    expect(booked.day).toMatchObject({ spent: 20_000, reserved: 0, calls: 1 })
    expect(booked.month).toMatchObject({ spent: 20_000, reserved: 0, calls: 1 })
    expect(fits(booked, 380_000)).toBe(true)
  })

  test('the month has a ceiling of its own, under which what is set apart counts as well', () => {
    const late = { ...nothing(), month: { ...emptyMonth('2026-10'), spent: 7_700_000, reserved: 200_000 } }
    expect(fits(late, 100_000)).toBe(true)
    expect(fits(late, 100_001)).toBe(false)
    const shut = closed(late, 300_001, at)
    expect(shut.day.closedAt).toBeNull()
    expect(rungAt(shut)).toMatchObject({ name: 'rulesOnly', until: 'the month ends' })
    expect(closed(late, 300_000, at).month.closedAt).toBeNull()
  })

  test('of several calls set apart each gives back its own, and never more', () => {
    const apart = setApart(setApart(nothing(), 100), 50)
    const paid = { cost: 10, calls: 1, at } as const
    expect(book(apart, { ...paid, worst: 100 }).day).toMatchObject({ reserved: 50, spent: 10 })
    expect(book(apart, { ...paid, worst: 200 }).day).toMatchObject({ reserved: 0 })
  })

  test('a local day is in its month', () => {
    expect(monthOf('2026-10-22')).toBe('2026-10')
  })

  test('a stage is noted with the moment it began, once', () => {
    const once = book(nothing(), { worst: 0, cost: 230_000, calls: 1, at })
    const twice = book(once, { worst: 0, cost: 1, calls: 1, at: new Date('2026-10-22T15:00:00.000Z') })
    expect(twice.day.rungs).toEqual([{ name: 'fewerSonnet', since: at.toISOString() }])
  })

  test('when not even the cheapest call fits, the ceiling counts as reached', () => {
    const full = book(nothing(), { worst: 0, cost: 399_000, calls: 1, at })
    expect(rungAt(closed(full, 500, at)).name).toBe('haikuOnly')
    const shut = closed(full, 2_000, at)
    expect(rungAt(shut)).toMatchObject({ name: 'rulesOnly', until: 'the day ends' })
    expect(shut.day.rungs.at(-1)).toEqual({ name: 'rulesOnly', since: at.toISOString() })
  })
})

describe('prices', () => {
  const million = (kind: string) => ({ input: 0, output: 0, cacheWrite: 0, cacheRead: 0, [kind]: 1_000_000 })

  test('are those of the list, per million tokens', () => {
    expect(costOf(SONNET, million('input'))).toBe(2_000_000)
    expect(costOf(SONNET, million('output'))).toBe(10_000_000)
    expect(costOf(SONNET, million('cacheWrite'))).toBe(4_000_000)
    expect(costOf(SONNET, million('cacheRead'))).toBe(200_000)
    expect(costOf(HAIKU, million('output'))).toBe(500_000)
  })

  test('a long prompt to a Haiku costs five times as much', () => {
    expect(costOf(HAIKU, { ...million(''), input: 100_000 })).toBe(10_000)
    expect(costOf(HAIKU, { ...million(''), input: 200_000 })).toBe(100_000)
    const cached = { ...million(''), cacheWrite: 60_000, cacheRead: 60_000 }
    expect(costOf(HAIKU, cached)).toBe(5 * (costOf(HAIKU, { ...cached, cacheRead: 0 }) + 600))
  })

  test('are rounded up, and the worst case is never less than what a call costs', () => {
    expect(costOf(HAIKU, { input: 1, output: 0, cacheWrite: 0, cacheRead: 0 })).toBe(1)
    const text = 'Der Kran kommt erst am 5. November. '.repeat(50)
    const tokens = mostTokens(text)
    expect(tokens).toBeGreaterThan(text.length / 3)
    expect(tokens).toBeLessThanOrEqual(text.length)
    expect(worstCase(SONNET, tokens, 800)).toBeGreaterThanOrEqual(
      costOf(SONNET, { input: tokens, output: 800, cacheWrite: 0, cacheRead: 0 }),
    )
  })
})
