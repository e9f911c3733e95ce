import { beforeEach, expect, test } from 'vitest'
import { aDesk } from '../../../tests/fakes/reading-desk.ts'
import { aRaw } from '../../../tests/fixtures/builders.ts'
import { minutesAfter } from '../../../tests/fixtures/desk.ts'
import { aMail } from '../../../tests/fixtures/talk.ts'

const at = (minute: number) => minutesAfter(minute).toISOString()
const moved = (ref: string, minute: number) =>
  aRaw({ ref, externalId: `${ref}#${minute}`, occurredAt: at(minute) })

let desk = aDesk(['jira', 'outlook'])
beforeEach(async () => {
  desk = aDesk(['jira', 'outlook'])
  await desk.check(0)
})

const gaps = () =>
  desk.table
    .rows()
    .flatMap(({ type, PK, since, until, read, why }) =>
      type === 'resync' ? [[PK.split('#')[1], since, until, read, why]] : [],
    )

test('a check looks back five minutes, one on the hour two hours, and the day’s first a whole day', async () => {
  await desk.check(15)
  expect(desk.world.since).toBe(at(-5))
  await desk.check(60)
  expect(desk.world.since).toBe(at(-120))
  desk.day.isDue = true
  await desk.check(75)
  expect(desk.world.since).toBe(at(-24 * 60))
})

test('what happened just before a project was connected and was hidden then is news', async () => {
  desk.world.changes = [moved('SP-1', -4), moved('SP-2', -6)]
  expect(await desk.check(15)).toMatchObject({ readings: [{ changed: 1 }, { changed: 0 }] })
})

test('a change that an earlier check should have been shown is told as found late, with how much and since when', async () => {
  desk.world.changes = [moved('SP-1', 14)]
  await desk.check(15)
  expect(gaps()).toEqual([])
  desk.world.changes.push(moved('SP-2', 8), moved('SP-3', 9))
  await desk.check(30)
  expect(gaps()).toEqual([['jira', at(8), at(30), 2, 'late']])
  await desk.check(45)
  expect(gaps()).toHaveLength(1)
})

test('nothing is called late that a check looks back for anyway, that came with a later change, or could not be read before', async () => {
  Object.assign(desk.world, { unreadable: [{ ref: 'SP-4', why: 'its field status is missing' }] })
  desk.world.changes = [moved('SP-1', 14)]
  await desk.check(15)
  Object.assign(desk.world, { unreadable: [] })
  desk.world.changes.push(moved('SP-2', 11), moved('SP-3', 8), moved('SP-3', 20), moved('SP-4', 3))
  expect(await desk.check(30)).toMatchObject({ readings: [{ changed: 4 }, { changed: 0 }] })
  expect(gaps()).toEqual([])
})

test('a mail that is put into the inbox long after it came is not late', async () => {
  desk.mailbox.changes = [aMail({ externalId: 'mail-14', occurredAt: at(14) })]
  await desk.check(15)
  desk.mailbox.changes.push(aMail({ externalId: 'mail-3', occurredAt: at(3) }))
  expect(await desk.check(30)).toMatchObject({ readings: [{ changed: 0 }, { changed: 1 }] })
  expect(gaps()).toEqual([])
})
