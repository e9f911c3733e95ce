import { beforeEach, describe, expect, test } from 'vitest'
import { aDesk } from '../../../tests/fakes/reading-desk.ts'
import { aRaw } from '../../../tests/fixtures/builders.ts'
import { minutesAfter } from '../../../tests/fixtures/desk.ts'
import { aMail } from '../../../tests/fixtures/talk.ts'

const at = (minute: number) => minutesAfter(minute).toISOString()
const moved = (minute: number, ref: string) =>
  aRaw({ externalId: `moved-${ref}-${minute}`, occurredAt: at(minute), ref })
const mail = (minute: number) => aMail({ externalId: `mail-${minute}`, occurredAt: at(minute) })

let desk = aDesk(['jira', 'outlook'])
beforeEach(async () => {
  desk = aDesk(['jira', 'outlook'])
  Object.assign(desk.mailbox, { cursor: 'mark-0' })
  await desk.check(0)
  for (const said of [desk.world, desk.mailbox]) Object.assign(said, { upTo: minutesAfter(15), counts: 0 })
})
const readings = async (minute: number) => (await desk.check(minute)).readings

describe('what was read against the source’s own count', () => {
  test('is of tickets, however many of their changes there were, and of mails one by one', async () => {
    desk.world.changes = [moved(10, 'SP-1'), moved(11, 'SP-1'), moved(12, 'SP-2')]
    desk.world.count = { total: 3, externalIds: null }
    Object.assign(desk.mailbox, { changes: [mail(10)], excluded: 1 })
    desk.mailbox.count = { total: 3, externalIds: ['mail-10', 'mail-11', 'mail-12'] }
    expect(await readings(15)).toMatchObject([
      { source: 'jira', changed: 3, counted: { read: 2, of: 3 } },
      { source: 'outlook', changed: 1, excluded: 1, counted: { read: 2, of: 3 } },
    ])
  })

  test('is asked on the hour when there is nothing new, and not at every quiet check', async () => {
    await desk.check(15)
    expect([desk.world.counts, desk.mailbox.counts]).toEqual([0, 0])
    desk.mailbox.count = { total: 1, externalIds: ['mail-lost'] }
    expect(await readings(60)).toMatchObject([{ source: 'jira' }, { counted: { read: 0, of: 1 } }])
    expect(desk.world.counts).toBe(1)
  })

  test('that can’t be had now makes nobody blind', async () => {
    desk.world.changes = [moved(10, 'SP-1')]
    const [jira] = await readings(15)
    expect(jira).toMatchObject({ ok: true, changed: 1 })
    expect(jira?.counted).toBeUndefined()
  })
})

test('a source that forgot where reading stood leaves the gap that was filled, and how much was in it', async () => {
  Object.assign(desk.mailbox, { changes: [mail(5), mail(10)], resynced: true })
  await desk.check(15)
  const row = desk.table.rows().find(({ type }) => type === 'resync')
  expect(row).toMatchObject({ since: at(0), until: at(15), read: 2 })
})
