import { expect, test } from 'vitest'
import {
  clockSeconds,
  dayAndClock,
  daysApart,
  exactTime,
  inSentence,
  sinceWords,
  whenWords,
  workingTimeWords,
} from './times.ts'

const zone = 'Europe/London'
/** Thu 22 Oct 2026, 11:00 in London. */
const now = '2026-10-22T10:00:00.000Z'

test.each([
  ['2026-10-22T10:25:00.000Z', 'in 25 min'],
  ['2026-10-22T09:48:00.000Z', '12 min ago'],
  ['2026-10-22T10:00:20.000Z', 'now'],
  ['2026-10-22T10:59:40.000Z', '11:59'],
  ['2026-10-22T15:00:00.000Z', '16:00'],
  ['2026-10-23T11:00:00.000Z', 'Fri 23 Oct, 12:00'],
  ['2025-09-05T11:00:00.000Z', 'Fri 5 Sep 2025, 12:00'],
])('%s is "%s"', (at, words) => {
  expect(whenWords(at, now, zone)).toBe(words)
})

test('midnight is 00:00, and belongs to the day it begins', () => {
  expect(dayAndClock('2026-10-22T23:00:00.000Z', now, zone)).toBe('Fri 23 Oct, 00:00')
})

test('the clock going back does not move a day', () => {
  expect(dayAndClock('2026-10-26T12:00:00.000Z', now, zone)).toBe('Mon 26 Oct, 12:00')
  expect(daysApart('2026-10-26T00:00:00.000Z', '2026-10-25T00:30:00.000Z', zone)).toBe(1)
})

test.each([
  ['2026-10-22T11:00:00.000Z', '12:00 today'],
  ['2026-10-21T16:40:00.000Z', '17:40 yesterday'],
  ['2026-10-23T11:00:00.000Z', 'Fri 12:00'],
  ['2026-10-30T12:00:00.000Z', 'Fri 30 Oct, 12:00'],
])('in a sentence %s is "%s"', (at, words) => {
  expect(inSentence(at, now, zone)).toBe(words)
})

test('since says the day only when it is another one', () => {
  expect(sinceWords('2026-10-22T09:15:00.000Z', now, zone)).toBe('since 10:15')
  expect(sinceWords('2026-10-21T09:15:00.000Z', now, zone)).toBe('since Wed 21 Oct, 10:15')
})

test('the exact time names its zone', () => {
  expect(exactTime('2026-10-23T11:00:00.000Z', zone)).toMatch(/^Fri 23 Oct 2026, 12:00:00 (BST|GMT\+1)$/)
  expect(clockSeconds('2026-10-22T08:12:04.000Z', zone)).toBe('09:12:04')
})

test.each([
  [4 * 570, '4 days'],
  [570, '1 day'],
  [200, '3 h'],
  [25, '25 min'],
  [0, '0 min'],
])('%d working minutes are "%s"', (minutes, words) => {
  expect(workingTimeWords(minutes, 570)).toBe(words)
})
