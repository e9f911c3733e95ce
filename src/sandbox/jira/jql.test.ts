import { describe, expect, it } from 'vitest'
import { BadJql, compareBy, parseJql } from './jql.ts'
import { instantOf } from './local-time.ts'

const site = { timeZone: 'Europe/London', projects: new Set(['SP', 'OPS']) }
const anIssue = { id: 1, key: 'SP-1', project: 'SP', created: 0, updated: Date.parse('2021-08-29T18:04:39Z') }
const matches = (jql: string) => parseJql(jql, site).matches(anIssue)

describe('JQL', () => {
  it.each([
    ['project = SP', true],
    ['project in (OPS, "SP")', true],
    ['project = OPS', false],
    ["key in ('SP-2', 'SP-1')", true],
    ['issuekey = SP-2', false],
    ['project = SP and updated >= "2021-08-29 19:04"', true],
    ['project = SP AND updated >= "2021/08/29 19:05"', false],
    ['project = SP AND updated < "2021-08-29 19:05"', true],
    ['project = SP AND created > "2021-08-29 19:05"', false],
  ])('%s: %s', (jql, expected) => {
    expect(matches(jql)).toBe(expected)
  })

  it.each([
    '',
    'ORDER BY key',
    'project = NO',
    'project SP',
    'text ~ "x"',
    'project = SP OR key = A-1',
    'key in (A-1',
  ])('refuses: %s', (jql) => {
    expect(() => parseJql(jql, site)).toThrow(BadJql)
  })

  it('orders by several fields, keys by number, ties by id', () => {
    const issues = ['SP-11', 'SP-2', 'SP-1'].map((key, id) => ({
      ...anIssue,
      key,
      id,
      updated: key === 'SP-1' ? 9 : 5,
    }))
    const sorted = (jql: string) =>
      issues.toSorted(compareBy(parseJql(jql, site).order)).map((issue) => issue.key)
    expect(sorted('project = SP ORDER BY updated DESC, key ASC')).toEqual(['SP-1', 'SP-2', 'SP-11'])
    expect(sorted('project = SP order by updated')).toEqual(['SP-11', 'SP-2', 'SP-1'])
  })
})

describe('a wall-clock time', () => {
  it.each([
    ['2021-08-29T19:04', 'Europe/London', '2021-08-29T18:04:00.000Z'],
    ['2021-12-01T12:00', 'Pacific/Auckland', '2021-11-30T23:00:00.000Z'],
    ['2021-10-31T01:30', 'Europe/London', '2021-10-31T00:30:00.000Z'],
    ['2021-03-28T01:30', 'Europe/London', '2021-03-28T01:30:00.000Z'],
    ['2021-06-01T00:00', 'Etc/UTC', '2021-06-01T00:00:00.000Z'],
  ])('%s in %s is %s', (local, timeZone, instant) => {
    expect(instantOf(local, timeZone).toISOString()).toBe(instant)
  })
})
