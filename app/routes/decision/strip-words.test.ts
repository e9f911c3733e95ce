import { expect, test } from 'vitest'
import { escalation, type Decision } from '#src/domain/escalation.ts'
import { lostWords, stripOf } from './strip-words.ts'

const now = '2026-10-22T10:00:00.000Z'
const zone = 'Europe/London'
const passed = { passed: true, says: 'yes' }
const option = {
  name: 'Ask',
  button: 'Ask',
  does: '1 comment',
  stillForYou: null,
  costs: 'time',
  pros: [],
  cons: [],
  acts: [],
}
const pending = {
  projectId: 'SP',
  matterId: 'SP-1',
  title: 'SP-1 stands still',
  whyNow: 'It was flagged.',
  importance: 'high',
  facts: [
    {
      kind: 'quote',
      signalId: 's',
      ref: 'SP-1',
      text: 'Impediment',
      by: 'P',
      at: now,
      url: null,
      surroundings: '',
    },
  ],
  options: [
    { id: 'A', ...option },
    { id: 'B', ...option },
  ],
  recommendation: { optionId: 'A', reason: 'cheap' },
  noAnswer: 'nothing is sent',
  wouldChange: 'somebody takes it',
  decideBy: '2026-10-16T11:00:00.000Z',
  ...{ decideByWhy: null, episode: 'flagged', since: now, wordedBy: 'rules', related: [] },
  rule: 'r@1',
  id: 'E1',
  version: 1,
  refs: ['SP-1'],
  confidence: {
    sourceAgreement: passed,
    boundaryCompliance: passed,
    schemaValidity: passed,
    precedentMatch: passed,
  },
  createdAt: now,
  updatedAt: now,
  status: 'pending',
}
const decision: Decision = {
  optionId: 'A',
  optionName: 'ask for the swap',
  by: 'Morgan Reid',
  device: 'Chrome on Linux',
  at: '2026-10-22T08:12:04.000Z',
  undoUntil: now,
  actIds: [],
  recordedOnly: false,
  instead: null,
  logActId: null,
}

const says = (asked: object, seen: object = {}) => {
  const usual = {
    made: null,
    device: 'Chrome on Linux',
    me: 'Morgan Reid',
    observe: false,
    paused: false,
    blind: null,
    rulesOnly: null,
    isEdited: false,
  }
  return stripOf({ ...usual, asked: escalation.parse({ ...pending, ...asked }), now, zone, ...seen })?.says
}
const decided = { status: 'decided', decision }
const replied = (state: string, ...changed: string[]) => ({
  reply: { text: 'later', by: 'Morgan Reid', at: now, state, changed },
})

test.each([
  ['open, all as usual', {}, {}, undefined],
  ['Observe', {}, { observe: true }, 'Observe: nothing is sent. This records your choice.'],
  [
    'paused',
    {},
    { paused: true },
    'Paused. Your choice is recorded and waits. Nothing leaves until you resume.',
  ],
  [
    'blind',
    {},
    { blind: { source: 'Jira', since: '2026-10-22T09:15:00.000Z' } },
    'Jira cannot be read since 10:15. An answer may exist that is not shown.',
  ],
  [
    'a reply is being worked in',
    replied('reworking'),
    { observe: true },
    'Reworking, about 20 s. You said: later',
  ],
  [
    'a reply is kept',
    replied('kept'),
    {},
    'Kept. It will be reworked when model calls resume, or choose now.',
  ],
  ['a reply has been worked in', replied('reworked', 'A'), {}, 'Reworked. You said: later'],
  [
    'a reply changed nothing',
    replied('reworked'),
    {},
    'Nothing changed after your reply “later”. Edit a draft, or choose.',
  ],
  [
    'a reply does not hide that nothing is sent',
    replied('reworked', 'A'),
    { observe: true },
    'Observe: nothing is sent. This records your choice.',
  ],
  [
    'past its time',
    { status: 'expired', expiredAt: now },
    {},
    'Past its time (Fri 12:00). Nothing was sent. The choices still work.',
  ],
  ['undoable here', decided, { made: { is: 'undoable' } }, undefined],
  ['done here', decided, { made: { is: 'done' } }, 'Done, 09:12, by you.'],
  [
    'done elsewhere',
    decided,
    { made: { is: 'done' }, device: 'Safari on iPhone' },
    'Decided 09:12 on Chrome on Linux: A, ask for the swap.',
  ],
  [
    'not certain',
    decided,
    { made: { is: 'unknown', reason: '', ref: 'SP-1', source: 'Jira' } },
    'Not certain. Jira did not confirm; it is being checked and will not be sent twice.',
  ],
  [
    'failed',
    decided,
    { made: { is: 'failed', reason: 'Jira refused.' } },
    'Not done. Jira refused. Nothing was changed.',
  ],
  [
    'part done',
    decided,
    { made: { is: 'part', done: 1, of: 2, reason: 'The comment on HRB-131 was refused: ticket is closed.' } },
    '1 of 2 done. The comment on HRB-131 was refused: ticket is closed.',
  ],
  [
    'overtaken',
    { status: 'superseded', because: 'You answered Greta from Outlook at 09:05.', supersededAt: now },
    {},
    'Overtaken. You answered Greta from Outlook at 09:05.',
  ],
  [
    'superseded',
    { status: 'superseded', because: 'A newer decision asks.', supersededAt: now, by: 'E2' },
    {},
    'Replaced by a newer decision.',
  ],
  [
    'dismissed',
    {
      status: 'dismissed',
      dismissal: { by: 'Morgan Reid', reason: 'already_handled', at: '2026-10-22T08:20:00.000Z' },
    },
    {},
    'Dismissed by you, 09:20: already handled.',
  ],
])('%s', (_, asked, seen, words) => {
  expect(says(asked, seen)).toBe(words)
})

test('who came a moment later is told what won, when, by whom and on which device', () => {
  expect(lostWords({ ...decision, yours: 'B' }, zone)).toEqual([
    'Decided a moment before yours: A, at 09:12:04. Your choice, B, was not done.',
    'It was decided by Morgan Reid, on Chrome on Linux.',
  ])
})
