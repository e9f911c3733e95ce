import { createCloudClient } from 'jira.js/cloud'
import * as agile from 'jira.js/agile'
import * as vendor from 'jira.js/cloud'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { textDocument } from '#src/domain/jira-document.ts'
import { startJiraDouble } from '#src/sandbox/jira/jira-double.ts'
import type { JiraDouble } from '#src/sandbox/jira/jira-double.ts'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'
import { aBusyIssue } from '../fixtures/jira-issue.ts'

const token = { email: 'morgan.reid@example.com', apiToken: 'secret' }
const sample = readScenario('scenarios/sample')
const scenario = { ...sample, issues: [...sample.issues, aBusyIssue({ histories: 250, comments: 30 })] }

let double: JiraDouble

beforeEach(async () => {
  double = await startJiraDouble({ port: 0, scenario, now: () => new Date('2021-12-14T12:00:00Z'), token })
})

afterEach(async () => {
  await double.close()
})

async function ask(method: string, path: string, body?: unknown) {
  const authorization = `Basic ${Buffer.from(`${token.email}:${token.apiToken}`).toString('base64')}`
  const init = {
    method,
    headers: { authorization },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
  const response = await fetch(double.url + path, init)
  const text = await response.text()
  const answer: unknown = text === '' ? undefined : JSON.parse(text)
  return { status: response.status, answer, headers: response.headers }
}

const jql = 'project = SP AND updated >= "2021-06-01 00:00" ORDER BY key ASC'
const newIssue = { fields: { project: { key: 'SP' }, issuetype: { id: '10001' }, summary: 'New' } }
const everything = { jql, fields: ['*all'], expand: 'changelog' }

describe("the double's answers satisfy the schemas that jira.js generates from Atlassian's specification", () => {
  it.each<[string, string, unknown, z.ZodType]>([
    ['POST', '/rest/api/3/search/jql', everything, vendor.SearchAndReconcileResultsSchema],
    [
      'POST',
      '/rest/api/3/search/jql',
      { ...everything, maxResults: 2 },
      vendor.SearchAndReconcileResultsSchema,
    ],
    [
      'GET',
      `/rest/api/3/search/jql?jql=${encodeURIComponent(jql)}`,
      undefined,
      vendor.SearchAndReconcileResultsSchema,
    ],
    ['GET', '/rest/api/3/issue/SP-5?expand=changelog', undefined, vendor.IssueSchema],
    ['GET', '/rest/api/3/issue/SP-99/changelog?maxResults=7', undefined, vendor.PageChangelogSchema],
    [
      'POST',
      '/rest/api/3/changelog/bulkfetch',
      { issueIdsOrKeys: ['SP-1', 'SP-99'] },
      vendor.BulkChangelogResponseSchema,
    ],
    ['GET', '/rest/api/3/issue/SP-99/comment', undefined, vendor.PageOfCommentsSchema],
    ['POST', '/rest/api/3/issue/SP-1/comment', { body: textDocument('Hello') }, vendor.CommentSchema],
    ['GET', '/rest/api/3/issue/SP-99/comment/30000', undefined, vendor.CommentSchema],
    ['POST', '/rest/api/3/comment/list?expand=properties', { ids: [30000, 30001] }, vendor.PageCommentSchema],
    ['GET', '/rest/api/3/issue/SP-1/transitions', undefined, vendor.TransitionsSchema],
    [
      'GET',
      '/rest/api/3/issue/SP-1/transitions?expand=transitions.fields',
      undefined,
      vendor.TransitionsSchema,
    ],
    [
      'POST',
      '/rest/api/3/issue/bulkfetch',
      { issueIdsOrKeys: ['SP-1', 'SP-404'], fields: ['project'] },
      vendor.BulkIssueResultsSchema,
    ],
    ['GET', '/rest/api/3/issue/createmeta/SP/issuetypes', undefined, vendor.PageOfCreateMetaIssueTypesSchema],
    [
      'GET',
      '/rest/api/3/issue/createmeta/SP/issuetypes/10001',
      undefined,
      vendor.PageOfCreateMetaIssueTypeWithFieldSchema,
    ],
    ['POST', '/rest/api/3/issue', newIssue, vendor.CreatedIssueSchema],
    ['GET', '/rest/agile/1.0/board?projectKeyOrId=SP', undefined, agile.PageBoardSchema],
    ['GET', '/rest/api/3/field', undefined, vendor.FieldDetailsSchema.array()],
    ['GET', '/rest/api/3/status', undefined, vendor.StatusDetailsSchema.array()],
    ['GET', '/rest/api/3/project/SP', undefined, vendor.ProjectSchema],
    ['GET', '/rest/api/3/myself', undefined, vendor.UserDetailsSchema],
  ])('%s %s', async (method, path, body, schema) => {
    const { status, answer } = await ask(method, path, body)
    expect(status).toBeLessThan(300)
    expect(schema.safeParse(answer).error?.issues ?? []).toEqual([])
  })
})

describe('the double refuses as Jira does', () => {
  it.each([
    ['an unbounded query', 'ORDER BY updated'],
    ['no query', ''],
    ['an unknown field', 'colour = red'],
    ['OR', 'project = SP OR key = SP-1'],
    ['a time without minutes', 'project = SP AND updated >= "2021"'],
    ['an unfinished query', 'project = SP AND'],
    ['an odd order', 'project = SP ORDER BY colour'],
  ])('400 in the shape of Jira for %s', async (_, query) => {
    const { status, answer } = await ask('POST', '/rest/api/3/search/jql', { jql: query })
    expect(status).toBe(400)
    expect(vendor.ErrorCollectionSchema.safeParse(answer).success).toBe(true)
  })

  it('401, 404, 405, 410 and 429 in the shape of Jira', async () => {
    expect((await fetch(`${double.url}/rest/api/3/myself`)).status).toBe(401)
    expect((await ask('GET', '/rest/api/3/issue/SP-404')).status).toBe(404)
    expect((await ask('DELETE', '/rest/api/3/issue/SP-1')).status).toBe(405)
    expect((await ask('GET', '/rest/api/3/search?jql=x')).status).toBe(410)
    double.setFaults([{ fault: '429', retryAfterSeconds: 30 }])
    const throttled = await ask('GET', '/rest/api/3/myself')
    expect(throttled.status).toBe(429)
    expect(Object.fromEntries(throttled.headers)).toMatchObject({
      'retry-after': '30',
      'ratelimit-reason': 'jira-burst-based',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-nearlimit': 'true',
    })
  })

  it('gives ids only unless fields are named, no total, and the newest hundred histories', async () => {
    const bare = await ask('POST', '/rest/api/3/search/jql', { jql: 'key = SP-99' })
    expect(bare.answer).toEqual({ issues: [{ id: '19999' }], isLast: true })
    const { answer } = await ask('GET', '/rest/api/3/issue/SP-99?expand=changelog')
    const { changelog } = vendor.IssueSchema.parse(answer)
    expect([changelog?.histories?.length, changelog?.total, changelog?.histories?.[0]?.id]).toEqual([
      100,
      250,
      '20249',
    ])
  })
})

describe('a client that nobody here wrote', () => {
  const client = () =>
    createCloudClient({
      host: double.url,
      auth: { type: 'basic', email: token.email, apiToken: token.apiToken },
      onSchemaMismatch: 'throw',
    })

  it('searches page by page', async () => {
    const keys: (string | undefined)[] = []
    let nextPageToken: string | undefined
    do {
      const page = await client().issueSearch.searchAndReconsileIssuesUsingJql({
        jql,
        fields: ['summary', 'status'],
        expand: 'changelog',
        maxResults: 3,
        ...(nextPageToken !== undefined && { nextPageToken }),
      })
      keys.push(...(page.issues ?? []).map((issue) => issue.key))
      nextPageToken = page.nextPageToken ?? undefined
    } while (nextPageToken !== undefined)
    expect(keys).toEqual(['SP-1', 'SP-2', 'SP-5', 'SP-7', 'SP-8', 'SP-11', 'SP-99'])
  })

  it('comments, reads its property, and deletes the comment again', async () => {
    const jira = client()
    const made = await jira.issueComments.addComment({
      issueIdOrKey: 'SP-1',
      body: textDocument('From jira.js'),
      properties: [{ key: 'pm-workbench.act', value: '01ACT' }],
    })
    const id = made.id ?? ''
    const path = `/rest/api/3/comment/${id}/properties/pm-workbench.act`
    expect((await ask('GET', path)).answer).toEqual({ key: 'pm-workbench.act', value: '01ACT' })
    await jira.issueComments.deleteComment({ issueIdOrKey: 'SP-1', id })
    expect((await jira.issueComments.getComments({ issueIdOrKey: 'SP-1' })).total).toBe(0)
  })

  it('moves an issue', async () => {
    const jira = client()
    const { transitions = [] } = await jira.issues.getTransitions({ issueIdOrKey: 'SP-1' })
    const done = transitions.find((step) => step.to?.name === 'Done')
    await jira.issues.doTransition({ issueIdOrKey: 'SP-1', transition: { id: done?.id ?? '' } })
    const issue = await jira.issues.getIssue({ issueIdOrKey: 'SP-1', expand: 'changelog' })
    expect(issue.fields?.status).toMatchObject({ name: 'Done' })
    expect(issue.changelog?.histories?.[0]?.items?.[0]).toMatchObject({
      fromString: 'Review',
      toString: 'Done',
    })
  })
})
