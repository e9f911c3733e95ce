import { expect, test } from 'vitest'
import type { CycleRecord } from '#src/domain/cycle.ts'
import { minutesAfter } from '../../tests/fixtures/desk.ts'
import { healedOf, readSince } from './read-lately.ts'

const at = (minute: number) => minutesAfter(minute).toISOString()
const check = (minute: number, mails: number | null, changes = 0): CycleRecord => ({
  ...{
    slot: at(minute),
    startedAt: at(minute),
    endedAt: at(minute),
    ended: 'active',
    signals: 0,
    reason: null,
  },
  readings: [
    { source: 'jira', ok: true, readAt: at(minute), changed: changes, reason: null },
    {
      ...{ source: 'outlook', ok: mails !== null, readAt: at(minute), changed: mails ?? 0 },
      reason: mails === null ? 'Microsoft asks to wait.' : null,
    },
  ],
})
/** Newest first, as they are read. */
const CHECKS = [check(60, 0), check(45, 23), check(30, null), check(15, null, 2), check(0, 1, 3)]

test('a source that came back: from its first failure to the check that read it again', () => {
  expect(healedOf(CHECKS)).toEqual({ source: 'outlook', from: at(15), to: at(45), changed: 23 })
})

test('while it is still blind, and where nothing ever failed, nothing came back', () => {
  expect(healedOf(CHECKS.slice(2))).toBeUndefined()
  expect(healedOf([check(15, 2), check(0, 1)])).toBeUndefined()
})

test('what was read after a moment, mails apart', () => {
  expect(readSince(CHECKS, at(0))).toEqual({ changes: 2, mails: 23 })
})
