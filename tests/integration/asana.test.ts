import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SourceUnreadable } from '#src/adapters/sources/source.ts'
import { aComment, anAsanaWorkspace, KEY, rooms, taskFile } from '../fixtures/asana-workspace.ts'

const workspace = anAsanaWorkspace()
const friday = '2026-11-13T17:30:00Z'
const refOf = (n: number) => `${KEY}-${taskFile(n).gid}`

/** Counts what is asked for, and can break a request off. */
function aWire(breakAt = Infinity) {
  const asked: string[] = []
  const send: typeof fetch = async (input, init) => {
    asked.push(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname.replace('/api/1.0', '')}`)
    if (asked.length === breakAt) throw new Error('The process was killed here.')
    return await fetch(input, init)
  }
  return { asked, send }
}

describe('a first look', () => {
  it("gives every task's creation and every one of its stories, once, on Asana's clock", async () => {
    workspace.at(friday)
    const { raws, pages, unreadable } = await workspace.read()
    const told = rooms.tasks.flatMap(({ gid, stories }) => [
      `${gid}#created`,
      ...stories.map((story) => `${gid}#story-${story.gid}`),
    ])
    // An edited comment has another id: its words are part of it.
    const ids = raws.map(({ externalId }) => externalId.replace(/(#story-\d+)-[0-9a-f]{12}$/, '$1'))
    expect(ids.toSorted()).toEqual(told.toSorted())
    expect(unreadable).toEqual([])
    expect(pages.at(-1)).toMatchObject({ isLast: true, upTo: new Date(friday), mustKeep: true })
  })

  it('shows tasks as they were then', async () => {
    const early = await workspace.read()
    workspace.at(friday)
    const late = await workspace.read()
    const standOf = ({ raws }: typeof early, n: number) => raws.find(({ ref }) => ref === refOf(n))?.context
    expect(standOf(early, 1)).toMatchObject({ status: 'In progress', assignee: { name: 'Jonas Vik' } })
    expect(standOf(early, 1)).toMatchObject({ flagged: false, priority: 'High', points: 5 })
    expect(standOf(late, 1)).toMatchObject({ status: 'Blocked', assignee: null, flagged: true })
    expect(standOf(early, 3)).toMatchObject({ status: 'In progress', statusCategory: 'indeterminate' })
    expect(standOf(late, 3)).toMatchObject({ status: 'Completed', statusCategory: 'done' })
    expect(standOf(late, 4)).toMatchObject({ dueDate: '2026-11-27', dueDateMoves: 1 })
    expect(standOf(late, 9)).toMatchObject({ blockedBy: [refOf(1)] })
    expect(standOf(early, 10)).toBeUndefined()
  })
})

describe('going on', () => {
  it('reads the tasks that an event names, and nothing where none does', async () => {
    const first = await workspace.read()
    workspace.at('2026-11-09T11:30:00Z')
    const wire = aWire()
    const { raws } = await workspace.read(first.cursor, { fetch: wire.send })
    expect(new Set(raws.map(({ ref }) => ref))).toEqual(new Set([refOf(1)]))
    expect(raws.find(({ kind }) => kind === 'flag')).toMatchObject({
      ...{ before: null, after: 'Blocked', text: 'Flagged: none → Blocked', source: 'asana', project: KEY },
      url: taskFile(1)['permalink_url'],
    })
    const quiet = aWire()
    const again = await workspace.read((await workspace.read(first.cursor)).cursor, { fetch: quiet.send })
    expect(again.raws).toEqual([])
    expect(quiet.asked).toEqual(['GET /events'])
  })

  it('asks again while there is more', async () => {
    const many = Array.from({ length: 250 }, (_, n) => aComment(n, '2026-11-09T09:00:00.000Z'))
    const [first, ...others] = rooms.tasks
    if (!first) throw new Error('The scenario has no task.')
    await workspace.restart({
      ...rooms,
      tasks: [{ ...first, stories: [...first.stories, ...many] }, ...others],
    })
    const begun = await workspace.read()
    workspace.at('2026-11-09T09:15:00Z')
    const wire = aWire()
    const { raws, pages } = await workspace.read(begun.cursor, { fetch: wire.send })
    expect(wire.asked.filter((line) => line === 'GET /events')).toHaveLength(3)
    expect(pages.map(({ isLast }) => isLast)).toEqual([false, false, true])
    expect(new Set(raws.filter(({ kind }) => kind === 'comment').map((raw) => raw.externalId)).size).toBe(250)
  })

  it('says when a comment was edited, as the event does', async () => {
    workspace.at('2026-11-10T13:20:00Z')
    const first = await workspace.read()
    workspace.at('2026-11-10T14:00:00Z')
    const { raws } = await workspace.read(first.cursor)
    const [was] = first.raws.filter(({ kind, ref }) => kind === 'comment' && ref === refOf(5))
    const [is] = raws.filter(({ kind }) => kind === 'comment')
    expect(is?.occurredAt).toBe('2026-11-10T13:55:00.000Z')
    expect(is?.externalId).toMatch(new RegExp(`^${was?.externalId ?? ''}-[0-9a-f]{12}$`))
  })
})

describe('what Asana forgets and loses', () => {
  it('reads again after a token has run out (412), and records nothing twice', async () => {
    await workspace.check()
    workspace.at('2026-11-10T06:30:00Z')
    await workspace.check()
    workspace.at(friday)
    const wire = aWire()
    const { reading, ids } = await workspace.check({ fetch: wire.send })
    expect(reading).toMatchObject({ ok: true })
    expect(wire.asked.slice(0, 2)).toEqual(['GET /events', 'GET /tasks'])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain(`asana/asana/${taskFile(10).gid}#created`)
    const quiet = aWire()
    expect((await workspace.check({ fetch: quiet.send })).ids).toEqual(ids)
    expect(quiet.asked).toEqual(['GET /events'])
  })

  it('finds what an event lost, within a day', async () => {
    await workspace.check()
    workspace.at('2026-11-09T11:30:00Z')
    workspace.double().setFaults([{ fault: 'drop', match: '/events' }])
    const lost = await workspace.check()
    expect(lost.reading).toMatchObject({ ok: true, changed: 0 })
    workspace.at('2026-11-10T03:15:00Z')
    const { ids } = await workspace.check()
    const flag = taskFile(1).stories.find(({ created_at }) => created_at === '2026-11-09T11:20:00.000Z')
    expect(ids).toContain(`asana/asana/${taskFile(1).gid}#story-${flag?.gid ?? ''}`)
  })

  it('begins a list again when its page has run out', async () => {
    workspace.at(friday)
    workspace.double().setFaults([{ fault: 'pageSize', pageSize: 4, times: 4, match: 'GET /api/1.0/tasks?' }])
    const pages = []
    for await (const page of workspace.connect().changedTasks({
      projects: [rooms.projects[0]?.asana ?? ''],
      ...{ marks: {}, since: undefined, pageSize: 4 },
    })) {
      pages.push(page)
      if (pages.length === 1)
        workspace.double().setFaults([{ fault: 'expiredPageToken', match: 'GET /api/1.0/tasks?' }])
    }
    const seen = pages.flatMap(({ tasks }) => tasks.map(({ task }) => task.gid))
    expect(new Set(seen).size).toBe(10)
    expect(pages.at(-1)).toMatchObject({ isLast: true })
  })

  it.each([
    ['a first look', '2026-11-09T06:00:00Z', '2026-11-09T07:00:00Z', 12],
    ['events', '2026-11-09T07:00:00Z', '2026-11-09T16:00:00Z', 5],
    ['a token that has run out', '2026-11-09T07:00:00Z', '2026-11-10T09:30:00Z', 5],
  ])('loses nothing and records nothing twice, wherever a read by %s is killed', async (...given) => {
    const [by, before, then, requests] = given
    const begin = async () => {
      workspace.forget()
      workspace.at(before)
      if (by !== 'a first look') await workspace.check()
      workspace.at(then)
    }
    await begin()
    const whole = aWire()
    const { ids: expected } = await workspace.check({ fetch: whole.send })
    expect(whole.asked.length).toBeGreaterThanOrEqual(requests)
    for (let breakAt = 1; breakAt <= whole.asked.length; breakAt++) {
      await begin()
      const killed = await workspace.check({ fetch: aWire(breakAt).send })
      expect(killed.reading).toMatchObject({ ok: false, reason: expect.stringContaining('killed') })
      const { ids } = await workspace.check()
      expect(ids.toSorted()).toEqual(expected.toSorted())
    }
  })
})

describe('when Asana does not answer', () => {
  it('keeps still until the time it named, and says why', async () => {
    const { cursor } = await workspace.read()
    workspace.double().setFaults([{ fault: '429', retryAfterSeconds: 600 }])
    const wire = aWire()
    const asana = workspace.connect({ fetch: wire.send })
    await expect(asana.check()).rejects.toThrow(/Asana throttles us.*600 s/)
    workspace.at('2026-11-09T07:09:59Z')
    await expect(asana.check()).rejects.toThrow(/not sent/)
    expect(wire.asked).toHaveLength(1)
    // Somebody who was not told is still refused.
    await expect(workspace.read(cursor)).rejects.toThrow(SourceUnreadable)
    workspace.at('2026-11-09T07:10:01Z')
    await expect(asana.check()).resolves.toBeUndefined()
  })

  it.each([
    ['500', /Asana failed with 500/],
    ['timeout', /did not answer within 1 s/],
    ['cut', /cannot be reached or broke off/],
    ['malformed', /it is not JSON/],
    ['401', /does not accept our token/],
  ] as const)('is blind on %s, and goes on where it was', async (fault, says) => {
    await workspace.check()
    workspace.at('2026-11-09T16:00:00Z')
    workspace.double().setFaults([{ fault, match: '/stories' }])
    const blind = await workspace.check()
    expect(blind.reading).toMatchObject({ ok: false, changed: 0 })
    expect(blind.reading.reason).toMatch(says)
    const { reading } = await workspace.check()
    expect(reading).toMatchObject({ ok: true, changed: 4 })
  })

  it('names a project that it may not see', async () => {
    await expect(workspace.read(null, { projects: { XYZ: '404' } })).rejects.toThrow(/Unknown object: 404/)
    await expect(workspace.read(null, { accessToken: 'old' })).rejects.toThrow(SourceUnreadable)
  })
})

describe('tasks', () => {
  it('names one that lacks what it must have, and reads the others', async () => {
    const [first, second, ...others] = rooms.tasks
    if (!first || !second) throw new Error('The scenario has too few tasks.')
    const story = { ...aComment(1, '2026-11-08T09:00:00Z'), created_at: '2026-11-08T09:00:00Z', text: 7 }
    const tasks = [{ ...first, name: null }, { ...second, stories: [story] }, ...others]
    await workspace.restart({ ...rooms, tasks })
    const { raws, unreadable } = await workspace.read()
    expect(unreadable).toMatchObject([
      { ref: refOf(1), why: expect.stringMatching(/its field name/) },
      { ref: refOf(2), why: expect.stringMatching(/One of its stories: its field text/) },
    ])
    expect(new Set(raws.map(({ ref }) => ref)).size).toBe(7)
  })

  it('counts one that lies in two projects once, and a page of each project in its turn', async () => {
    const other = { gid: '777', resource_type: 'project', name: 'Second' }
    const tasks = rooms.tasks.map((task, n) =>
      n < 2 ? { ...task, memberships: [...task.memberships, { project: other, section: null }] } : task,
    )
    const [project] = rooms.projects
    if (!project) throw new Error('The scenario has no project.')
    await workspace.restart({
      ...rooms,
      tasks,
      projects: [project, { ...project, key: 'ABC', asana: '777' }],
    })
    const projects = { [KEY]: project.asana ?? '', ABC: '777' }
    const { raws, pages } = await workspace.read(null, { projects })
    expect(pages.map(({ isLast }) => isLast)).toEqual([false, true])
    const homes = new Map(raws.map(({ ref, project: key }) => [ref, key]))
    expect([...homes].filter(([, key]) => key === 'ABC')).toHaveLength(2)
    expect(homes.has(refOf(1))).toBe(false)
  })
})

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
