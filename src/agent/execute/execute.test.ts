import { beforeEach, describe, expect, test } from 'vitest'
import { signalRow } from '#src/adapters/dynamo/rows.ts'
import { stillUndecided } from '#src/domain/escalation-again.ts'
import { decide, escalationDraft, type EscalationDraft } from '#src/domain/escalation.ts'
import { snooze } from '#src/domain/put-aside.ts'
import { anAgentWorld } from '../../../tests/fakes/agent-world.ts'
import { anEscalation, anEvidence, aSignal, aSuggestion, context } from '../../../tests/fixtures/builders.ts'
import { minutesAfter, NINE, nine } from '../../../tests/fixtures/desk.ts'
import { aMatter } from '../../../tests/fixtures/builders.ts'

const draft = (over: Partial<EscalationDraft> = {}) => escalationDraft.parse({ ...anEscalation(), ...over })
const another = aSignal({ externalId: 'another', text: 'Ana asks for it.' })
const grown = draft({
  facts: [anEvidence(), anEvidence({ signalId: another.id, ref: 'SP-2', text: 'Ana asks for it.' })],
})
const ended = { matterId: 'SP-1', rule: 'blocked-without-owner@3', because: 'SP-1 is Done.' }

let it = anAgentWorld()
beforeEach(async () => {
  it = anAgentWorld()
  await it.begin()
  await it.table.write([{ put: signalRow(another) }])
})

const executed = async (...next: Parameters<typeof it.propose>) => {
  await it.propose(...next)
  await it.execute()
}
const all = async () =>
  (
    await Promise.all(
      (['pending', 'superseded', 'decided', 'snoozed'] as const).map((each) => it.escalations.list(each)),
    )
  ).flat()
const only = async () => {
  const [found, ...more] = await all()
  if (!found || more.length > 0) throw new Error(`There are ${1 + more.length} decisions.`)
  return found
}

describe('a decision that was proposed', () => {
  test('is raised, said, and what it cites is kept; run again, it is there once', async () => {
    await executed({ drafts: [draft()] })
    await it.execute()
    expect(await only()).toMatchObject({ status: 'pending', version: 1, refs: ['SP-1'], createdAt: nine })
    expect(it.said()).toEqual(['Needs you: Crane booking stands still'])
    expect((await it.signalOf(aSignal().id)).cited).toBe(true)
  })

  test('of a better rule, or in a later check, is the same one', async () => {
    await executed({ drafts: [draft()] })
    it.world.now = minutesAfter(15)
    await executed({ drafts: [draft({ rule: 'blocked-without-owner@9' })] })
    expect(await only()).toMatchObject({ version: 1, rule: 'blocked-without-owner@2' })
  })

  test('grows while it waits, and says so once', async () => {
    await executed({ drafts: [draft()] })
    it.world.now = minutesAfter(15)
    await executed({ drafts: [grown] })
    await it.execute()
    expect(await only()).toMatchObject({ version: 2, refs: ['SP-1', 'SP-2'] })
    expect(it.said()).toContain('More is known: Crane booking stands still')
    expect(it.said()).toHaveLength(2)
  })

  test('stays answered once it is answered, whatever is known then', async () => {
    await executed({ drafts: [draft()] })
    const bare = { optionName: 'Ask', by: 'Morgan', device: 'Firefox', at: nine, undoUntil: nine, actIds: [] }
    const answer = { ...bare, optionId: 'A' as const, instead: null, logActId: null, recordedOnly: false }
    await it.escalations.save(decide(await only(), answer), { events: [] })
    await executed({ drafts: [grown], over: [ended] })
    expect(await only()).toMatchObject({ status: 'decided', version: 2 })
  })

  test('of another episode is another, while the rule finds both', async () => {
    await executed({ drafts: [draft()] })
    await executed({ drafts: [draft(), draft({ episode: 'flagged again' })] })
    expect((await all()).map(({ status }) => status)).toEqual(['pending', 'pending'])
  })

  test('of another episode alone takes the place of the one that waits, and says which it is', async () => {
    await executed({ drafts: [draft()] })
    const old = await only()
    await executed({ drafts: [draft({ episode: 'flagged again' })] })
    await it.execute()
    const [newer] = await it.escalations.list('pending')
    expect(newer).toMatchObject({ episode: 'flagged again' })
    expect(await it.escalations.list('superseded')).toMatchObject([{ id: old.id, version: 2, by: newer?.id }])
    expect(it.said().sort()).toEqual([
      'Needs you: Crane booking stands still',
      'Needs you: Crane booking stands still',
      'Replaced by a newer decision: Crane booking stands still',
    ])
  })

  test.each([
    ['matter', { matterId: 'SP-2' }],
    ['rule', { rule: 'outside-deadline@1' }],
  ])('of another %s takes nobody’s place', async (_, other) => {
    await executed({ drafts: [draft()] })
    await executed({ drafts: [draft({ episode: 'flagged again', ...other })] })
    expect((await all()).map(({ status }) => status)).toEqual(['pending', 'pending'])
  })
})

describe('a decision that the facts have answered', () => {
  beforeEach(async () => {
    await executed({ drafts: [draft()] })
  })

  test('is overtaken, with why', async () => {
    await executed({ over: [ended] })
    expect(await only()).toMatchObject({ status: 'superseded', because: 'SP-1 is Done.' })
    expect(it.said()).toContain('Overtaken. SP-1 is Done.')
  })

  test('is not overtaken again by what the PM has seen and finds undecided, but by something else it is', async () => {
    await executed({ over: [ended] })
    await it.escalations.save(stillUndecided(await only(), NINE), { events: [] })
    await executed({ over: [ended] })
    expect(await only()).toMatchObject({ status: 'pending' })
    await executed({ over: [{ ...ended, because: 'Tom has taken SP-1.' }] })
    expect(await only()).toMatchObject({ status: 'superseded', because: 'Tom has taken SP-1.' })
  })

  test('is overtaken also while it is put off', async () => {
    await it.escalations.save(snooze(await only(), minutesAfter(60), NINE), { events: [] })
    await executed({ over: [ended] })
    expect(await only()).toMatchObject({ status: 'superseded' })
  })

  test.each([
    ['another rule says so', { over: [{ ...ended, rule: 'outside-deadline@1' }] }],
    ['it is so of another matter', { over: [{ ...ended, matterId: 'SP-2' }] }],
    ['the same rule still finds the question standing', { over: [ended], drafts: [draft()] }],
  ])('stays when %s', async (_, proposal) => {
    await executed(proposal)
    expect(await only()).toMatchObject({ status: 'pending' })
  })

  test('is overtaken when the same rule finds only a newer episode', async () => {
    await executed({ over: [ended], drafts: [draft({ episode: 'flagged again' })] })
    expect((await all()).map(({ status, episode }) => `${episode}: ${status}`).sort()).toEqual([
      'flagged again: pending',
      'flagged: superseded',
    ])
  })
})

test('acts go to the executor, which knows how the ticket reads now', async () => {
  await it.matters.saveAll([aMatter({ ticket: { ...context, statusCategory: 'done' } })])
  await executed({ acts: [aSuggestion()] })
  expect(await it.acts.ofProject('SP')).toMatchObject([
    { status: 'awaiting', gate: { reasons: ['SP-1 is done'] } },
  ])
  expect(it.vendor.requests).toBe(0)
})

test('what could not be thought over is said once, however often the step runs', async () => {
  await executed({ problems: ['documents: no day is called so'] })
  await it.execute()
  expect(it.said()).toEqual(['Could not be thought over and is set aside: documents: no day is called so'])
})

test('a check that proposed nothing does nothing', async () => {
  await it.lookAgain('SP')
  await it.execute()
  expect([await all(), it.said()]).toEqual([[], []])
})

describe('a decision that was put off until a ticket moves', () => {
  const putOffUntil = async (name: string) => {
    await executed({ drafts: [draft()] })
    const until = minutesAfter(600)
    await it.escalations.save(snooze(await only(), until, NINE, { kind: 'ticket', name }), { events: [] })
    await it.propose({})
    await it.record(aSignal({ externalId: 'moved', projectId: 'SP' }))
    await it.execute()
  }

  test('is asked again by the check that reads the move, and says why', async () => {
    await putOffUntil('SP-1')
    await it.execute()
    expect(await only()).toMatchObject({ status: 'pending', version: 3 })
    expect(it.said()).toContain('Asked again, SP-1 has moved: Crane booking stands still')
  })

  test('stays put off while others move', async () => {
    await putOffUntil('SP-7')
    expect(await only()).toMatchObject({ status: 'snoozed' })
  })
})
