import { expect, test } from 'vitest'
import type { ScreenRow } from '#app/rows.ts'
import { statusDetail, statusWords } from './status-words.ts'

const zone = 'Europe/London'
const now = '2026-10-22T10:00:00.000Z'
const row: ScreenRow<'status'> = {
  id: 'agent',
  version: 4,
  projectId: 'GLOBAL',
  state: 'active',
  checkedAt: '2026-10-22T09:51:00.000Z',
  nextCheckAt: '2026-10-22T10:06:00.000Z',
}

test.each<[Partial<ScreenRow<'status'>>, string]>([
  [{}, 'Active, next check in 6 min'],
  [{ state: 'running' }, 'Active, next check in 6 min'],
  [{ nextCheckAt: '2026-10-22T10:00:00.000Z' }, 'Active, next check now'],
  [{ nextCheckAt: '2026-10-22T12:00:00.000Z' }, 'Active, next check 13:00'],
  [{ state: 'paused' }, 'Paused'],
  [
    { state: 'blind', blindSources: ['jira'], blindSince: '2026-10-22T09:15:00.000Z' },
    'Blind: Jira since 10:15',
  ],
  [
    { state: 'blind', blindSources: ['jira', 'outlook'], blindSince: '2026-10-21T09:15:00.000Z' },
    'Blind: Jira and Outlook since Wed 21 Oct, 10:15',
  ],
  [
    { state: 'blind', blindSources: ['asana'], blindSince: '2026-10-22T09:15:00.000Z' },
    'Blind: Asana since 10:15',
  ],
  [{ state: 'stopped', checkedAt: '2026-10-22T08:45:00.000Z' }, 'No check since 09:45'],
  [{ state: 'never', checkedAt: null }, 'No check yet'],
])('%j says "%s"', (change, says) => {
  expect(statusWords({ ...row, ...change }, now, zone).says).toBe(says)
})

test('who taps the status is told a line more', () => {
  expect(statusDetail({ ...row, state: 'stopped', checkedAt: '2026-10-22T09:28:00.000Z' }, now, 0)).toBe(
    'The agent has not run for 32 min. Nothing is being read.',
  )
  expect(statusDetail({ ...row, state: 'paused' }, now, 2)).toBe(
    'Watching goes on. Nothing leaves the workbench. 2 things wait.',
  )
  expect(statusDetail({ ...row, state: 'paused' }, now, 1)).toMatch(/1 thing waits\.$/)
  expect(statusDetail({ ...row, state: 'blind', text: 'Jira refused the sign-in.' }, now, 0)).toBe(
    'Jira refused the sign-in.',
  )
})
