import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask } from '#src/asking/ask.ts'
import { SONNET } from '#src/domain/prices.ts'
import { DAY_CEILING } from '#src/domain/spending.ts'
import { aReply, anAsker, aRequest } from '../fixtures/asking.ts'
import { minutesAfter, NINE } from '../fixtures/desk.ts'
import { TABLES, type OpenedTable } from '../fixtures/open-tables.ts'

/** Each test has a month of its own. */
let months = 0
const DAY = () => clockOf(months).toISOString().slice(0, 10)
const clockOf = (month: number) => new Date(Date.UTC(2026 + month, 9, 22, 8))

describe.each(TABLES)('asking a model within the budget (%s)', (_, open) => {
  let opened: OpenedTable
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())
  beforeEach(() => {
    months++
  })

  function asker(...replies: Parameters<typeof anAsker>[1] & object) {
    const made = anAsker(opened.table, replies.length > 0 ? replies : undefined)
    made.clock.now = clockOf(months)
    return made
  }
  const today = async ({ spending }: ReturnType<typeof anAsker>) => (await spending.standing(DAY())).day

  test('an answer is booked with what it really cost, and nothing stays set apart', async () => {
    const one = asker()
    expect(await ask(one.deps, aRequest())).toEqual({
      kind: 'answered',
      answer: { word: 'crane' },
      bought: true,
    })
    expect(await today(one)).toMatchObject({ spent: 150, reserved: 0, calls: 1 })
    const { calls } = await one.spending.list(DAY().slice(0, 7))
    expect(calls).toMatchObject([{ status: 'settled', cost: 150, step: 'classify', about: ['jira/x/1'] }])
  })

  test('a retried step reads the answer it bought before', async () => {
    const one = asker()
    await ask(one.deps, aRequest())
    expect(await ask(one.deps, aRequest())).toMatchObject({ kind: 'answered', bought: false })
    expect(one.asked).toHaveLength(1)
    await ask(one.deps, aRequest({ promptVersion: 'classify@2' }))
    expect(one.asked).toHaveLength(2)
  })

  test('a step that dies between the call and its booking: the same is never bought again, and is charged once', async () => {
    const one = asker()
    const dying = {
      ...one.deps,
      spending: { ...one.deps.spending, settle: () => Promise.reject(new Error('killed')) },
    }
    await expect(ask(dying, aRequest())).rejects.toThrow('killed')
    const { reserved } = await today(one)
    expect(reserved).toBeGreaterThan(150)
    expect(await ask(one.deps, aRequest())).toEqual({ kind: 'no answer', why: 'asked before' })

    for (const minutes of [4, 60]) {
      one.clock.realNow = minutesAfter(minutes)
      expect(await ask(one.deps, aRequest())).toEqual({ kind: 'no answer', why: 'asked before' })
    }
    expect(one.asked).toHaveLength(1)
    expect(await today(one)).toMatchObject({ spent: reserved, reserved: 0, calls: 1 })
    const { calls } = await one.spending.list(DAY().slice(0, 7))
    expect(calls).toMatchObject([{ status: 'lost', worst: reserved }])
  })

  test('a reservation that nobody comes back to is charged its worst case', async () => {
    const one = asker({ kind: 'unavailable', cost: 'unknown', reason: 'It hangs.' })
    expect(await ask(one.deps, aRequest())).toEqual({ kind: 'no answer', why: 'unavailable' })
    const { reserved } = await today(one)
    const month = DAY().slice(0, 7)
    expect(await one.spending.chargeExpired(month, NINE, NINE)).toBe(0)
    expect(await one.spending.chargeExpired(month, minutesAfter(4), NINE)).toBe(1)
    expect(await one.spending.chargeExpired(month, minutesAfter(4), NINE)).toBe(0)
    expect(await today(one)).toMatchObject({ spent: reserved, reserved: 0 })
  })

  test('an answer that comes after its reservation was charged is used, and not booked twice', async () => {
    const one = asker()
    const month = DAY().slice(0, 7)
    const slow = one.deps.spending.settle
    one.deps.spending.settle = async (call, at) => {
      await one.spending.chargeExpired(month, minutesAfter(4), at)
      return await slow(call, at)
    }
    expect(await ask(one.deps, aRequest())).toMatchObject({ kind: 'answered' })
    const { calls } = await one.spending.list(month)
    expect(calls).toMatchObject([{ status: 'lost' }])
    expect(await today(one)).toMatchObject({ reserved: 0, calls: 1, spent: calls[0]?.worst })
  })

  test('a service that is overloaded costs nothing, is noted, and is asked again next time', async () => {
    const one = asker({ kind: 'unavailable', cost: 'none', reason: 'It does not answer (529).' }, aReply())
    expect(await ask(one.deps, aRequest())).toEqual({ kind: 'no answer', why: 'unavailable' })
    expect(await today(one)).toMatchObject({
      ...{ spent: 0, reserved: 0, calls: 0 },
      unanswered: { reason: 'It does not answer (529).' },
    })
    expect(await ask(one.deps, aRequest())).toMatchObject({ kind: 'answered', bought: true })
    expect(await today(one)).toMatchObject({ spent: 150, calls: 1, unanswered: null })
  })

  test.each(['refusal', 'cut short', 'malformed'] as const)(
    '%s is paid for once, and not tried again',
    async (why) => {
      const usage = { input: 1000, output: 100, cacheWrite: 0, cacheRead: 0 }
      const one = asker({ kind: 'spoilt', why, usage })
      expect(await ask(one.deps, aRequest())).toEqual({ kind: 'no answer', why })
      expect(await ask(one.deps, aRequest())).toEqual({ kind: 'no answer', why })
      expect(one.asked).toHaveLength(1)
      expect(await today(one)).toMatchObject({ spent: 150, reserved: 0, calls: 1 })
    },
  )

  test('without a key, or by rules only, nothing is asked and nothing is written', async () => {
    for (const why of ['no key', 'rules only'] as const) {
      const one = asker()
      one.deps.model = async () => why
      expect(await ask(one.deps, aRequest())).toEqual({ kind: 'not asked', why })
      expect(await today(one)).toMatchObject({ version: 0 })
    }
  })

  test('many who ask at once never set apart more than the day may cost', async () => {
    const one = asker()
    let most = 0
    const watched = one.deps.spending.reserve
    one.deps.spending.reserve = async (call, at) => {
      const reserved = await watched(call, at)
      const { spent, reserved: apart } = await today(one)
      most = Math.max(most, spent + apart)
      return reserved
    }
    const asked = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        ask(one.deps, aRequest({ content: `Question ${n}`, model: SONNET, maxTokens: 9000 })),
      ),
    )
    expect(most).toBeLessThanOrEqual(DAY_CEILING)
    expect(asked.filter(({ kind }) => kind === 'answered').length).toBeGreaterThanOrEqual(4)
    const { spent, reserved, calls } = await today(one)
    expect({ reserved, spent }).toEqual({ reserved: 0, spent: calls * 3000 })
  })

  test('from 0.30 no Sonnet; when no Haiku fits either, rules only; both are noted with their signals', async () => {
    const one = asker({
      kind: 'answer',
      answer: { word: 'dear' },
      usage: { input: 0, output: 30_000, cacheWrite: 0, cacheRead: 0 },
    })
    await ask(one.deps, aRequest({ model: SONNET }))
    expect(await ask(one.deps, aRequest({ model: SONNET, content: 'More?' }))).toEqual({
      kind: 'not asked',
      why: 'saving',
    })
    const long = { content: 'Long', maxTokens: 250_000 }
    expect(await ask(one.deps, aRequest(long))).toEqual({ kind: 'not asked', why: 'budget' })
    expect(await ask(one.deps, aRequest({ content: 'Short' }))).toEqual({ kind: 'not asked', why: 'budget' })
    const { skipped, days } = await one.spending.list(DAY().slice(0, 7))
    expect(skipped.map(({ why }) => why).sort()).toEqual(['budget', 'budget', 'saving'])
    expect(days[0]?.rungs.map(({ name }) => name)).toEqual(['haikuOnly', 'rulesOnly'])
  })
})
