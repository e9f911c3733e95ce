import { expect, test } from 'vitest'
import { aMatter, context } from '../../tests/fixtures/builders.ts'
import { hours, NINE } from '../../tests/fixtures/desk.ts'
import { mannersAgainst } from './manners.ts'

const against = (type: Parameters<typeof mannersAgainst>[0], over: Parameters<typeof aMatter>[0] = {}) =>
  mannersAgainst(type, aMatter(over), NINE, hours)

test('nothing speaks against a comment on open, quiet work, nor against our own documents', () => {
  expect(against('jira_comment')).toEqual([])
  expect(against('artefact_update', { context: { ...context, statusCategory: 'done' } })).toEqual([])
})

test.each([
  ['2026-10-19T08:00:00.000Z', false],
  ['2026-10-19T09:00:00.000Z', true],
  ['2026-10-22T07:59:00.000Z', true],
])('a comment of %s is within three working days: %s', (commentedAt, within) => {
  expect(against('jira_comment', { commentedAt })).toHaveLength(within ? 1 : 0)
})

test('a status change asks on a ticket that is somebody’s, a comment does not', () => {
  const owned = { context: { ...context, assignee: { accountId: 'a', name: 'Ana', email: null } } }
  expect(against('jira_status_change', owned)).toEqual(["SP-1 is Ana's"])
  expect(against('jira_comment', owned)).toEqual([])
})
