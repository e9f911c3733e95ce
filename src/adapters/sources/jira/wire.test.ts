import { describe, expect, it } from 'vitest'
import { readWireIssue, wireHistory } from './wire.ts'

const reading = {
  baseUrl: 'https://example.atlassian.net',
  ...{
    flagged: ['customfield_10021'],
    points: ['points'],
    sprint: ['sprint'],
    criteria: ['criteria'],
    request: [],
  },
}

function aRaw(fields: Record<string, unknown> = {}, histories: unknown[] = []) {
  return {
    id: '10008',
    key: 'SP-1',
    changelog: { histories },
    fields: {
      summary: 'Draft',
      status: { name: 'In Progress', statusCategory: { key: 'indeterminate' } },
      issuetype: { name: 'Story' },
      project: { key: 'SP' },
      created: '2021-06-18T18:41:29.398+0000',
      updated: '2021-06-18T20:41:29.398+0200',
      ...fields,
    },
  }
}

describe('a raw issue', () => {
  it.each([
    [undefined, undefined],
    [{ watchCount: 5, isWatching: true }, 4],
    [{ watchCount: 5, isWatching: false }, 5],
    [{ watchCount: 0, isWatching: true }, 0],
  ])('given watchers %j, then %s others are mailed by a comment', (watches, watchers) => {
    const read = readWireIssue(aRaw({ watches }), reading)
    expect('issue' in read && read.issue.context.watchers).toBe(watchers)
  })

  it('given only what is needed, then the rest is empty, times in UTC', () => {
    expect(readWireIssue(aRaw(), reading)).toMatchObject({
      issue: {
        url: 'https://example.atlassian.net/browse/SP-1',
        description: '',
        updated: '2021-06-18T18:41:29.398Z',
        creator: null,
        context: { priority: null, assignee: null, dueDate: null, flagged: false, resolution: null },
        comments: [],
      },
    })
  })

  it.each([
    [[{ value: 'Impediment' }], true],
    [[], false],
    [null, false],
  ])('flagged field %j: %s', (customfield_10021, flagged) => {
    expect(readWireIssue(aRaw({ customfield_10021 }), reading)).toMatchObject({
      issue: { context: { flagged } },
    })
  })

  it('given what plans are made of, then points, sprints, milestones, links and criteria, whatever the fields are called', () => {
    const sprint = { id: 15, name: 'Round 15', startDate: '2021-06-14T09:00:00.000+1000' }
    const blocks = { type: { inward: 'is blocked by', outward: 'blocks' } }
    const relates = { type: { inward: 'relates to', outward: 'relates to' } }
    const fields = {
      ...{ points: 5, sprint: [sprint, 'com.atlassian.greenhopper@1[id=2]'], criteria: 'It prints.' },
      fixVersions: [{ name: 'Ward 3 live', releaseDate: '2021-12-31' }, { name: 'Later' }],
      issuelinks: [
        { ...blocks, outwardIssue: { key: 'SP-2' } },
        { ...blocks, inwardIssue: { key: 'SP-3' } },
        { ...relates, outwardIssue: { key: 'SP-4' } },
      ],
    }
    expect(readWireIssue(aRaw(fields), reading)).toMatchObject({
      issue: {
        context: {
          ...{ points: 5, hasCriteria: true, blocks: ['SP-2'], blockedBy: ['SP-3'] },
          sprints: [{ id: '15', startAt: '2021-06-13T23:00:00.000Z', endAt: null, goal: null }],
          versions: [
            { name: 'Ward 3 live', releaseDate: '2021-12-31', released: false },
            { name: 'Later', releaseDate: null },
          ],
        },
      },
    })
  })

  it.each([
    ['summary is missing', { summary: undefined }],
    ['status is missing', { status: null }],
    ['status.name is missing', { status: {} }],
    ['issuetype is missing', { issuetype: undefined }],
    ['created is missing', { created: undefined }],
    ['created is not as expected: Expected a date and time.', { created: 'yesterday' }],
    ['project is missing', { project: undefined }],
  ])('that can not be read says for a person: its field %s', (why, fields) => {
    expect(readWireIssue(aRaw(fields), reading)).toEqual({ why: `its field ${why}` })
  })

  it('given histories newest first and one twice, then oldest first and once', () => {
    const history = (id: string, created: string | number) => ({ id, created, items: [] })
    const read = readWireIssue(
      aRaw({}, [
        history('2', 1_630_260_279_112),
        history('1', '2021-06-18T18:44:21.050+0000'),
        history('2', 1_630_260_279_112),
      ]),
      reading,
    )
    expect('issue' in read && read.issue.histories.map((it) => [it.id, it.at])).toEqual([
      ['1', '2021-06-18T18:44:21.050Z'],
      ['2', '2021-08-29T18:04:39.112Z'],
    ])
  })
})

describe('people', () => {
  it.each([
    [null, null],
    [undefined, null],
    [{}, null],
    [{ displayName: 'Former user' }, { accountId: 'unknown', name: 'Former user', email: null }],
    [{ accountId: 'a:1' }, { accountId: 'a:1', name: 'a:1', email: null }],
  ])('%j reads as %j', (creator, person) => {
    expect(readWireIssue(aRaw({ creator }), reading)).toMatchObject({ issue: { creator: person } })
  })
})

describe('a changelog item', () => {
  const read = (item: object) =>
    wireHistory.parse({ id: '1', author: null, created: '2021-06-18T18:44:21.050+0000', items: [item] })
      .items[0]

  it('reads its own toString, never the inherited one', () => {
    expect(read({ field: 'status', fieldId: 'status', fromString: 'A', toString: 'B' })).toMatchObject({
      after: 'B',
    })
    expect(read({ field: 'status', fieldId: 'status', fromString: 'A' })).toMatchObject({
      before: 'A',
      after: null,
    })
  })

  it('takes a due date without its time, an id where no text is, and empty as nothing', () => {
    expect(
      read({
        field: 'duedate',
        fieldId: 'duedate',
        from: '2021-09-01',
        fromString: '2021-09-01 00:00:00.0',
        to: null,
      }),
    ).toMatchObject({ before: '2021-09-01', after: null })
    expect(read({ field: 'Team', from: '', to: '77', fromString: '', toString: null })).toEqual({
      field: 'Team',
      fieldId: null,
      before: null,
      after: '77',
    })
  })
})
