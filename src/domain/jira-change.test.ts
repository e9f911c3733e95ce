import { describe, expect, it } from 'vitest'
import { jiraChanges } from './jira-change.ts'
import { rawSignal } from './raw-signal.ts'
import { context } from '../../tests/fixtures/builders.ts'
import { jiraIssue } from './jira-issue.ts'
import type { JiraChangeItem, JiraIssue } from './jira-issue.ts'

const ada = { accountId: 'a:1', name: 'Ada', email: 'ada@example.com' }

function anIssue(over: Partial<JiraIssue> = {}): JiraIssue {
  return jiraIssue.parse({
    id: '10008',
    key: 'SP-1',
    project: 'SP',
    title: 'Create new draft event',
    url: 'https://example.atlassian.net/browse/SP-1',
    description: '',
    created: '2021-06-18T18:41:29.398Z',
    updated: '2021-08-29T18:04:39.112Z',
    creator: ada,
    context: { ...context, flagged: true },
    histories: [],
    comments: [],
    actId: null,
    ...over,
  })
}

function changed(...items: JiraChangeItem[]): JiraIssue {
  return anIssue({ histories: [{ id: '10042', at: '2021-08-29T18:04:39.112Z', author: ada, items }] })
}

function anItem(
  field: string,
  fieldId: string | null,
  before: string | null,
  after: string | null,
): JiraChangeItem {
  return { field, fieldId, before, after }
}

describe('an issue becomes signals', () => {
  it('given a flag, then a quotable sentence with a deterministic id', () => {
    const [, flag] = jiraChanges(changed(anItem('Flagged', 'customfield_10021', null, 'Impediment')))
    expect(rawSignal.parse(flag)).toMatchObject({
      externalId: '10008#10042-0',
      kind: 'flag',
      ref: 'SP-1',
      before: null,
      after: 'Impediment',
      text: 'Flagged: none → Impediment',
      occurredAt: '2021-08-29T18:04:39.112Z',
      context: { flagged: true, status: 'In Progress' },
      ours: false,
    })
  })

  it('given two fields changed at once, then two signals with their own ids', () => {
    const both = changed(
      anItem('status', 'status', 'Done', 'To Do'),
      anItem('resolution', 'resolution', 'Done', null),
    )
    expect(jiraChanges(both).map((it) => [it.externalId, it.kind, it.text])).toEqual([
      ['10008#created', 'created', 'Created: Create new draft event'],
      ['10008#10042-0', 'status', 'Status: Done → To Do'],
      ['10008#10042-1', 'resolution', 'Resolution: Done → none'],
    ])
  })

  it.each([
    ['Rank', 'customfield_10019', 'rank'],
    ['Sprint', 'customfield_77', 'sprint'],
    ['Story point estimate', 'customfield_10016', 'estimate'],
    ['timeestimate', 'timeestimate', 'estimate'],
    ['duedate', 'duedate', 'due_date'],
    ['Due date', 'customfield_3', 'due_date'],
    ['priority', 'priority', 'priority'],
    ['Schätzung', 'timeoriginalestimate', 'estimate'],
    ['IssueParentAssociation', null, 'link'],
    ['Original estimate', 'customfield_4', 'estimate'],
    ['Story Points', 'customfield_10016', 'estimate'],
    ['Verknüpfung', 'issuelinks', 'link'],
    ['Übergeordnet', 'parent', 'link'],
    ['Parent', 'customfield_2', 'link'],
    ['Epic Link', 'customfield_10014', 'link'],
    ['RemoteIssueLink', null, 'link'],
    ['Comment', 'comment', 'comment'],
    ['Beschreibung', 'description', 'description'],
    ['Link', null, 'link'],
    ['IssueParentAssociation', 'parent', 'link'],
    ['assignee', null, 'assignee'],
    ['Acceptance criteria', 'customfield_5', 'description'],
    ['summary', 'summary', 'other'],
    ['Never heard of it', 'customfield_9', 'other'],
  ])('%s (%s) is %s', (field, fieldId, kind) => {
    expect(jiraChanges(changed(anItem(field, fieldId, 'a', 'b')))[1]?.kind).toBe(kind)
  })
})

it.each([
  ['duedate', 'Due date: a → b'],
  ['timeoriginalestimate', 'Original estimate: a → b'],
  ['timeestimate', 'Remaining estimate: a → b'],
  ['IssueParentAssociation', 'Parent: a → b'],
  ['Acceptance criteria', 'Acceptance criteria: a → b'],
])('a change of %s reads "%s"', (field, text) => {
  expect(jiraChanges(changed(anItem(field, null, 'a', 'b')))[1]?.text).toBe(text)
})

describe('what is not in the changelog', () => {
  it('given a renamed issue, then its creation still reads as at birth', () => {
    const renamed = changed(anItem('summary', 'summary', 'Old name', 'Create new draft event'))
    expect(jiraChanges(renamed)[0]?.text).toBe('Created: Old name')
  })

  it('given one that an act of ours opened, then its creation is ours', () => {
    expect(jiraChanges(anIssue({ actId: '01ACT' }))[0]?.ours).toBe(true)
    expect(jiraChanges(anIssue())[0]?.ours).toBe(false)
  })

  it('given comments, then each is a signal of its version, in time, ours marked, the PM mentioned', () => {
    const base = { author: null, created: '2021-07-01T00:00:00.000Z', mentions: [], actId: null }
    const issue = anIssue({
      comments: [
        { ...base, id: '2', updated: '2021-07-03T00:00:00.000Z', text: 'By us', actId: '01ACT' },
        { ...base, id: '1', updated: '2021-07-02T00:00:00.000Z', text: '@Morgan please', mentions: ['pm:1'] },
      ],
    })
    expect(jiraChanges(issue, 'pm:1').map((it) => [it.externalId, it.kind, it.ours])).toEqual([
      ['10008#created', 'created', false],
      ['comment-1-2021-07-02T00:00:00.000Z', 'mention', false],
      ['comment-2-2021-07-03T00:00:00.000Z', 'comment', true],
    ])
  })
})
