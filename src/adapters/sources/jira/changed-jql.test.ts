import { describe, expect, it } from 'vitest'
import { changedJql } from './changed-jql.ts'

const start = (since: string, timeZone: string) =>
  /"([^"]+)" ORDER/.exec(changedJql(['SP'], new Date(since), timeZone))?.[1]

describe('the query for what changed', () => {
  it('is bounded, oldest change first', () => {
    expect(changedJql(['SP', 'OPS'], new Date('2021-08-29T18:04:39Z'), 'Etc/UTC')).toBe(
      'project in ("SP", "OPS") AND updated >= "2021-08-29 18:02" ORDER BY updated ASC, key ASC',
    )
  })

  it.each([
    ['2021-08-29T18:04:39Z', 'Europe/London', '2021-08-29 19:02'],
    ['2021-12-31T12:01:00Z', 'Pacific/Auckland', '2022-01-01 00:59'],
    ['2021-06-01T00:01:00Z', 'Etc/UTC', '2021-05-31 23:59'],
  ])('reads %s in %s as %s', (since, timeZone, expected) => {
    expect(start(since, timeZone)).toBe(expected)
  })

  it.each([
    ['2021-10-31T00:40:00Z', 'Europe/London', '2021-10-31 00:38'],
    ['2021-10-31T01:40:00Z', 'Europe/London', '2021-10-31 00:38'],
    ['2021-10-31T02:05:00Z', 'Europe/London', '2021-10-31 02:03'],
    ['2021-04-03T15:20:00Z', 'Australia/Lord_Howe', '2021-04-04 01:18'],
  ])('starts before an hour that comes twice: %s in %s', (since, timeZone, expected) => {
    expect(start(since, timeZone)).toBe(expected)
  })
})
