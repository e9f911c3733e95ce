import { beforeEach, expect, test, vi } from 'vitest'
import { connectAttention } from '#src/adapters/dynamo/attention.ts'
import { connectPreferences } from '#src/adapters/dynamo/preferences.ts'
import { announcementOf } from '#src/agent/on-change/announcement.ts'
import { releaseHolds } from '#src/agent/release-holds/release-holds.ts'
import { AS_IT_COMES } from '#src/domain/preferences.ts'
import { escalationDraft, type EscalationDraft } from '#src/domain/escalation.ts'
import { anAgentWorld } from '../../../tests/fakes/agent-world.ts'
import { anEscalation } from '../../../tests/fixtures/builders.ts'
import { minutesAfter, NINE } from '../../../tests/fixtures/desk.ts'

const NEXT_WEEK = '2026-10-29T12:00:00.000Z'
const MONDAY = '2026-10-26T12:00:00.000Z'
const draft = (episode: string, over: Partial<EscalationDraft> = {}) =>
  escalationDraft.parse({
    ...anEscalation(),
    ...{ episode, matterId: episode, title: episode, decideBy: NEXT_WEEK },
    ...over,
  })

let it = anAgentWorld()
beforeEach(async () => {
  it = anAgentWorld()
  await it.begin()
  await connectPreferences(it.table).save({ ...AS_IT_COMES, version: 1, interruptionsADay: 2 })
})

const raise = async (...drafts: EscalationDraft[]) => {
  await it.propose({ drafts })
  await it.execute()
}
/** As the minute's sweep does. */
const sweepAt = (at: Date) => {
  it.world.now = at
  return releaseHolds(
    {
      ...{ executor: it.deps, dueActs: async () => [], dueEscalations: it.escalations.due },
      ...{ saveEscalation: it.escalations.save, sleepUntilReal: async () => undefined },
      attention: connectAttention(it.table),
    },
    { scheduledAt: at.toISOString() },
  )
}
/** What the push of each decision's latest version says of it. */
const pushed = async () =>
  Object.fromEntries(
    (await it.escalations.ofProject('SP')).map((row) => {
      const { input } = announcementOf('escalation', row, it.world.now, 15)
      return 'attention' in input ? [row.title, input.attention] : []
    }),
  )

test('so many a day interrupt, the dearest first; the rest are raised and wait quietly', async () => {
  const [dear, dearer] = [draft('no deadline', { decideBy: null }), draft('on Monday', { decideBy: MONDAY })]
  await raise(dear, draft('next week'), dearer)
  expect(await pushed()).toEqual({
    'on Monday': 'interrupts',
    'next week': 'interrupts',
    'no deadline': 'quiet',
  })
  expect(it.said().filter((line) => line.startsWith('Needs you'))).toHaveLength(3)
})

test('what is to be decided within four working hours interrupts beyond the limit, at once or later', async () => {
  await raise(draft('one'), draft('two'))
  await raise(draft('urgent', { decideBy: minutesAfter(200).toISOString() }))
  await raise(draft('soon', { decideBy: '2026-10-23T09:00:00.000Z' }))
  expect(await pushed()).toMatchObject({ urgent: 'interrupts', soon: 'quiet' })
  await sweepAt(minutesAfter(389))
  expect(await pushed()).toMatchObject({ soon: 'quiet' })
  await sweepAt(minutesAfter(391))
  expect(await pushed()).toMatchObject({ soon: 'interrupts' })
  await sweepAt(minutesAfter(392))
  expect((await it.escalations.ofProject('SP')).find(({ title }) => title === 'soon')?.version).toBe(2)
})

test('what cannot wait for the next day interrupts beyond the limit, and says why; what can wait does not', async () => {
  await raise(draft('one'), draft('two'))
  await raise(draft('critical', { importance: 'critical' }))
  await raise(draft('today', { decideBy: minutesAfter(450).toISOString() }))
  await raise(draft('sooner than one', { decideBy: MONDAY }))
  expect(await pushed()).toMatchObject({ critical: 'interrupts', today: 'interrupts' })
  const why = Object.fromEntries(
    (await it.escalations.ofProject('SP')).map((row) => [row.title, row.beyondLimit]),
  )
  expect(why).toEqual({
    ...{ one: null, two: null, critical: 'critical', today: 'soon', 'sooner than one': null },
  })
  expect(await pushed()).toMatchObject({ 'sooner than one': 'quiet' })
})

test('the next day ranks anew: what was quiet interrupts then, once work begins, the dearest first', async () => {
  await raise(draft('one'), draft('two'))
  await raise(draft('no deadline', { decideBy: null }), draft('three'), draft('four'))
  await sweepAt(new Date('2026-10-23T05:00:00.000Z'))
  expect(Object.values(await pushed()).filter((each) => each === 'quiet')).toHaveLength(3)
  await sweepAt(new Date('2026-10-23T07:01:00.000Z'))
  expect(await pushed()).toMatchObject({ three: 'interrupts', four: 'interrupts', 'no deadline': 'quiet' })
  await sweepAt(new Date('2026-10-26T08:01:00.000Z'))
  expect(await pushed()).toMatchObject({ 'no deadline': 'interrupts' })
})

test('who answers a quiet one a moment before keeps the answer', async () => {
  await raise(draft('one'), draft('two'))
  await raise(draft('three'))
  it.world.now = NINE
  const quiet = (await it.escalations.ofProject('SP')).find(({ title }) => title === 'three')
  if (!quiet) throw new Error('It was not raised.')
  expect(quiet.interruptedAt).toBeNull()
  const decision = { by: 'Morgan', reason: 'not_mine' as const, at: quiet.updatedAt }
  await it.escalations.save(
    { ...quiet, version: 2, status: 'dismissed', dismissal: decision },
    { events: [] },
  )
  await sweepAt(new Date('2026-10-23T08:00:00.000Z'))
  expect(await it.escalations.get('SP', quiet.id)).toMatchObject({ status: 'dismissed', version: 2 })
})

test('however many decisions a step raises, what the day has had is read once', async () => {
  const read = vi.spyOn(it.table, 'queryIndex')
  await raise(draft('one'))
  const forOne = read.mock.calls.length
  read.mockClear()
  await raise(...['two', 'three', 'four', 'five'].map((episode) => draft(episode)))
  expect(read.mock.calls.length).toBe(forOne)
  expect(forOne).toBeGreaterThan(0)
})
