import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import {
  byCostOfDelay,
  interruptedOn,
  interruptsNow,
  isUrgent,
  pressingNow,
  type Waiting,
} from './attention.ts'
import { IMPORTANCES } from './verdict.ts'

const aWaiting = (id: string, over: Partial<Waiting> = {}): Waiting => ({
  ...{ id, decideBy: null, importance: 'high', createdAt: nine, interruptedAt: null },
  ...over,
})
const budget = (aDay: number) => ({ aDay, hours })
const by = (minutes: number) => ({ decideBy: minutesAfter(minutes).toISOString() })

describe('the cost of delay', () => {
  test('what is due first, then what weighs most, then what has waited longest', () => {
    const ranked = [
      aWaiting('due', by(2000)),
      aWaiting('due, critical', { ...by(3000), importance: 'critical' }),
      aWaiting('due, high', by(3000)),
      aWaiting('due later still', { ...by(4000), importance: 'low' }),
      aWaiting('none, critical', { importance: 'critical' }),
      aWaiting('none, older', { createdAt: minutesAfter(-60).toISOString() }),
      aWaiting('none'),
    ]
    expect(ranked.toReversed().sort(byCostOfDelay)).toEqual(ranked)
  })

  test('within four working hours it is urgent, however far the clock has to go for them', () => {
    expect(isUrgent(by(240), NINE, hours)).toBe(true)
    expect(isUrgent(by(241), NINE, hours)).toBe(false)
    const evening = new Date('2026-10-22T20:00:00.000Z')
    expect(isUrgent({ decideBy: '2026-10-23T11:00:00.000Z' }, evening, hours)).toBe(true)
    expect(isUrgent({ decideBy: null }, NINE, hours)).toBe(false)
  })
})

describe('what cannot wait for the next day', () => {
  const at = (decideBy: string | null, importance: Waiting['importance'] = 'high') =>
    pressingNow({ decideBy, importance }, NINE, hours)

  test('is what is critical, what is due within four working hours, and what is due before work begins again', () => {
    expect(at(null)).toBeNull()
    expect(at(null, 'critical')).toBe('critical')
    expect(at(minutesAfter(500).toISOString())).toBe('soon')
    expect(at('2026-10-23T07:00:00.000Z')).toBe('soon')
    expect(at('2026-10-23T07:01:00.000Z')).toBeNull()
    const late = minutesAfter(450)
    expect(pressingNow({ decideBy: '2026-10-23T10:00:00.000Z', importance: 'high' }, late, hours)).toBe(
      'soon',
    )
  })

  test('days off lengthen the night: on Friday work begins again on Monday', () => {
    const friday = new Date('2026-10-23T07:00:00.000Z')
    const due = (decideBy: string) => pressingNow({ decideBy, importance: 'high' }, friday, hours)
    expect(due('2026-10-25T12:00:00.000Z')).toBe('soon')
    expect(due('2026-10-26T12:00:00.000Z')).toBeNull()
  })
})

test('within the limit nothing has to be said of why; beyond it, each says why it could not wait', () => {
  const open = [aWaiting('critical', { importance: 'critical' }), aWaiting('due', by(60)), aWaiting('calm')]
  expect(interruptsNow(open, 4, budget(5), NINE)).toEqual([
    { id: 'due', beyond: null },
    { id: 'critical', beyond: 'critical' },
  ])
  expect(interruptsNow(open, 2, budget(5), NINE).map(({ beyond }) => beyond)).toEqual([null, null, null])
})

test('the day’s interruptions go to what is dearest, in whatever order it comes', () => {
  const open = [aWaiting('later', by(3000)), aWaiting('sooner', by(2000)), aWaiting('open end')]
  const loud = (of: Waiting[], aDay: number) => interruptsNow(of, 0, budget(aDay), NINE).map(({ id }) => id)
  expect(loud(open, 1)).toEqual(['sooner'])
  expect(loud(open.toReversed(), 2)).toEqual(['sooner', 'later'])
})

test('counted is the local day of the PM', () => {
  const at = (interruptedAt: string | null) => ({ interruptedAt })
  const all = [at('2026-10-21T22:59:00.000Z'), at('2026-10-21T23:01:00.000Z'), at(nine), at(null)]
  expect(interruptedOn(all, NINE, hours)).toBe(2)
})

describe('of those that wait', () => {
  const waiting = fc.record({
    decideBy: fc.option(
      fc.integer({ min: -500, max: 9000 }).map((minutes) => minutesAfter(minutes).toISOString()),
    ),
    importance: fc.constantFrom(...IMPORTANCES),
    createdAt: fc.integer({ min: 1, max: 9000 }).map((minutes) => minutesAfter(-minutes).toISOString()),
    interruptedAt: fc.option(fc.constant(nine)),
  })
  const many = fc
    .array(waiting, { maxLength: 12 })
    .map((those) => those.map((each, index) => ({ ...each, id: `E${index}` })))

  test('what cannot wait always interrupts, the others never beyond the limit, and the dearest first', () => {
    fc.assert(
      fc.property(many, fc.nat(8), fc.integer({ min: 1, max: 8 }), (open, before, aDay) => {
        const told = interruptsNow(open, before, budget(aDay), NINE)
        const loud = told.map(({ id }) => id)
        const quiet = open.filter(({ interruptedAt }) => interruptedAt === null)
        const [press, calm] = [true, false].map((presses) =>
          quiet.filter((each) => (pressingNow(each, NINE, hours) !== null) === presses),
        )
        expect(loud).toEqual(expect.arrayContaining((press ?? []).map(({ id }) => id)))
        expect(quiet.filter((each) => isUrgent(each, NINE, hours)).every(({ id }) => loud.includes(id))).toBe(
          true,
        )
        expect(new Set(loud).size).toBe(loud.length)
        expect(loud.every((id) => quiet.some((each) => each.id === id))).toBe(true)
        if (loud.length > (press ?? []).length) expect(before + loud.length).toBeLessThanOrEqual(aDay)
        expect(told.filter(({ beyond }) => beyond !== null)).toHaveLength(
          Math.max(0, Math.min(loud.length, before + loud.length - aDay)),
        )
        const [least] = (calm ?? [])
          .filter(({ id }) => loud.includes(id))
          .sort(byCostOfDelay)
          .toReversed()
        const kept = quiet.filter((each) => !loud.includes(each.id))
        if (least) expect(kept.every((each) => byCostOfDelay(least, each) < 0)).toBe(true)
      }),
    )
  })

  test('nothing is lost: day after day, each has interrupted in the end', () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 8 }), (open, aDay) => {
        let left = open
        for (let day = 0; day < 13; day++) {
          const loud = interruptsNow(left, 0, budget(aDay), NINE).map(({ id }) => id)
          left = left.map((each) => (loud.includes(each.id) ? { ...each, interruptedAt: nine } : each))
        }
        expect(left.every(({ interruptedAt }) => interruptedAt !== null)).toBe(true)
      }),
    )
  })
})
