import { beforeEach, describe, expect, test } from 'vitest'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import type { SourceReading } from '#src/domain/cycle.ts'
import { anAgentWorld } from '../../../tests/fakes/agent-world.ts'
import { anAct, anEscalation } from '../../../tests/fixtures/builders.ts'
import { aDeskOf, aHeartbeat, minutesAfter, nine } from '../../../tests/fixtures/desk.ts'

let it = anAgentWorld()
beforeEach(() => {
  it = anAgentWorld()
})

const reading = (
  source: 'jira' | 'outlook',
  readAt: string,
  reason: string | null = null,
): SourceReading => ({
  ...{ source, readAt, changed: 0, ok: reason === null, reason },
})
/** A check that closes at this moment, as the workflow runs it: the lease first. */
async function closes(
  slot: string,
  readings: SourceReading[] = [reading('jira', slot)],
  failure?: { Error: string; Cause: string },
) {
  it.world.now = new Date(slot)
  const before = await it.cycles.running()
  await it.cycles.beat(
    aHeartbeat({ ...before, version: (before?.version ?? 0) + 1, lease: { slot, execution: slot } }),
  )
  const desk = aDeskOf()
  await it.housekeeping({
    slot,
    startedAt: slot,
    desk,
    signals: 0,
    readings,
    ...(failure ? { failure } : {}),
  })
}
const notices = async () =>
  (await it.acts.ofProject('GLOBAL'))
    .map(({ payload, status }) => ({
      status,
      ...(payload.kind === 'notification_internal' ? payload : { subject: '', text: '' }),
    }))
    .toReversed()
const subjects = async () => (await notices()).map(({ subject }) => subject)
const blind = 'Microsoft asks to wait.'

describe('the digest', () => {
  test('is mailed once a local day from the start of work on, at weekends and over the hour’s change too', async () => {
    for (const slot of [
      '2026-10-23T06:45',
      '2026-10-23T07:00',
      '2026-10-23T07:15',
      '2026-10-24T08:00',
      '2026-10-25T07:45',
      '2026-10-25T08:00',
      '2026-10-26T09:30',
    ])
      await closes(`${slot}:00.000Z`)
    expect(await subjects()).toEqual(
      ['Fri 23 Oct', 'Sat 24 Oct', 'Sun 25 Oct', 'Mon 26 Oct'].map((day) => `${day}: nothing needs you`),
    )
    expect((await notices()).every(({ status }) => status === 'done')).toBe(true)
  })

  test('is mailed once when the check died after it and another slot of the day does the work again', async () => {
    await closes(nine)
    const marks = it.table.rows().filter((row) => row.type === 'daily')
    await it.table.write(marks.map(({ PK, SK }) => ({ remove: { PK, SK } })))
    await closes(minutesAfter(15).toISOString())
    expect(it.vendor.did).toHaveLength(1)
    expect(await subjects()).toHaveLength(1)
  })

  test('says what needs the PM, what goes out, what waits, what was done and what was set aside', async () => {
    await it.escalations.save(anEscalation(), { events: [] })
    const receipt = { id: '1', url: null, at: nine }
    const update = { kind: 'artefact_update', summary: 'RAID log: SP-1, new issue' } as const
    await it.put(anAct({ status: 'held', heldUntil: minutesAfter(20).toISOString() }, { id: 'A2' }))
    await it.put(
      anAct(
        { status: 'awaiting', waitsUntil: minutesAfter(900).toISOString() },
        { id: 'A3', summary: 'Mail to Ana' },
      ),
    )
    await it.put(anAct({ status: 'done', receipt, outcome: 'auto' }, { ...update, id: 'A4' }))
    await closes(nine)
    const [{ subject, text } = { subject: '', text: '' }] = await notices()
    expect(subject).toBe('Thu 22 Oct: 1 decision, 1 going out')
    for (const line of [
      'Needs you (1)',
      'Crane booking stands still (by Mon 26 Oct, 08:00)',
      'Going out (1)',
      'Thu 22 Oct, 09:20  Comment on SP-1',
      'Waits for you (1)',
      'Mail to Ana',
      'Done without you since yesterday (1)',
      'RAID log: SP-1, new issue',
      'Yesterday: no acts; 0 outside the boundary; 1 held; 0 stopped; 0 undone.',
    ])
      expect(text).toContain(line)
  })

  test('is not mailed by a check that failed, which says so and leaves the day’s work to the next', async () => {
    await closes(nine, [], { Error: 'States.Timeout', Cause: 'reason' })
    expect(await subjects()).toEqual([])
    expect(it.said()).toEqual([
      'A check did not finish. Nothing is lost: its work is taken up again at the next one.',
    ])
    expect(await it.cycles.record(nine)).toMatchObject({ ended: 'failed', reason: 'States.Timeout: reason' })
    await closes(minutesAfter(15).toISOString())
    expect(await subjects()).toHaveLength(1)
  })
})

describe('a source that cannot be read', () => {
  const from = Date.parse('2026-10-22T14:15:00.000Z')
  const slot = (n: number) => new Date(from + n * 900_000).toISOString()

  beforeEach(async () => {
    await closes(nine)
  })

  test('is told by mail after half an hour, once for the spell, and named in the digest when it is back', async () => {
    for (const n of [0, 1, 2, 3])
      await closes(slot(n), [reading('jira', slot(n)), reading('outlook', slot(n), blind)])
    await closes(slot(4), [reading('jira', slot(4)), { ...reading('outlook', slot(4)), changed: 23 }])
    expect((await subjects()).slice(1)).toEqual(['Outlook cannot be read since 15:15'])
    expect(await connectIntake(it.table, 'outlook', 'account').blindSpells()).toEqual([
      { since: slot(0), until: slot(4), reason: blind, read: 23 },
    ])
    await closes('2026-10-23T07:00:00.000Z')
    expect((await notices()).at(-1)?.text).toContain(
      'Outlook is back. What happened meanwhile has been read. (Thu 22 Oct, 16:15)',
    )
  })

  test('for less than that is no mail; a second spell is told again', async () => {
    await closes(slot(0), [reading('outlook', slot(0), blind)])
    await closes(slot(1), [reading('outlook', slot(1))])
    expect((await subjects()).slice(1)).toEqual([])
    for (const n of [2, 3, 4]) await closes(slot(n), [reading('outlook', slot(n), blind)])
    expect((await subjects()).slice(1)).toEqual(['Outlook cannot be read since 15:45'])
  })

  test('in the morning stands first in the digest: it is not a quiet day', async () => {
    const morning = '2026-10-23T07:00:00.000Z'
    await closes(morning, [reading('jira', morning, 'Jira does not take the credentials.')])
    expect((await subjects()).at(-1)).toBe('Fri 23 Oct: Jira not seen since 08:00; nothing needs you')
  })
})
