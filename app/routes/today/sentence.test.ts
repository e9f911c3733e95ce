import { expect, test } from 'vitest'
import { sentenceOf, type Picture } from './sentence.ts'

const quiet: Picture = {
  now: '2026-10-22T10:00:00.000Z',
  zone: 'Europe/London',
  agent: { state: 'active', since: null },
  pending: [],
  late: 0,
  goingOut: [],
  read: { changes: 14, since: '2026-10-22T07:00:00.000Z', raised: 0 },
}
const friday = { decideBy: '2026-10-23T11:00:00.000Z' }
const noon = { decideBy: '2026-10-22T11:00:00.000Z' }
const open = { decideBy: null }
const comment = { kind: 'jira_comment', at: '2026-10-22T15:00:00.000Z' }
const since = '2026-10-22T09:15:00.000Z'

test.each<[string, Partial<Picture>, string]>([
  ['quiet', {}, 'Nothing needs you.| 14 changes read since 08:00, all routine.'],
  [
    'quiet, but something was decided',
    { read: { ...quiet.read, raised: 1 } },
    'Nothing needs you.| 14 changes read since 08:00.',
  ],
  ['quiet, nothing read', { read: { changes: 0, since: null, raised: 0 } }, 'Nothing needs you.|'],
  ['one', { pending: [friday] }, '1 decision needs you|, by Fri 12:00.'],
  ['one without a deadline', { pending: [open] }, '1 decision needs you.|'],
  ['several', { pending: [friday, open, noon] }, '3 decisions need you.| The first by 12:00 today.'],
  ['late', { late: 1 }, '1 decision is past its time.| Nothing was sent.'],
  ['late, several', { late: 2 }, '2 decisions are past their time.| Nothing was sent.'],
  ['late among others', { late: 1, pending: [friday] }, '2 decisions need you.| 1 of them past its time.'],
  [
    'blind',
    { agent: { state: 'blind', since } },
    'Nothing can be read since 10:15.| This is the picture as of then.',
  ],
  [
    'blind with a decision',
    { agent: { state: 'blind', since }, pending: [friday] },
    'Nothing can be read since 10:15.| 1 decision needs you, by Fri 12:00.',
  ],
  ['paused', { agent: { state: 'paused', since } }, 'Paused since 10:15.| Watching goes on; nothing leaves.'],
  ['stopped', { agent: { state: 'stopped', since } }, 'No check since 10:15.| Nothing here is current.'],
  ['never', { agent: { state: 'never', since: null } }, 'No check yet.| Nothing has been read.'],
  [
    'one, and one going out',
    { pending: [friday], goingOut: [comment] },
    '1 decision needs you|, by Fri 12:00. 1 comment goes out at 16:00.',
  ],
  [
    'going out alone, too long beside what was read',
    { goingOut: [comment, comment] },
    'Nothing needs you.| 14 changes read since 08:00, all routine.',
  ],
])('%s', (_, change, words) => {
  const { strong, rest } = sentenceOf({ ...quiet, ...change })
  const gap = rest === '' || rest.startsWith(',') ? '' : ' '
  expect(`${strong}|${gap}${rest}`).toBe(words)
  expect(`${strong}${gap}${rest}`.length).toBeLessThanOrEqual(90)
})
