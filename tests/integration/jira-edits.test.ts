import { describe, expect, it } from 'vitest'
import { createCloudClient, VersionSchema } from 'jira.js/cloud'
import { JiraRefused, JiraUnavailable } from '#src/adapters/sources/jira/jira-errors.ts'
import type { FieldEdit } from '#src/domain/field-edit.ts'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'
import { aJiraSite, token } from '../fixtures/jira-site.ts'

/** Fields, links and releases, written to the demo's site on a Wednesday of its Sprint 15. */
const scenario = readScenario('scenarios/harbour')
const account = { email: scenario.pm.email, apiToken: 'secret' }
const site = aJiraSite({ scenario, token: account })
const jira = () => {
  site.at('2026-10-21T09:00:00Z')
  return site.connect(account)
}
const LENA = '712020:33400ae5-3240-4952-a140-07bf3040062c'
const now = async (key: string) => (await jira().readIssue(key)).context
const written = () => site.double().journal()

const PRIYA = '712020:92347858-9334-49eb-a434-7b7e95347d11'
const EDITS: [string, string, FieldEdit, object, string | null][] = [
  [
    'an assignee',
    'HRB-124',
    { field: 'assignee', accountId: LENA },
    { assignee: { name: 'Lena Fischer' } },
    PRIYA,
  ],
  ['a flag taken off', 'HRB-124', { field: 'flag', on: false }, { flagged: false }, 'Impediment'],
  ['a due date', 'HRB-124', { field: 'due_date', day: '2026-11-06' }, { dueDate: '2026-11-06' }, null],
  ['out of the sprint', 'HRB-118', { field: 'sprint', id: null }, { sprints: [] }, '15'],
]

describe('one field of a ticket', () => {
  it.each(EDITS)('%s: is changed once, with what stood there before', async (_, key, edit, reads, before) => {
    const receipt = await jira().editIssue({ key, edit, actId: '01EDIT' })
    expect(receipt.before?.id ?? null).toBe(before)
    expect(await now(key)).toMatchObject(reads)
    const { histories } = await jira().readIssue(key)
    expect(histories.at(-1)).toMatchObject({ id: receipt.id, author: { name: 'Morgan Reid' } })
    expect(await jira().findEdit({ key, actId: '01EDIT' })).toEqual(receipt)
    expect(await jira().findEdit({ key, actId: 'another' })).toBeUndefined()
  })

  it.each(EDITS)('%s: a lost reply is found, with its receipt', async (_, key, edit) => {
    jira()
    site.double().setFaults([{ fault: 'lostReply', match: `PUT /rest/api/3/issue/${key}` }])
    await expect(jira().editIssue({ key, edit, actId: '01EDIT' })).rejects.toThrow(JiraUnavailable)
    expect(await jira().findEdit({ key, actId: '01EDIT' })).toMatchObject({
      id: expect.any(String),
    })
    expect(written().filter(({ kind }) => kind === 'edit')).toHaveLength(1)
  })

  it('that stands so already, or that Jira does not take, is refused before anything is written', async () => {
    const edit = (field: FieldEdit) => jira().editIssue({ key: 'HRB-118', edit: field, actId: '01EDIT' })
    await expect(edit({ field: 'assignee', accountId: LENA })).rejects.toThrow(JiraRefused)
    await expect(edit({ field: 'assignee', accountId: 'nobody' })).rejects.toThrow(/cannot be assigned/)
    await expect(edit({ field: 'version', name: 'Never', into: true })).rejects.toThrow(/not valid/)
    expect(written()).toEqual([])
  })

  it('stands until somebody else changes it', async () => {
    await jira().editIssue({ key: 'HRB-124', edit: { field: 'assignee', accountId: LENA }, actId: '01EDIT' })
    site.at('2026-10-30T12:00:00Z')
    const later = scenario.issues.find(({ key }) => key === 'HRB-124')?.changelog?.histories ?? []
    const moved = later.some(
      ({ created, items }) =>
        Date.parse(created) > Date.parse('2026-10-21T09:00:00Z') &&
        items.some(({ field }) => field === 'assignee'),
    )
    const { assignee } = (await site.connect(account).readIssue('HRB-124')).context
    expect(assignee?.name === 'Lena Fischer').toBe(!moved)
  })
})

describe('a milestone', () => {
  it('loses a ticket and gets it back', async () => {
    const edit = (into: boolean, actId: string) =>
      jira().editIssue({ key: 'HRB-118', edit: { field: 'version', name: 'UAT entry', into }, actId })
    expect(await edit(false, '01OUT')).toMatchObject({ before: { id: 'UAT entry' } })
    expect((await now('HRB-118')).versions).toEqual([])
    await edit(true, '01IN')
    expect((await now('HRB-118')).versions).toMatchObject([{ name: 'UAT entry' }])
  })

  it('has another day in every ticket of it, and a lost reply is found by the day', async () => {
    const move = { project: 'HRB', name: 'UAT entry', day: '2026-11-06' }
    expect(await jira().findMoved(move)).toBeUndefined()
    expect(await jira().moveVersion(move)).toMatchObject({ before: { id: '2026-10-30' } })
    expect((await now('HRB-118')).versions).toMatchObject([{ name: 'UAT entry', releaseDate: '2026-11-06' }])
    expect(await jira().findMoved(move)).toMatchObject({ id: '10201' })
    await expect(jira().moveVersion({ ...move, name: 'Never' })).rejects.toThrow(/has no release/)
  })
})

describe('a link', () => {
  const link = { how: 'blocks', other: 'HRB-131' } as const

  it('has two ends, and both go with it', async () => {
    await jira().editIssue({ key: 'HRB-118', edit: { field: 'link', ...link }, actId: '01LINK' })
    expect((await now('HRB-118')).blocks).toContain('HRB-131')
    expect((await now('HRB-131')).blockedBy).toContain('HRB-118')
    await jira().unlink({ key: 'HRB-118', ...link })
    expect((await now('HRB-118')).blocks).not.toContain('HRB-131')
    expect((await now('HRB-131')).blockedBy).not.toContain('HRB-118')
    expect(await jira().findUnlink({ key: 'HRB-118', ...link })).toMatchObject({ id: expect.any(String) })
    await expect(jira().unlink({ key: 'HRB-118', ...link })).rejects.toThrow(/no such link/)
  })
})

describe('a comment', () => {
  it('mentions whom its text names, and reads as it was written', async () => {
    const text = 'Can you take it, @Lena Fischer?\n\nMorgan'
    const mentions = [{ accountId: LENA, name: 'Lena Fischer' }]
    const { id } = await jira().comment({ key: 'HRB-124', text, actId: '01ACT', mentions })
    const { comments } = await jira().readIssue('HRB-124')
    expect(comments.find((each) => each.id === id)).toMatchObject({
      ...{ text: 'Can you take it, @Lena Fischer?\nMorgan', mentions: [LENA] },
    })
  })
})

describe('a client that nobody here wrote', () => {
  it('edits, and reads the releases in their documented shape', async () => {
    jira()
    const client = createCloudClient({
      ...{ host: site.double().url, auth: { type: 'basic', ...account } },
      onSchemaMismatch: 'throw',
    })
    await client.issues.editIssue({ issueIdOrKey: 'HRB-118', fields: { duedate: '2026-11-02' } })
    expect((await now('HRB-118')).dueDate).toBe('2026-11-02')
    const releases = await client.projectVersions.getProjectVersions({ projectIdOrKey: 'HRB' })
    expect(
      VersionSchema.array()
        .parse(releases)
        .map(({ name }) => name),
    ).toContain('UAT entry')
    expect(token.apiToken).toBe(account.apiToken)
  })
})
