import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aHeartbeat, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { agentStatus, askedCheck, cycleRecord, isPast, resync, slotOf, type Running } from './cycle.ts'

const at = (minutes: number) => minutesAfter(minutes).toISOString()
const blind = [
  { source: 'jira' as const, since: minutesAfter(-10).toISOString(), reason: 'It did not answer.' },
]

test.each([
  ['never ran', undefined, { state: 'never' }],
  ['runs', aHeartbeat(), { state: 'active', nextCheckAt: minutesAfter(15).toISOString() }],
  ['is paused', aHeartbeat({ paused: true, pausedAt: nine }), { state: 'paused', since: nine }],
  [
    'can not read',
    aHeartbeat({ blind, paused: true }),
    { state: 'blind', since: blind[0]?.since, sources: ['jira'] },
  ],
  ['has stopped', aHeartbeat({ heartbeatAt: minutesAfter(-31).toISOString(), blind }), { state: 'stopped' }],
  [
    'is late by two checks only',
    aHeartbeat({ heartbeatAt: minutesAfter(-30).toISOString() }),
    { state: 'active' },
  ],
  [
    'can read neither, the second longer',
    aHeartbeat({ blind: [...blind, { source: 'outlook', since: at(-20), reason: 'No.' }] }),
    { state: 'blind', since: at(-20), sources: ['jira', 'outlook'], reason: 'It did not answer.' },
  ],
  [
    'can read neither, the first longer',
    aHeartbeat({ blind: [...blind, { source: 'outlook', since: at(-5), reason: 'No.' }] }),
    { state: 'blind', since: at(-10) },
  ],
  [
    'ticks, but has read nothing for long',
    aHeartbeat({ lastCheckAt: at(-31) }),
    { state: 'stopped', since: at(-31) },
  ],
  ['read something two checks ago', aHeartbeat({ lastCheckAt: at(-30) }), { state: 'active' }],
  [
    'reads now, after long',
    aHeartbeat({ lastCheckAt: at(-31), lease: { slot: nine, execution: 'x' } }),
    { state: 'active' },
  ],
  ['has never read yet', aHeartbeat({ lastCheckAt: null }), { state: 'active' }],
  ['checks every third slot', aHeartbeat({ lastCheckAt: at(-90), everySlot: 3 }), { state: 'active' }],
  ['has missed two of those', aHeartbeat({ lastCheckAt: at(-91), everySlot: 3 }), { state: 'stopped' }],
])('an agent that %s says so', (_, latest, status) => {
  expect(agentStatus(NINE, 15, latest)).toMatchObject(status)
})

test.each([
  ['08:07:30.500', 15, '08:00:00.000'],
  ['08:59:59.999', 15, '08:45:00.000'],
  ['08:45:00.000', 15, '08:45:00.000'],
  ['08:07:30.500', 1, '08:07:00.000'],
  ['08:59:00.000', 60, '08:00:00.000'],
])('what was scheduled at %s, every %i minutes, is the slot of %s', (time, tick, slot) => {
  expect(slotOf(new Date(`2026-10-22T${time}Z`), tick)).toBe(`2026-10-22T${slot}Z`)
})

test('a slot lies on the grid, at or before its moment, and its own slot is itself', () => {
  fc.assert(
    fc.property(
      fc.date({ noInvalidDate: true, min: new Date(0) }),
      fc.constantFrom(1, 5, 15, 60),
      (at, tick) => {
        const slot = slotOf(at, tick)
        const behind = at.getTime() - Date.parse(slot)
        expect(behind).toBeGreaterThanOrEqual(0)
        expect(behind).toBeLessThan(tick * 60_000)
        expect(slotOf(new Date(slot), tick)).toBe(slot)
      },
    ),
  )
})

describe('a check that was asked for out of turn', () => {
  test.each<[string, Partial<Running>, string | undefined]>([
    ['none was', { askedAt: null }, undefined],
    ['it has not begun', { askedAt: at(1) }, at(1)],
    ['it has', { askedAt: nine }, undefined],
    ['that was long ago', { askedAt: at(-60) }, undefined],
  ])('%s', (_, over, moment) => {
    expect(askedCheck(aHeartbeat(over))).toBe(moment)
  })
})

describe('a slot', () => {
  const lease = { slot: nine, execution: 'x' }

  test.each<[string, Partial<Running>, boolean]>([
    ['is over once a later one had its tick', { heartbeatAt: at(15), passedOver: nine }, true],
    ['is over once it had its own, and its check has ended', { lastCheckAt: nine }, true],
    ['is not while its check is at work', { lease }, false],
    ['is not where it was passed over', { passedOver: nine }, false],
    ['is over where another was passed over', { passedOver: at(-15) }, true],
    ['is not before its tick', { heartbeatAt: at(-15) }, false],
    ['is over while a later one is at work', { heartbeatAt: at(15), lease }, true],
  ])('%s', (_, over, past) => {
    expect(isPast(aHeartbeat(over), nine)).toBe(past)
  })
})

test.each(['quiet', 'active', 'failed'])('the record of a check that was %s is read back', (ended) => {
  const record = { slot: nine, startedAt: nine, endedAt: nine, ended, readings: [], signals: 0, reason: null }
  expect(cycleRecord.parse(record)).toEqual(record)
})

test('a gap that was filled says why it was, and an old record of one that the source had forgotten', () => {
  const gap = { source: 'jira', since: nine, until: nine, read: 3 }
  expect(resync.parse(gap)).toEqual({ ...gap, why: 'forgotten' })
  expect(resync.parse({ ...gap, why: 'late' })).toEqual({ ...gap, why: 'late' })
})
