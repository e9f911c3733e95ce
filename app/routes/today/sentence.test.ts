import { expect, test } from 'vitest'
import { sentenceOf, type Picture } from './sentence.ts'

const quiet: Picture = {
  now: '2026-10-22T10:00:00.000Z',
  zone: 'Europe/London',
  agent: { state: 'active', since: null, blind: [], seen: ['Jira', 'Outlook'] },
  healed: null,
  quiet: null,
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
const agent = (state: Picture['agent']['state']) => ({
  agent: { state, since: state === 'never' ? null : since, blind: [], seen: [] },
})
const outlookBlind = { agent: { state: 'blind' as const, since, blind: ['Outlook'], seen: ['Jira'] } }
const back = {
  healed: { source: 'Outlook', thing: 'mail', from: since, to: '2026-10-22T09:45:00.000Z', changed: 23 },
}

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
  ['blind', agent('blind'), 'Nothing can be read since 10:15.| This is the picture as of then.'],
  [
    'blind with a decision',
    { ...agent('blind'), pending: [friday] },
    'Nothing can be read since 10:15.| 1 decision needs you, by Fri 12:00.',
  ],
  ['one source blind', outlookBlind, 'Outlook cannot be read since 10:15.| Nothing needs you in Jira.'],
  [
    'one source blind, with a decision',
    { ...outlookBlind, pending: [friday] },
    'Outlook cannot be read since 10:15.| 1 decision needs you, by Fri 12:00.',
  ],
  ['back', back, 'Outlook is back.| 23 mails from 10:15 to 10:45 were read: nothing needs you.'],
  [
    'back, with a decision',
    { ...back, pending: [friday] },
    'Outlook is back.| 23 mails from 10:15 to 10:45 were read: 1 needs you.',
  ],
  [
    'quiet for long',
    {
      read: { changes: 0, since: null, raised: 0 },
      quiet: { since: '2026-10-20T11:00:00.000Z', checks: 96, failed: 0 },
    },
    'Nothing needs you since Tue 20 Oct, 12:00.| 96 checks, 0 failed.',
  ],
  ['paused', agent('paused'), 'Paused since 10:15.| Watching goes on; nothing leaves.'],
  ['stopped', agent('stopped'), 'No check since 10:15.| Nothing here is current.'],
  ['never', agent('never'), 'No check yet.| Nothing has been read.'],
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
