import { expect, test } from 'vitest'
import { mei, people } from '../../tests/fixtures/people.ts'
import { jiraActWords } from './jira-act-words.ts'

type Worded = Parameters<typeof jiraActWords>[0]
const key = 'WTL-4'
const fields = (change: Extract<Worded, { kind: 'jira_fields' }>['change']): Worded => ({
  ...{ kind: 'jira_fields', key, change },
})
const link = (on: boolean) => fields({ field: 'link', how: 'blocks', other: 'WTL-9', on })
const scope = (into: boolean): Worded => ({ kind: 'scope_change', key, milestone: 'Pilot', into })

test.each<[string, string, Worded]>([
  ['Assign WTL-4 to Mei Tan', 'WTL-4 will be Mei Tan’s.', { kind: 'jira_assign', key, assignee: mei.id }],
  [
    'Assign WTL-4 to x@y.example',
    'WTL-4 will be x@y.example’s.',
    { kind: 'jira_assign', key, assignee: 'x@y.example' },
  ],
  ['Unassign WTL-4', 'Nobody will be assigned to WTL-4.', { kind: 'jira_assign', key, assignee: null }],
  ['Flag WTL-4', 'WTL-4 will carry the flag “Impediment”.', fields({ field: 'flag', on: true })],
  ['Take the flag off WTL-4', 'WTL-4 will carry no flag.', fields({ field: 'flag', on: false })],
  [
    'Due date of WTL-4',
    'WTL-4 will be due on Fri 1 Jan 2027.',
    fields({ field: 'due_date', day: '2027-01-01' }),
  ],
  ['No due date for WTL-4', 'WTL-4 will have no due date.', fields({ field: 'due_date', day: null })],
  [
    'Move WTL-4 into Round 7',
    'WTL-4 will be in Round 7.',
    fields({ field: 'sprint', sprint: { id: '7', name: 'Round 7' } }),
  ],
  [
    'Move WTL-4 out of the sprint',
    'WTL-4 will be in the backlog.',
    fields({ field: 'sprint', sprint: null }),
  ],
  ['Link WTL-4', 'WTL-4 blocks WTL-9.', link(true)],
  ['Unlink WTL-4', 'WTL-4 no longer blocks WTL-9.', link(false)],
  ['WTL-4 into Pilot', 'WTL-4 will be part of Pilot.', scope(true)],
  ['WTL-4 out of Pilot', 'WTL-4 will no longer be part of Pilot.', scope(false)],
  [
    'Move Pilot to Tue 1 Dec 2026',
    'Pilot will be due on Tue 1 Dec 2026.',
    { kind: 'milestone_change', project: 'WTL', milestone: 'Pilot', dueOn: '2026-12-01' },
  ],
])('%s: %s', (title, says, payload) => {
  expect(jiraActWords(payload, people)).toEqual({ title, says })
})
