import { describe, expect, test } from 'vitest'
import type { JiraChangeItem } from './jira-issue.ts'
import { standOf } from './jira-stand.ts'

const created = '2027-11-01T00:00:00.000Z'
const day = (date: number) => `2027-12-${String(date).padStart(2, '0')}T00:00:00.000Z`
const step = (
  at: string,
  field: string,
  before: string | null,
  after: string | null,
  fieldId: string | null = null,
) => {
  const items: JiraChangeItem[] = [{ fieldId, field, before, after }]
  return { id: at, at, author: null, items }
}
const both = (field: string, after: string) => [{ fieldId: null, field, before: null, after }]
const sprint = { id: '7', name: 'Round 7', goal: null, startAt: day(6), endAt: day(17) }
const nothing = { created, histories: [], comments: [], description: '', criteria: '', sprints: [] }
const said = (updated: string, actId: string | null) => ({
  ...{ id: updated, author: null, created: updated, updated, text: 'Hello', mentions: [], actId },
})

describe('when a ticket came into its sprint', () => {
  test.each([
    ['no history says so: it was born in it', [], created],
    ['a history put it there', [step(day(9), 'Sprint', null, 'Round 7')], day(9)],
    [
      'it was carried from another: when this one was added',
      [step(day(2), 'Sprint', null, 'Round 6'), step(day(6), 'Sprint', 'Round 6', 'Round 6, Round 7')],
      day(6),
    ],
    [
      'it left and came back: when it came back',
      [
        step(day(2), 'Sprint', null, 'Round 7'),
        step(day(3), 'Sprint', 'Round 7', null),
        step(day(9), 'Sprint', null, 'Round 7'),
      ],
      day(9),
    ],
    ['only a sprint of a longer name was added', [step(day(9), 'Sprint', null, 'Round 71')], created],
    ['a version of the same name was added', [step(day(9), 'Fix Version', null, 'Round 7')], created],
    [
      'the step that added it did more',
      [{ ...step(day(9), '', null, null), items: [...both('status', 'Done'), ...both('Sprint', 'Round 7')] }],
      day(9),
    ],
  ])('%s', (_, histories, joinedAt) => {
    expect(standOf({ ...nothing, histories, sprints: [sprint] }).sprints).toEqual([{ ...sprint, joinedAt }])
  })
})

describe('how often its due date was put off', () => {
  test.each([
    ['set for the first time', [step(day(1), 'duedate', null, '2027-12-17', 'duedate')], 0],
    ['put off', [step(day(1), 'duedate', '2027-12-17', '2028-01-14', 'duedate')], 1],
    [
      'put off on a site that calls it otherwise',
      [step(day(1), 'Fällig', '2027-12-17', '2028-01-14', 'duedate')],
      1,
    ],
    [
      'put off, in an old history that writes it as one word',
      [step(day(1), 'duedate', '2027-12-17', '2028-01-14')],
      1,
    ],
    ['said once more', [step(day(1), 'duedate', '2027-12-17', '2027-12-17', 'duedate')], 0],
    [
      'set, taken away and set anew',
      [
        step(day(1), 'duedate', null, '2027-12-17', 'duedate'),
        step(day(2), 'duedate', '2027-12-17', null, 'duedate'),
      ],
      0,
    ],
    [
      'never: other days were put off, and other words moved down the alphabet',
      [
        step(day(1), 'Baseline due date', '2027-12-17', '2028-01-14', 'customfield_1'),
        step(day(2), 'Due date agreed', '2027-12-17', '2028-01-14', 'customfield_2'),
        step(day(3), 'status', 'Done', 'In Progress', 'status'),
      ],
      0,
    ],
    [
      'brought forward, or taken away',
      [
        step(day(1), 'duedate', '2027-12-17', '2027-12-10', 'duedate'),
        step(day(2), 'duedate', '2027-12-10', null, 'duedate'),
      ],
      0,
    ],
    [
      'put off twice, over the year’s end, in an old history without ids',
      [
        step(day(1), 'Due date', '2027-12-17', '2027-12-31'),
        step(day(2), 'due date', '2027-12-31', '2028-01-14'),
      ],
      2,
    ],
  ])('%s: %j', (_, histories, moves) => {
    expect(standOf({ ...nothing, histories }).dueDateMoves).toBe(moves)
  })
})

test.each([
  ['', '', false],
  ['Print the label.', '', false],
  ['Print the label.', '  \n', false],
  ['Definition of Done: printed twice.', '', true],
  ['', 'The label prints.', true],
  ['Acceptance criteria: the label prints.', '', true],
  ['GIVEN a ward\nWHEN it orders\nTHEN the label prints', '', true],
  ['Given the season, when shall we begin?', '', false],
])(
  'a description "%s" with criteria "%s" says when it would be accepted: %s',
  (description, criteria, has) => {
    expect(standOf({ ...nothing, description, criteria }).hasCriteria).toBe(has)
  },
)

describe('when a person last changed anything that moves it forward', () => {
  test.each([
    ['nothing happened since it was written', {}, created],
    ['its status moved', { histories: [step(day(3), 'status', 'To Do', 'In Progress')] }, day(3)],
    [
      'it moved in a list, was labelled, watched and linked',
      {
        histories: [
          ...[
            'Rank',
            'labels',
            'Label',
            'Watchers',
            'Link',
            'RemoteIssueLink',
            'RemoteWorkItemLink',
            'Epic Link',
          ],
          ...['Epic Child', 'Component', 'Attachment', 'Workflow'],
        ].map((field, n) => step(day(n + 3), field, 'a', 'b')),
      },
      created,
    ],
    [
      'one step changed both its place and its status',
      {
        histories: [
          {
            ...step(day(4), 'Rank', 'a', 'b'),
            items: [
              { fieldId: null, field: 'Rank', before: 'a', after: 'b' },
              { fieldId: 'status', field: 'status', before: 'a', after: 'b' },
            ],
          },
        ],
      },
      day(4),
    ],
    [
      'what changed only begins like one of those',
      { histories: [step(day(3), 'Linked to', 'a', 'b')] },
      day(3),
    ],
    ['what changed only ends like one of those', { histories: [step(day(4), 'Pay rank', 'a', 'b')] }, day(4)],
    [
      'it moved, was spoken of and moved again: the newest of all, in whatever order they are told',
      {
        histories: [step(day(3), 'status', 'To Do', 'In Progress'), step(day(8), 'priority', 'Low', 'High')],
        comments: [said(day(5), null)],
      },
      day(8),
    ],
    ['somebody wrote on it', { comments: [said(day(5), null)] }, day(5)],
    ['only the workbench wrote on it', { comments: [said(day(5), 'A1')] }, created],
  ])('%s', (_, over, changedAt) => {
    expect(standOf({ ...nothing, ...over }).changedAt).toBe(changedAt)
  })
})
