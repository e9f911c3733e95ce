import { describe, expect, it } from 'vitest'
import { jiraChanges } from '#src/domain/jira-change.ts'
import { aBusyIssue } from '../fixtures/jira-issue.ts'
import { aJiraSite, birth, sample } from '../fixtures/jira-site.ts'

const site = aJiraSite()

describe('reading', () => {
  it('says who we are', async () => {
    expect(await site.connect().whoAmI()).toEqual({
      accountId: 'demo:pm',
      email: 'morgan.reid@example.com',
      timeZone: 'Etc/UTC',
      displayName: 'Morgan Reid',
    })
  })

  it('gives every issue once, in pages, oldest change first, each with exactly the changes of its changelog', async () => {
    const { pages, issues } = await site.poll(new Date(0), { pageSize: 2 })
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
    site.at('2021-08-29T18:05:00Z')
    const late = await site.poll(new Date('2021-08-29T18:06:58Z'))
    expect(late.issues.map((issue) => issue.key)).toEqual(['SP-1', 'SP-5'])
    expect((await site.poll(new Date('2021-08-29T18:07:01Z'))).issues).toEqual([])
  })

  it('asks in the zone of the account', async () => {
    await site.restart({ accountTimeZone: 'Pacific/Auckland' })
    const { timeZone } = await site.connect().whoAmI()
    const { issues } = await site.poll(new Date('2021-12-14T00:32:00Z'), { timeZone })
    expect(issues.map((issue) => issue.key)).toEqual(['SP-8', 'SP-1', 'SP-7', 'SP-11'])
  })
})

describe('reading what is incomplete or disturbed', () => {
  it('completes a clipped changelog and clipped comments', async () => {
    const busy = aBusyIssue({ histories: 250, comments: 30 })
    await site.restart({ scenario: { ...sample, issues: [...sample.issues, busy] } })
    const { issues } = await site.poll(birth)
    const issue = issues.find((it) => it.key === 'SP-99')
    expect(issue?.histories).toHaveLength(250)
    expect(issue?.histories[0]?.id).toBe('20000')
    expect(issue?.comments).toHaveLength(30)
    expect(issue?.comments[0]?.text).toBe('Comment 0')
  })

  it('reports an issue that lacks a field, and still gives the others', async () => {
    const [first, ...others] = sample.issues
    if (first === undefined) throw new Error('The sample has no issue.')
    const fields = { ...first.fields, status: undefined }
    await site.restart({ scenario: { ...sample, issues: [{ ...first, fields }, ...others] } })
    const { issues, unreadable } = await site.poll(birth)
    expect(issues).toHaveLength(5)
    expect(unreadable.map((it) => it.key)).toEqual(['SP-1'])
    expect(unreadable[0]?.why).toBe('its field status is missing')
    await expect(site.connect().readIssue('SP-1')).rejects.toThrow(
      /SP-1 can't be read: its field status is missing/,
    )
  })

  it('goes on after an expired page token, losing nothing', async () => {
    site.double().setFaults([{ fault: 'expiredPageToken', times: 2 }])
    const { issues } = await site.poll(birth, { pageSize: 2 })
    expect(new Set(issues.map((issue) => issue.key)).size).toBe(6)
  })

  it.each(['duplicate', 'reorder', 'pageSize', 'skew'] as const)(
    'gives every issue in spite of %s',
    async (fault) => {
      site.double().setFaults([{ fault, times: 3 }])
      const { issues } = await site.poll(birth, { pageSize: 3 })
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
    site.at(at)
    const { issues } = await site.poll(birth)
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
    site.at(at)
    const issue = await site.connect().readIssue('SP-5')
    expect(issue.context).toMatchObject({ status, resolution, flagged })
    expect(issue.histories).toHaveLength(histories)
    expect(issue.updated).toBe(updated)
  })

  it('knows whether anything changed between two moments', () => {
    const between = (from: string, to: string) => site.double().changedBetween(new Date(from), new Date(to))
    expect(between('2021-07-01T00:00:00Z', '2021-08-29T18:04:39.111Z')).toBe(false)
    expect(between('2021-07-01T00:00:00Z', '2021-08-29T18:04:39.112Z')).toBe(true)
    expect(between('2021-08-29T18:04:39.112Z', '2021-08-29T18:04:40Z')).toBe(false)
  })
})
