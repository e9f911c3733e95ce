import { expect, test } from 'vitest'
import type { CallJira } from './call-jira.ts'
import { wholeIssues } from './whole-issues.ts'

const reading = {
  baseUrl: 'https://example.atlassian.net',
  flagged: [],
  points: [],
  sprint: [],
  criteria: [],
  request: [],
}
const noCall: CallJira = () => Promise.reject(new Error('Nothing should be asked.'))
const at = '2021-06-18T18:41:29.398+0000'

const anIssue = (key: string, over: object = {}, total = 0) => ({
  id: key,
  key,
  changelog: { total, histories: [] },
  fields: {
    summary: 'Draft',
    status: { name: 'In Progress' },
    issuetype: { name: 'Story' },
    project: { key: 'SP' },
    created: at,
    updated: at,
    ...over,
  },
})

test('given issues that can not be read, then each says why without its key, and the others are given', async () => {
  const raw = [anIssue('SP-1'), anIssue('SP-2', { issuetype: undefined }), { key: 'SP-3' }, 'nothing']
  const { issues, unreadable } = await wholeIssues(noCall, raw, reading)
  expect(issues.map(({ key }) => key)).toEqual(['SP-1'])
  expect(unreadable).toEqual([
    { key: 'SP-3', why: 'its field id is missing' },
    { key: 'an issue without a key', why: 'it is not an issue as Jira describes one' },
    { key: 'SP-2', why: 'its field issuetype is missing' },
  ])
})

test('given a changelog that stays incomplete, then that is why', async () => {
  const call: CallJira = (_request, schema) => Promise.resolve(schema.parse({ issueChangeLogs: [] }))
  const { unreadable } = await wholeIssues(call, [anIssue('SP-4', {}, 3)], reading)
  expect(unreadable).toEqual([{ key: 'SP-4', why: 'its changelog is incomplete: 0 of 3 changes' }])
})
