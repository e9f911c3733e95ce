import { describe, expect, it } from 'vitest'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'
import { issueFile } from '#src/sandbox/scenario/vendor-files.ts'
import { catalogueOf } from './catalogue.ts'
import { issueAt, newestMoment, timedIssue } from './issue-at.ts'

const sample = readScenario('scenarios/sample')
const ada = { accountId: 'a:1', displayName: 'Ada' }
const finalFields = {
  summary: 'New name',
  created: '2021-07-01T00:00:00.000+0000',
  description: 'New text',
  status: { id: '10002', name: 'Done' },
  assignee: null,
  duedate: '2021-10-01',
  labels: ['a', 'b'],
  fixVersions: [{ id: '2', name: '1.1' }],
  issuelinks: [{ id: '7', type: { name: 'Blocks' }, outwardIssue: { key: 'SP-2' } }],
  parent: { id: '10008', key: 'SP-1' },
  timeestimate: 7200,
  customfield_1: 8,
  customfield_2: [{ id: 11, name: 'Sprint 2', boardId: 1, state: 'active' }],
  customfield_3: null,
  customfield_4: '0|i0001r:',
  customfield_5: 'Fast',
  resolutiondate: '2021-07-03T00:00:00.000+0000',
  resolution: { id: '10000', name: 'Done' },
  comment: {
    comments: [
      { id: '2', author: ada, created: '2021-07-04T00:00:00.000+0000', body: 'Late' },
      {
        id: '1',
        author: ada,
        created: '2021-07-01T12:00:00.000+0000',
        updated: '2021-07-05T00:00:00.000+0000',
        body: 'Early',
      },
    ],
  },
}

const items: Record<string, string | null>[] = [
  {
    field: 'summary',
    fieldId: 'summary',
    from: null,
    fromString: 'Old name',
    to: null,
    toString: 'New name',
  },
  {
    field: 'description',
    fieldId: 'description',
    from: null,
    fromString: null,
    to: null,
    toString: 'New text',
  },
  { field: 'status', fieldId: 'status', from: '3', fromString: 'In Progress', to: '10002', toString: 'Done' },
  { field: 'assignee', fieldId: 'assignee', from: 'a:1', fromString: 'Ada', to: null, toString: null },
  {
    field: 'duedate',
    fieldId: 'duedate',
    from: '2021-09-01',
    fromString: '2021-09-01 00:00:00.0',
    to: '2021-10-01',
  },
  { field: 'labels', fieldId: 'labels', from: '', fromString: 'a', to: '', toString: 'a b' },
  { field: 'Fix Version', fieldId: 'fixVersions', from: '1', fromString: '1.0', to: null, toString: null },
  { field: 'Fix Version', fieldId: 'fixVersions', from: null, fromString: null, to: '2', toString: '1.1' },
  { field: 'Link', from: null, fromString: null, to: 'SP-2', toString: 'This issue blocks SP-2' },
  { field: 'IssueParentAssociation', from: null, fromString: null, to: '10008', toString: 'SP-1' },
  {
    field: 'timeestimate',
    fieldId: 'timeestimate',
    from: '3600',
    fromString: '3600',
    to: '7200',
    toString: '7200',
  },
  {
    field: 'Story Points',
    fieldtype: 'custom',
    fieldId: 'customfield_1',
    from: null,
    fromString: '5',
    toString: '8',
  },
  {
    field: 'Sprint',
    fieldId: 'customfield_2',
    from: '10',
    fromString: 'Sprint 1',
    to: '11',
    toString: 'Sprint 2',
  },
  {
    field: 'Flagged',
    fieldId: 'customfield_3',
    from: '[10019]',
    fromString: 'Impediment',
    to: null,
    toString: null,
  },
  { field: 'Rank', fieldId: 'customfield_4', from: '', fromString: '', to: '', toString: 'Ranked higher' },
  { field: 'Pace', fieldId: 'customfield_5', from: null, fromString: 'Slow', to: null, toString: 'Fast' },
  { field: 'resolution', fieldId: 'resolution', from: null, fromString: null, to: '10000', toString: 'Done' },
]

const file = issueFile.parse({
  id: '500',
  key: 'SP-50',
  fields: finalFields,
  changelog: { histories: [{ id: '9', author: ada, created: '2021-07-03T00:00:00.000+0000', items }] },
})
const scenario = {
  ...sample,
  issues: [...sample.issues, file],
  sprints: [{ id: 10, name: 'Sprint 1', state: 'closed' }],
}
const catalogue = catalogueOf(scenario)
const at = (time: string) => issueAt(timedIssue(file), Date.parse(time), catalogue)

describe('an issue at a moment', () => {
  it('does not exist before it was created', () => {
    expect(at('2021-06-30T23:59:59Z')).toBeUndefined()
  })

  it('has every later change undone, field by field', () => {
    const before = at('2021-07-02T00:00:00Z')
    expect(before?.histories).toEqual([])
    expect(before?.fields).toMatchObject({
      summary: 'Old name',
      description: null,
      status: { id: '3', name: 'In Progress', statusCategory: { key: 'indeterminate' } },
      assignee: { accountId: 'a:1' },
      duedate: '2021-09-01',
      labels: ['a'],
      fixVersions: [{ id: '1', name: '1.0' }],
      issuelinks: [],
      parent: null,
      timeestimate: 3600,
      customfield_1: 5,
      customfield_2: [{ id: 10, name: 'Sprint 1', state: 'closed' }],
      customfield_3: [{ id: '10019', value: 'Impediment' }],
      customfield_4: '0|i0001r:',
      customfield_5: 'Slow',
      resolution: null,
      resolutiondate: null,
    })
  })

  it('hides later comments and later edits, and gives v2 texts as documents', () => {
    const before = at('2021-07-02T00:00:00Z')
    expect(before?.comments).toMatchObject([
      { id: '1', updated: '2021-07-01T12:00:00.000+0000', body: { type: 'doc' } },
    ])
    const after = at('2021-07-06T00:00:00Z')
    expect(after?.comments.map((it) => [it.id, it.updated])).toEqual([
      ['1', '2021-07-05T00:00:00.000+0000'],
      ['2', '2021-07-04T00:00:00.000+0000'],
    ])
    expect(after?.fields).toMatchObject({
      summary: 'New name',
      description: { type: 'doc' },
      customfield_1: 8,
    })
  })
})

describe('time travel', () => {
  it('every real issue, undone to its birth, stands in the backlog without flag or resolution', () => {
    for (const issue of sample.issues) {
      const born = issueAt(timedIssue(issue), Date.parse(issue.fields.created), catalogue)
      expect(born?.fields).toMatchObject({
        status: { name: 'Backlog' },
        resolution: null,
        customfield_10021: null,
      })
    }
  })

  it('finds the newest moment that is not later', () => {
    expect([0, 1, 2, 5, 9].map((time) => newestMoment([1, 2, 5], time))).toEqual([undefined, 1, 2, 5, 5])
    expect(newestMoment([], 3)).toBeUndefined()
  })
})
