import { beforeEach, describe, expect, test } from 'vitest'
import type { JiraRaw } from '#src/domain/raw-signal.ts'
import { aDesk } from '../../../tests/fakes/reading-desk.ts'
import { aRaw, context } from '../../../tests/fixtures/builders.ts'
import { minutesAfter } from '../../../tests/fixtures/desk.ts'

const HOUR = 60
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => change(1 + index / 100, { externalId: `many-${index}` }))

const change = (minute: number, over: Partial<JiraRaw> = {}) =>
  aRaw({ externalId: `10001#${minute}-0`, occurredAt: minutesAfter(minute).toISOString(), ...over })

let desk = aDesk()
beforeEach(() => {
  desk = aDesk()
})

describe('connecting a project', () => {
  test('records the latest change of each issue that is open or was until lately, which raises nothing, and never asks for older ones again', async () => {
    desk.world.changes = [
      change(-300),
      change(-200),
      change(-100, { ref: 'SP-2', externalId: 'b' }),
      change(-50, { ref: 'SP-3', externalId: 'c', context: { ...context, statusCategory: 'done' } }),
      change(-15 * 24 * 60, {
        ref: 'SP-4',
        externalId: 'd',
        context: { ...context, statusCategory: 'done' },
      }),
    ]
    const page = await desk.check(0)
    expect(page).toMatchObject({ quiet: false, pages: 1, more: true, signals: 3 })
    expect(desk.recorded().map(({ ref, bootstrap }) => [ref, bootstrap])).toEqual([
      ['SP-1', true],
      ['SP-2', true],
      ['SP-3', true],
    ])
    expect(desk.world.since).toBe('ever')
    await desk.check(15)
    expect(desk.recorded()).toHaveLength(3)
  })
})

describe('a later check', () => {
  beforeEach(async () => {
    await desk.check(0)
  })

  test('records what is new once, and looks back a little each time', async () => {
    desk.world.changes = [change(10)]
    expect(await desk.check(15)).toMatchObject({ signals: 1, readings: [{ ok: true, changed: 1 }] })
    expect(desk.world.since).toBe(minutesAfter(-5).toISOString())
    expect(desk.recorded()).toMatchObject([{ bootstrap: false, state: 'open' }])
    expect(await desk.check(30)).toMatchObject({ readings: [{ changed: 0 }] })
    expect(desk.recorded()).toHaveLength(1)
  })

  test('with nothing new, nothing open and nothing due ends here, and leaves the checkpoint', async () => {
    const before = await desk.checkpoint()
    expect(await desk.check(15)).toMatchObject({ quiet: true, pages: 0, more: false })
    expect(await desk.checkpoint()).toEqual(before)
    expect(await desk.cycles.running()).toMatchObject({
      lease: null,
      lastCheckAt: minutesAfter(15).toISOString(),
    })
    expect(await desk.cycles.record(minutesAfter(15).toISOString())).toMatchObject({ ended: 'quiet' })
  })

  test('is not quiet while the day’s work is due: each project is looked at again', async () => {
    desk.deps.dailyDone = async () => false
    expect(await desk.check(15)).toMatchObject({ quiet: false, pages: 1, signals: 0 })
    const pages = desk.table.rows().filter((row) => row.type === 'page')
    expect(pages).toMatchObject([{ ids: [], again: ['SP'] }])
  })

  test('finds what an index showed late, but not what is older than the project or than a day', async () => {
    await desk.check(48 * HOUR)
    desk.world.changes = [change(47 * HOUR, { externalId: 'first' })]
    await desk.check(48 * HOUR + 15)
    desk.world.changes = [
      change(-10, { externalId: 'before-connecting' }),
      change(20 * HOUR, { externalId: 'two days ago' }),
      change(46 * HOUR, { externalId: 'late' }),
    ]
    expect(await desk.check(48 * HOUR + 30)).toMatchObject({ readings: [{ changed: 1 }] })
    expect(desk.recorded().map((row) => row['externalId'])).toEqual(['first', 'late'])
  })

  test('writes many changes in chunks, the checkpoint with the last; a crash before it loses nothing', async () => {
    desk.world.changes = many(200)
    const before = await desk.checkpoint()
    desk.world.dies = 3
    await expect(desk.check(15)).rejects.toThrow('dead')
    expect(desk.recorded()).toHaveLength(180)
    expect(await desk.checkpoint()).toEqual(before)
    const page = await desk.check(30)
    expect(page).toMatchObject({ signals: 200, pages: 1 })
    expect(desk.recorded()).toHaveLength(200)
    expect(await desk.checkpoint()).toMatchObject({ readUpTo: minutesAfter(30).toISOString() })
  })

  test('puts no more than five hundred ids on a page', async () => {
    desk.world.changes = many(501)
    expect(await desk.check(15)).toMatchObject({ pages: 2, page: 1, more: true })
    const lengths = desk.table.rows().map(({ ids }) => (Array.isArray(ids) ? ids.length : 0))
    expect(lengths.filter((length) => length > 0)).toEqual([500, 1])
  })

  test('that can not read its source is blind, not quiet, and the checkpoint stays', async () => {
    const before = await desk.checkpoint()
    Object.assign(desk.world, { changes: [change(10)], fails: 'Jira answered 503.' })
    expect((await desk.check(15)).readings).toMatchObject([
      { ok: false, changed: 0, reason: 'Jira answered 503.' },
    ])
    expect(await desk.checkpoint()).toEqual(before)
    expect(await desk.cycles.running()).toMatchObject({
      blind: [{ source: 'jira', since: minutesAfter(15).toISOString() }],
    })
    await desk.check(30)
    expect(await desk.cycles.running()).toMatchObject({ blind: [{ since: minutesAfter(15).toISOString() }] })
    desk.world.fails = ''
    expect(await desk.check(45)).toMatchObject({ readings: [{ ok: true, changed: 1 }] })
  })

  test('that breaks off is blind too: the pages it had stay, and the next goes on after them', async () => {
    const upTo = minutesAfter(10)
    Object.assign(desk.world, { changes: [change(10)], upTo, breaksOff: 'Jira answered 503.' })
    expect((await desk.check(15)).readings).toMatchObject([
      { ok: false, changed: 1, reason: 'Jira answered 503.' },
    ])
    expect(await desk.checkpoint()).toMatchObject({ readUpTo: upTo.toISOString() })
    expect(desk.recorded()).toHaveLength(1)
    Object.assign(desk.world, { changes: [change(10), change(40)], upTo: undefined, breaksOff: '' })
    expect(await desk.check(45)).toMatchObject({ readings: [{ ok: true, changed: 1 }] })
    expect(desk.world.since).toBe(minutesAfter(5).toISOString())
  })

  test('goes by the source’s own clock: where that is behind ours, what it stamps next is not taken for old', async () => {
    desk = aDesk()
    desk.world.upTo = minutesAfter(-10)
    await desk.check(0)
    expect(await desk.checkpoint()).toMatchObject({ bootstrappedAt: minutesAfter(-10).toISOString() })
    Object.assign(desk.world, { changes: [change(-4)], upTo: minutesAfter(5) })
    expect(await desk.check(15)).toMatchObject({ readings: [{ changed: 1 }] })
    expect(await desk.checkpoint()).toMatchObject({ readUpTo: minutesAfter(5).toISOString() })
  })

  test('says once which issue it could not read, and records all of it once it can', async () => {
    desk.world.unreadable = [{ ref: 'SP-1', why: 'status is missing' }]
    await desk.check(15)
    desk.world.changes = [change(47 * HOUR, { externalId: 'other', ref: 'SP-2' })]
    await desk.check(48 * HOUR)
    const told = desk.table.rows().filter((row) => row['kind'] === 'signal_unreadable')
    expect(told.map((row) => row['text'])).toEqual(['SP-1 could not be read: status is missing'])
    Object.assign(desk.world, { unreadable: [], changes: [change(20)] })
    expect(await desk.check(72 * HOUR)).toMatchObject({ readings: [{ changed: 1 }] })
  })

  test('lets any other fault rise, for the workflow to retry', async () => {
    desk.deps.projects = async () => Promise.reject(new TypeError('a bug'))
    await expect(desk.check(15)).rejects.toThrow('a bug')
  })
})
