import { beforeEach, describe, expect, test } from 'vitest'
import { aDesk } from '../../../tests/fakes/reading-desk.ts'
import { aRaw } from '../../../tests/fixtures/builders.ts'
import { minutesAfter } from '../../../tests/fixtures/desk.ts'
import { aMail } from '../../../tests/fixtures/talk.ts'

const moved = (minute: number) =>
  aRaw({ externalId: `moved-${minute}`, occurredAt: minutesAfter(minute).toISOString() })
const mail = (minute: number) =>
  aMail({ externalId: `mail-${minute}`, occurredAt: minutesAfter(minute).toISOString() })

let desk = aDesk(['jira', 'outlook'])
beforeEach(async () => {
  desk = aDesk(['jira', 'outlook'])
  desk.mailbox.cursor = 'mark-0'
  await desk.check(0)
})

describe('two sources, read side by side', () => {
  test('are each read from where they were left, by their own mark', async () => {
    Object.assign(desk.mailbox, { cursor: 'mark-1', changes: [mail(10)] })
    desk.world.changes = [moved(10)]
    expect(await desk.check(15)).toMatchObject({
      signals: 2,
      readings: [
        { source: 'jira', changed: 1 },
        { source: 'outlook', changed: 1 },
      ],
    })
    await desk.check(30)
    expect(desk.mailbox.asked).toEqual([null, 'mark-0', 'mark-1'])
    expect(desk.world.asked).toEqual([null, null, null])
    expect(desk.recorded()).toHaveLength(2)
  })

  test('given one that is blind, then the other is read, and only the blind one stays where it was', async () => {
    const before = await desk.checkpoint('outlook')
    Object.assign(desk.mailbox, { cursor: 'mark-1', changes: [mail(10)], fails: 'Microsoft asks to wait.' })
    desk.world.changes = [moved(10)]
    expect((await desk.check(15)).readings).toMatchObject([
      { source: 'jira', ok: true, changed: 1 },
      { source: 'outlook', ok: false, changed: 0, reason: 'Microsoft asks to wait.' },
    ])
    expect(desk.recorded().map((row) => row['source'])).toEqual(['jira'])
    expect(await desk.checkpoint('outlook')).toEqual(before)
    expect(await desk.checkpoint('jira')).toMatchObject({ readUpTo: minutesAfter(15).toISOString() })
  })

  test('given that it is back, then what came meanwhile is read, once', async () => {
    Object.assign(desk.mailbox, { changes: [mail(10), mail(40)], fails: 'Microsoft asks to wait.' })
    await desk.check(15)
    await desk.check(30)
    desk.mailbox.fails = ''
    expect(await desk.check(45)).toMatchObject({
      signals: 2,
      readings: [{ ok: true }, { ok: true, changed: 2 }],
    })
    expect(await desk.check(60)).toMatchObject({ readings: [{ changed: 0 }, { changed: 0 }] })
    expect(desk.recorded()).toHaveLength(2)
  })

  test('given a source that forgot its mark and gives everything again, then nothing is recorded twice', async () => {
    Object.assign(desk.mailbox, { cursor: 'mark-1', changes: [mail(10)] })
    await desk.check(15)
    desk.mailbox.cursor = 'mark-new'
    expect(await desk.check(30)).toMatchObject({ readings: [{ changed: 0 }, { changed: 0 }] })
    expect(await desk.checkpoint('outlook')).toMatchObject({ cursor: 'mark-new' })
    expect(desk.recorded()).toHaveLength(1)
  })

  test('given half an hour of blindness, then the check is not quiet: somebody has to be told', async () => {
    desk.mailbox.fails = 'Microsoft asks to wait.'
    const quiet = []
    for (const minute of [15, 30, 45, 60]) quiet.push((await desk.check(minute)).quiet)
    expect(quiet).toEqual([true, true, false, false])
    expect(await desk.spells('outlook')).toMatchObject([
      { since: minutesAfter(15).toISOString(), until: null },
    ])
    expect(await desk.spells('jira')).toEqual([])
  })
})
