import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { JiraRefused, JiraUnavailable } from '#src/adapters/sources/jira/jira-errors.ts'
import { jiraChanges } from '#src/domain/jira-change.ts'
import type { Screen } from '#src/sandbox/scenario/vendor-files.ts'
import { aJiraSite, sample } from '../fixtures/jira-site.ts'

const site = aJiraSite()
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jira-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('commenting', () => {
  const act = { key: 'SP-1', text: 'Who can help?\n\nMorgan', actId: '01ACT' }

  it('comments as the PM, marked as ours, and still does after a restart', async () => {
    const journalFile = join(folder, 'journal.jsonl')
    await site.restart({ journalFile })
    const receipt = await site.connect().comment(act)
    expect(receipt.url).toBe(`${site.double().url}/browse/SP-1?focusedCommentId=${receipt.id}`)
    await site.restart({ journalFile })
    const issue = await site.connect().readIssue('SP-1')
    expect(issue.comments).toMatchObject([{ id: receipt.id, text: 'Who can help?\nMorgan', actId: '01ACT' }])
    expect(issue.updated).toBe(site.now().toISOString())
    expect(jiraChanges(issue).at(-1)).toMatchObject({
      kind: 'comment',
      ours: true,
      actor: { name: 'Morgan Reid' },
    })
    expect(site.double().changedBetween(new Date('2021-12-14T11:59:00Z'), site.now())).toBe(true)
  })

  it('finds a comment whose reply was lost, and none that was never written', async () => {
    const jira = site.connect()
    site.double().setFaults([{ fault: 'lostReply', match: 'POST /rest/api/3/issue/SP-1/comment' }])
    await expect(jira.comment(act)).rejects.toThrow(JiraUnavailable)
    const found = await jira.findComment({ ...act, since: site.now() })
    expect(found?.id).toBe(site.double().journal()[0]?.id)
    expect(await jira.findComment({ ...act, actId: 'another', since: site.now() })).toBeUndefined()
  })
})

describe('moving', () => {
  it('moves an issue, and shows the move in its changelog', async () => {
    const receipt = await site.connect().transition({ key: 'SP-1', toStatus: 'done', actId: '01MOVE' })
    const issue = await site.connect().readIssue('SP-1')
    expect(issue.context.status).toBe('Done')
    expect(issue.histories.at(-1)).toMatchObject({
      id: receipt.id,
      items: [{ before: 'Review', after: 'Done' }],
    })
  })

  it('finds a move whose reply was lost, and none before it', async () => {
    const jira = site.connect()
    const move = { key: 'SP-1', toStatus: 'Done', actId: '01MOVE' }
    expect(await jira.findTransition(move)).toBeUndefined()
    site.double().setFaults([{ fault: 'lostReply', match: 'POST /rest/api/3/issue/SP-1/transitions' }])
    await expect(jira.transition(move)).rejects.toThrow(JiraUnavailable)
    expect(await jira.findTransition(move)).toMatchObject({ id: site.double().journal().at(-1)?.id })
  })

  it('refuses a step that the workflow lacks, and one that is done already', async () => {
    const jira = site.connect()
    const to = (toStatus: string) => jira.transition({ key: 'SP-1', toStatus, actId: '01MOVE' })
    await expect(to('Shipped')).rejects.toThrow(
      /SP-1 can't be moved from Review to Shipped\..*Possible: .*Backlog/,
    )
    await expect(to('Review')).rejects.toThrow(/SP-1 is already Review/)
    await expect(to('Review')).rejects.toThrow(JiraRefused)
    expect(site.double().journal()).toEqual([])
  })

  it('lets a later change of the scenario override our move', async () => {
    site.at('2021-09-01T00:00:00Z')
    await site.connect().transition({ key: 'SP-1', toStatus: 'Done', actId: '01MOVE' })
    site.at('2021-12-14T00:00:00Z')
    expect((await site.connect().readIssue('SP-1')).context.status).toBe('Done')
    site.at('2021-12-14T12:00:00Z')
    expect((await site.connect().readIssue('SP-1')).context.status).toBe('Review')
  })

  describe('by a step that asks for something', () => {
    const resolution = (names: string[]) => ({
      ...{ required: true, hasDefaultValue: false },
      name: 'Resolution',
      schema: { type: 'resolution', system: 'resolution' },
      allowedValues: names.map((name, index) => ({ id: String(index + 1), name })),
    })
    const release = {
      ...{ required: true, hasDefaultValue: false },
      name: 'Fix versions',
      schema: { type: 'array', system: 'fixVersions' },
      allowedValues: [
        { id: '7', name: '1.0' },
        { id: '8', name: '2.0' },
      ],
    }
    const asking = (screen: Screen) => ({
      ...sample,
      statuses: sample.statuses.map((each) => (each.name === 'Done' ? { ...each, _screen: screen } : each)),
    })
    const move = { key: 'SP-1', toStatus: 'Done', actId: '01MOVE' }

    it('says what leaves no choice, and of resolutions the one that only says "done"', async () => {
      const only = { ...release, allowedValues: release.allowedValues.slice(0, 1) }
      const scenario = asking({ resolution: resolution(["Won't Do", 'Done']), fixVersions: only })
      await site.restart({ scenario })
      await site.connect().transition(move)
      expect(site.double().journal().at(-1)).toMatchObject({
        fields: { resolution: { id: '2' }, fixVersions: [{ id: '7' }] },
      })
      expect((await site.connect().readIssue('SP-1')).context.status).toBe('Done')
    })

    it('refuses where a person has to choose, names what, and writes nothing', async () => {
      const scenario = asking({ resolution: resolution(["Won't Do", 'Duplicate']), fixVersions: release })
      await site.restart({ scenario })
      const refused = site.connect().transition(move)
      await expect(refused).rejects.toThrow(JiraRefused)
      await expect(refused).rejects.toThrow(
        /SP-1 can't be moved to Done: Jira asks for Resolution, Fix versions/,
      )
      expect(site.double().journal()).toEqual([])
    })
  })
})

describe('opening an issue', () => {
  const act = {
    project: 'SP',
    title: 'Be ready for the end of v2',
    text: 'It ends in November.',
    actId: '01NEW',
  }

  it('opens one that carries the act, is known as ours when it is read, and is still there after a restart', async () => {
    const journalFile = join(folder, 'journal.jsonl')
    await site.restart({ journalFile })
    const { id, url } = await site.connect().createIssue(act)
    expect(url).toBe(`${site.double().url}/browse/${id}`)
    await site.restart({ journalFile })
    site.at('2021-12-14T12:10:00Z')
    const { issues: found } = await site.poll(new Date('2021-12-14T11:59:00Z'))
    expect(found.map(({ key }) => key)).toContain(id)
    const opened = found.find(({ key }) => key === id)
    expect(opened).toMatchObject({ title: act.title, actId: '01NEW', context: { status: 'Backlog' } })
    expect(opened && jiraChanges(opened)).toMatchObject([{ kind: 'created', ours: true, ref: id }])
  })

  it('finds one whose reply was lost, and none that was never opened', async () => {
    const jira = site.connect()
    site.double().setFaults([{ fault: 'lostReply', match: 'POST /rest/api/3/issue' }])
    await expect(jira.createIssue(act)).rejects.toThrow(JiraUnavailable)
    const found = await jira.findIssue({ ...act, since: site.now() })
    expect(found).toMatchObject({ id: 'SP-12' })
    expect(await jira.findIssue({ ...act, actId: 'another', since: site.now() })).toBeUndefined()
  })

  it('in a project that is not there is refused, and a title that is too long, before anything is written', async () => {
    const jira = site.connect()
    await expect(jira.createIssue({ ...act, project: 'NO' })).rejects.toThrow(JiraRefused)
    await expect(jira.createIssue({ ...act, title: 'x'.repeat(300) })).rejects.toThrow(/255/)
    expect(site.double().journal()).toEqual([])
  })
})
