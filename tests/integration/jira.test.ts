import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectJira } from '#src/adapters/sources/jira/jira.ts'
import type { ChangedPage } from '#src/adapters/sources/jira/changed-since.ts'
import {
  JiraRefused,
  JiraThrottled,
  JiraUnauthorised,
  JiraUnavailable,
  JiraUnreadable,
} from '#src/adapters/sources/jira/jira-errors.ts'
import { jiraChanges } from '#src/domain/jira-change.ts'
import { startJiraDouble } from '#src/sandbox/jira/jira-double.ts'
import type { JiraDouble, JiraDoubleOptions } from '#src/sandbox/jira/jira-double.ts'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'
import { aBusyIssue } from '../fixtures/jira-issue.ts'

const token = { email: 'morgan.reid@example.com', apiToken: 'secret' }
const sample = readScenario('scenarios/sample')
const birth = new Date('2021-06-01T00:00:00Z')

let now = new Date('2021-12-14T12:00:00Z')
let double: JiraDouble
let folder: string

async function start(over: Partial<JiraDoubleOptions> = {}) {
  double = await startJiraDouble({ port: 0, scenario: sample, now: () => now, token, ...over })
  return double
}

const connect = (over: Partial<Parameters<typeof connectJira>[0]> = {}) =>
  connectJira({ baseUrl: double.url, ...token, timeoutMs: 2_000, ...over })

async function poll(since: Date, over: { pageSize?: number; projects?: string[]; timeZone?: string } = {}) {
  const pages: ChangedPage[] = []
  const query = { projects: ['SP'], timeZone: 'Etc/UTC', since, ...over }
  for await (const page of connect().changedSince(query)) pages.push(page)
  return { pages, issues: pages.flatMap((it) => it.issues), unreadable: pages.flatMap((it) => it.unreadable) }
}

beforeEach(async () => {
  now = new Date('2021-12-14T12:00:00Z')
  folder = mkdtempSync(join(tmpdir(), 'jira-'))
  await start()
})

afterEach(async () => {
  await double.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('reading', () => {
  it('says who we are', async () => {
    expect(await connect().whoAmI()).toEqual({
      accountId: 'demo:pm',
      email: 'morgan.reid@example.com',
      timeZone: 'Etc/UTC',
      displayName: 'Morgan Reid',
    })
  })

  it('gives every issue once, in pages, oldest change first, each with exactly the changes of its changelog', async () => {
    const { pages, issues } = await poll(birth, { pageSize: 2 })
    expect(pages.map((page) => [page.issues.length, page.isLast])).toEqual([
      [2, false],
      [2, false],
      [2, true],
    ])
    expect(issues.map((issue) => issue.key)).toEqual(['SP-2', 'SP-5', 'SP-8', 'SP-1', 'SP-7', 'SP-11'])
    for (const issue of issues) {
      const file = sample.issues.find((it) => it.key === issue.key)
      const wanted = (file?.changelog?.histories ?? [])
        .toReversed()
        .flatMap((history) => history.items.map((_, index) => `${issue.id}#${history.id}-${String(index)}`))
      expect(jiraChanges(issue).map((it) => it.externalId)).toEqual([`${issue.id}#created`, ...wanted])
    }
  })

  it('asks from two minutes earlier, to the minute, so that nothing slips between two polls', async () => {
    now = new Date('2021-08-29T18:05:00Z')
    const late = await poll(new Date('2021-08-29T18:06:58Z'))
    expect(late.issues.map((issue) => issue.key)).toEqual(['SP-1', 'SP-5'])
    expect((await poll(new Date('2021-08-29T18:07:01Z'))).issues).toEqual([])
  })

  it('asks in the zone of the account', async () => {
    await double.close()
    await start({ accountTimeZone: 'Pacific/Auckland' })
    const { timeZone } = await connect().whoAmI()
    const { issues } = await poll(new Date('2021-12-14T00:32:00Z'), { timeZone })
    expect(issues.map((issue) => issue.key)).toEqual(['SP-8', 'SP-1', 'SP-7', 'SP-11'])
  })

  it('completes a clipped changelog and clipped comments', async () => {
    await double.close()
    const busy = aBusyIssue({ histories: 250, comments: 30 })
    await start({ scenario: { ...sample, issues: [...sample.issues, busy] } })
    const { issues } = await poll(birth)
    const issue = issues.find((it) => it.key === 'SP-99')
    expect(issue?.histories).toHaveLength(250)
    expect(issue?.histories[0]?.id).toBe('20000')
    expect(issue?.comments).toHaveLength(30)
    expect(issue?.comments[0]?.text).toBe('Comment 0')
  })

  it('reports an issue that lacks a field, and still gives the others', async () => {
    await double.close()
    const [first, ...others] = sample.issues
    if (first === undefined) throw new Error('The sample has no issue.')
    const { status: _, ...fields } = first.fields
    await start({ scenario: { ...sample, issues: [{ ...first, fields }, ...others] } })
    // Its changelog rebuilds the status at any earlier time; now it is missing.
    const { issues, unreadable } = await poll(birth)
    expect(issues).toHaveLength(5)
    expect(unreadable).toEqual([
      { key: 'SP-1', why: expect.stringMatching(/^SP-1 can't be read: the field fields\.status is missing/) },
    ])
    await expect(connect().readIssue('SP-1')).rejects.toThrow(/SP-1 can't be read: the field fields\.status/)
  })

  it('goes on after an expired page token, losing nothing', async () => {
    double.setFaults([{ fault: 'expiredPageToken', times: 2 }])
    const { issues } = await poll(birth, { pageSize: 2 })
    expect(new Set(issues.map((issue) => issue.key)).size).toBe(6)
  })

  it.each(['duplicate', 'reorder', 'pageSize', 'skew'] as const)(
    'gives every issue in spite of %s',
    async (fault) => {
      double.setFaults([{ fault, times: 3 }])
      const { issues } = await poll(birth, { pageSize: 3 })
      expect(new Set(issues.map((issue) => issue.key)).size).toBe(6)
    },
  )
})

describe('time travel', () => {
  it.each([
    ['2021-06-18T18:41:00Z', undefined, false],
    ['2021-06-18T18:42:00Z', 'Backlog', false],
    ['2021-06-18T18:44:00Z', 'Selected for Development', false],
    ['2021-08-29T18:04:38Z', 'In Progress', false],
    ['2021-08-29T18:04:40Z', 'In Progress', true],
    ['2021-12-14T00:31:00Z', 'Review', true],
  ])('SP-1 at %s: %s, flagged %s', async (at, status, flagged) => {
    now = new Date(at)
    const { issues } = await poll(birth)
    const issue = issues.find((it) => it.key === 'SP-1')
    expect(issue?.context.status).toBe(status)
    expect(issue?.context.flagged ?? false).toBe(flagged)
  })

  it.each([
    ['2021-08-29T18:04:58Z', 'In Progress', null, false, 2, '2021-08-29T18:04:49.188Z'],
    ['2021-09-07T00:00:00Z', 'Done', 'Done', true, 5, '2021-09-06T04:34:14.358Z'],
    ['2021-10-11T12:48:50Z', 'Selected for Development', null, true, 6, '2021-10-11T12:48:42.419Z'],
    ['2021-10-11T12:50:00Z', 'Done', 'Done', true, 8, '2021-10-11T12:49:07.261Z'],
  ])('SP-5 at %s: %s, resolution %s', async (at, status, resolution, flagged, histories, updated) => {
    now = new Date(at)
    const issue = await connect().readIssue('SP-5')
    expect(issue.context).toMatchObject({ status, resolution, flagged })
    expect(issue.histories).toHaveLength(histories)
    expect(issue.updated).toBe(updated)
  })

  it('knows whether anything changed between two moments', () => {
    const between = (from: string, to: string) => double.changedBetween(new Date(from), new Date(to))
    expect(between('2021-07-01T00:00:00Z', '2021-08-29T18:04:39.111Z')).toBe(false)
    expect(between('2021-07-01T00:00:00Z', '2021-08-29T18:04:39.112Z')).toBe(true)
    expect(between('2021-08-29T18:04:39.112Z', '2021-08-29T18:04:40Z')).toBe(false)
  })
})

describe('acting', () => {
  const act = { key: 'SP-1', text: 'Who can help?\n\nMorgan', actId: '01ACT' }

  it('comments as the PM, marked as ours, and still does after a restart', async () => {
    await double.close()
    const journalFile = join(folder, 'journal.jsonl')
    await start({ journalFile })
    const receipt = await connect().comment(act)
    expect(receipt.url).toBe(`${double.url}/browse/SP-1?focusedCommentId=${receipt.id}`)
    await double.close()
    await start({ journalFile })
    const issue = await connect().readIssue('SP-1')
    expect(issue.comments).toMatchObject([{ id: receipt.id, text: 'Who can help?\nMorgan', actId: '01ACT' }])
    expect(issue.updated).toBe(now.toISOString())
    expect(jiraChanges(issue).at(-1)).toMatchObject({
      kind: 'comment',
      ours: true,
      actor: { name: 'Morgan Reid' },
    })
    expect(double.changedBetween(new Date('2021-12-14T11:59:00Z'), now)).toBe(true)
  })

  it('finds a comment whose reply was lost, and none that was never written', async () => {
    const jira = connect()
    double.setFaults([{ fault: 'lostReply', match: 'POST /rest/api/3/issue/SP-1/comment' }])
    await expect(jira.comment(act)).rejects.toThrow(JiraUnavailable)
    const found = await jira.findComment({ ...act, since: now })
    expect(found?.id).toBe(double.journal()[0]?.id)
    expect(await jira.findComment({ ...act, actId: 'another', since: now })).toBeUndefined()
  })

  it('moves an issue, and shows the move in its changelog', async () => {
    const receipt = await connect().transition({ key: 'SP-1', toStatus: 'done', actId: '01MOVE' })
    const issue = await connect().readIssue('SP-1')
    expect(issue.context.status).toBe('Done')
    expect(issue.histories.at(-1)).toMatchObject({
      id: receipt.id,
      items: [{ before: 'Review', after: 'Done' }],
    })
  })

  it('finds a move whose reply was lost, and none before it', async () => {
    const jira = connect()
    const move = { key: 'SP-1', toStatus: 'Done', actId: '01MOVE' }
    expect(await jira.findTransition(move)).toBeUndefined()
    double.setFaults([{ fault: 'lostReply', match: 'POST /rest/api/3/issue/SP-1/transitions' }])
    await expect(jira.transition(move)).rejects.toThrow(JiraUnavailable)
    expect(await jira.findTransition(move)).toMatchObject({ id: double.journal().at(-1)?.id })
  })

  it('refuses a step that the workflow lacks, and one that is done already', async () => {
    const jira = connect()
    const to = (toStatus: string) => jira.transition({ key: 'SP-1', toStatus, actId: '01MOVE' })
    await expect(to('Shipped')).rejects.toThrow(
      /SP-1 can't be moved from Review to Shipped\..*Possible: .*Backlog/,
    )
    await expect(to('Review')).rejects.toThrow(/SP-1 is already Review/)
    await expect(to('Review')).rejects.toThrow(JiraRefused)
    expect(double.journal()).toEqual([])
  })

  it('lets a later change of the scenario override our move', async () => {
    now = new Date('2021-09-01T00:00:00Z')
    await connect().transition({ key: 'SP-1', toStatus: 'Done', actId: '01MOVE' })
    now = new Date('2021-12-14T00:00:00Z')
    expect((await connect().readIssue('SP-1')).context.status).toBe('Done')
    now = new Date('2021-12-14T12:00:00Z')
    expect((await connect().readIssue('SP-1')).context.status).toBe('Review')
  })
})

describe('failing', () => {
  it('401: names the credentials', async () => {
    const wrong = connect({ apiToken: 'wrong' })
    await expect(wrong.whoAmI()).rejects.toThrow(JiraUnauthorised)
    await expect(wrong.whoAmI()).rejects.toThrow(/GET \/rest\/api\/3\/myself.*API token/)
  })

  it('429: says how long to wait and why', async () => {
    double.setFaults([{ fault: '429', retryAfterSeconds: 90, reason: 'jira-quota-tenant-based' }])
    const failed: unknown = await poll(birth).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(JiraThrottled)
    expect(failed).toMatchObject({ retryAfterSeconds: 90, reason: 'jira-quota-tenant-based' })
  })

  it.each(['500', 'timeout', 'cut', 'drop'] as const)('%s: unavailable, and works again', async (fault) => {
    double.setFaults([{ fault, match: 'myself' }])
    const jira = connect({ timeoutMs: 300 })
    await expect(jira.whoAmI()).rejects.toThrow(JiraUnavailable)
    expect((await jira.whoAmI()).displayName).toBe('Morgan Reid')
  })

  it('malformed: unreadable, and nobody there: unavailable', async () => {
    double.setFaults([{ fault: 'malformed' }])
    await expect(connect().whoAmI()).rejects.toThrow(JiraUnreadable)
    await expect(connect({ baseUrl: 'http://127.0.0.1:1' }).whoAmI()).rejects.toThrow(JiraUnavailable)
  })

  it('no such issue, no such project: refused', async () => {
    await expect(connect().readIssue('SP-404')).rejects.toThrow(/404.*Issue does not exist/)
    await expect(poll(birth, { projects: ['NO'] })).rejects.toThrow(
      /'NO' does not exist for the field 'project'/,
    )
  })

  it('takes faults from the scenario at their time, and over HTTP', async () => {
    await double.close()
    const fault = { at: new Date('2021-12-14T12:00:00Z'), target: 'jira', fault: '500', times: 1 } as const
    await start({ scenario: { ...sample, faults: [fault] } })
    now = new Date('2021-12-14T11:59:59Z')
    await connect().whoAmI()
    now = new Date('2021-12-14T12:00:00Z')
    await expect(connect().whoAmI()).rejects.toThrow(JiraUnavailable)
    const body = JSON.stringify([{ fault: '429' }])
    expect((await fetch(`${double.url}/_control/faults`, { method: 'POST', body })).status).toBe(204)
    await expect(connect().whoAmI()).rejects.toThrow(JiraThrottled)
    expect(await (await fetch(`${double.url}/_control/journal`)).json()).toEqual([])
  })

  it('a taken port is named', async () => {
    const port = Number(new URL(double.url).port)
    const second = startJiraDouble({ port, scenario: sample, now: () => now, token })
    await expect(second).rejects.toThrow(`port ${String(port)} on 127.0.0.1 is taken`)
  })
})
