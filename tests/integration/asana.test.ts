import { describe, expect, it } from 'vitest'
import { aComment, anAsanaWorkspace, aWire, KEY, rooms, taskFile } from '../fixtures/asana-workspace.ts'

const workspace = anAsanaWorkspace()
const friday = '2026-11-13T17:30:00Z'
const refOf = (n: number) => `${KEY}-${taskFile(n).gid}`

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
