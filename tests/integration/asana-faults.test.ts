import { describe, expect, it } from 'vitest'
import { SourceUnreadable } from '#src/adapters/sources/source.ts'
import { anAsanaWorkspace, aWire, rooms, taskFile } from '../fixtures/asana-workspace.ts'

const workspace = anAsanaWorkspace()
const friday = '2026-11-13T17:30:00Z'

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
