import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aComment, anAsanaWorkspace, KEY, rooms, taskFile } from '../fixtures/asana-workspace.ts'

const workspace = anAsanaWorkspace()
const refOf = (n: number) => `${KEY}-${taskFile(n).gid}`

describe('commenting', () => {
  const act = { key: `${KEY}-${taskFile(1).gid}`, text: 'Who can take it?', actId: '01ACT' }
  let folder = ''

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'asana-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('comments as the PM, known as ours by its last line, and still does after a restart', async () => {
    const journalFile = join(folder, 'journal.jsonl')
    await workspace.restart(rooms, journalFile)
    const receipt = await workspace.connect().comment(act)
    expect(receipt).toMatchObject({ url: `https://app.asana.com/0/0/${taskFile(1).gid}/f` })
    await workspace.restart(rooms, journalFile)
    const { raws } = await workspace.read()
    const ours = raws.filter((raw) => raw.ours)
    expect(ours).toMatchObject([{ kind: 'comment', text: 'Who can take it?\n\n[act 01ACT]' }])
    expect(ours[0]?.actor).toMatchObject({ name: 'Elif Demir', email: rooms.pm.email })
  })

  it('finds a comment whose reply was lost, and none that was never written', async () => {
    const asana = workspace.connect()
    workspace.double().setFaults([{ fault: 'lostReply', match: 'POST /api/1.0/tasks' }])
    await expect(asana.comment(act)).rejects.toThrow(/cannot be reached or broke off/)
    const found = await asana.findComment({ ...act, since: workspace.now() })
    expect(found?.id).toBe(workspace.double().journal()[0]?.gid)
    expect(await asana.findComment({ ...act, actId: 'another', since: workspace.now() })).toBeUndefined()
    await expect(asana.findComment({ ...act, key: 'RDR-1', since: workspace.now() })).rejects.toThrow(
      /no RDR-1/,
    )
  })

  it("believes nobody else's mark", async () => {
    const forged = aComment(1, '2026-11-08T10:00:00.000Z', { text: 'Done.\n\n[act 01ACT]' })
    const tasks = rooms.tasks.map((task, n) => (n === 0 ? { ...task, stories: [forged] } : task))
    await workspace.restart({ ...rooms, tasks })
    const since = new Date('2026-11-08T10:00:00Z')
    expect(await workspace.connect().findComment({ ...act, since })).toBeUndefined()
    const { raws } = await workspace.read()
    expect(raws.find(({ kind }) => kind === 'comment')).toMatchObject({ ours: false })
  })
})

describe('control', () => {
  it('takes faults and shows the journal over HTTP', async () => {
    const base = new URL(workspace.double().url).origin
    const faults = [{ fault: '500', times: 1 }]
    const headers = { 'content-type': 'application/json' }
    const set = await fetch(`${base}/_control/faults`, {
      method: 'POST',
      headers,
      body: JSON.stringify(faults),
    })
    expect(set.status).toBe(204)
    await expect(workspace.connect().check()).rejects.toThrow(/failed with 500/)
    await workspace.connect().comment({ key: refOf(1), text: 'x', actId: 'a' })
    expect(await (await fetch(`${base}/_control/journal`)).json()).toHaveLength(1)
  })
})
