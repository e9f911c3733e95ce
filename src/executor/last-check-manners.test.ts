import { beforeEach, describe, expect, test } from 'vitest'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { anAct, context } from '../../tests/fixtures/builders.ts'
import { approved, lapses, mailAct } from '../../tests/fixtures/mail-acts.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { mei } from '../../tests/fixtures/people.ts'
import type { Person } from '#src/domain/person.ts'
import { performDue } from './perform.ts'

let it = anExecutorWorld()
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
})

describe('manners are asked once more when its time has come', () => {
  const comment = () => anAct({ status: 'held', heldUntil: nine }, { premise: null })
  const stated = { ...context, statusCategory: 'indeterminate' }

  test.each<[string, typeof context | string, string]>([
    [
      'people talk on the ticket by now',
      { ...stated, lastWord: { at: nine, by: 'Ana' } },
      'people are talking on SP-1: Ana wrote within 4 working hours',
    ],
    ['it is a customer’s request', { ...stated, isRequest: true }, 'SP-1 is a request that customers see'],
    ['it is done by now', { ...stated, statusCategory: 'done' }, 'SP-1 is done'],
    ['it can be read no more', 'SP-1 cannot be read any more', 'SP-1 cannot be read any more'],
  ])('%s: it is shown to the PM, with the verdict stored', async (_, ticket, reason) => {
    it.world.ticket = ticket
    expect(await it.due(comment())).toMatchObject({
      ...{ status: 'escalated', reason },
      lastCheck: { verdict: 'stop', against: 'manners', inputs: { manners: [reason] } },
    })
    expect(it.vendor.requests).toBe(0)
  })

  test('what the PM approved goes all the same, and is not asked about', async () => {
    it.world.ticket = { ...stated, isRequest: true, lastWord: { at: nine, by: 'Ana' } }
    const act = anAct({ status: 'planned', notBefore: nine, outcome: 'approved' }, { premise: null })
    expect(await it.due(act)).toMatchObject({ status: 'done', lastCheck: { inputs: { manners: null } } })
  })

  test('of two comments on one ticket that are both held, the first goes and the second is shown', async () => {
    await it.put(comment())
    await it.put({ ...comment(), id: 'A0' })
    expect(await performDue(it.deps, { ...comment(), id: 'A0' })).toMatchObject({ status: 'done' })
    expect(await performDue(it.deps, await it.stored(comment()))).toMatchObject({
      ...{ status: 'escalated', reason: 'SP-1 was commented on within 3 working days' },
    })
  })

  test('a mail whose reader is away by now is shown, as their automatic reply says', async () => {
    const absence = { from: '2026-10-22', until: null, deputy: null, signalId: 's' }
    expect(await it.due(lapses(), { ...mei, absence })).toMatchObject({
      status: 'escalated',
      reason: 'Mei Tan is away, says an automatic reply: names no deputy the register knows',
    })
  })

  test('a tracker that does not answer lets nothing go', async () => {
    it.deps.ticket = async () => {
      throw new Error('Jira does not answer.')
    }
    await expect(it.due(comment())).rejects.toThrow('Jira does not answer.')
    expect(it.vendor.requests).toBe(0)
  })
})

describe('a reader’s own days', () => {
  test.each<[string, Person, string, string]>([
    [
      'a public holiday',
      { ...mei, country: 'AT' },
      '2026-10-26T09:00:00Z',
      'Mei Tan is off on Mon 26 Oct, a public holiday in Austria',
    ],
    [
      'leave',
      { ...mei, leave: { from: '2026-10-20', to: '2026-10-26' } },
      '2026-10-26T09:00:00Z',
      'Mei Tan is on leave to Mon 26 Oct',
    ],
  ])('%s: it is held on until they work again, and says why', async (_, reader, now, says) => {
    it.world.now = new Date(now)
    expect(await it.due(lapses(), reader)).toMatchObject({
      ...{ status: 'held', heldUntil: '2026-10-27T08:00:00.000Z' },
      lastCheck: { verdict: 'hold', against: 'working_hours', says },
    })
  })
})

describe('while the PM is away', () => {
  const away = { since: nine, until: minutesAfter(60).toISOString(), deputy: null }

  test('what the agent would do alone waits, also after the end, until the PM is back', async () => {
    it.world.away = away
    expect(await it.due(lapses(), mei)).toMatchObject({ status: 'held', version: 1 })
    it.world.now = minutesAfter(90)
    expect(await performDue(it.deps, await it.stored(lapses()))).toMatchObject({ status: 'held', version: 1 })
    it.world.away = null
    expect(await performDue(it.deps, await it.stored(lapses()))).toMatchObject({ status: 'done' })
  })

  test('what had its time meanwhile and was not begun waits too', async () => {
    it.world.away = away
    it.world.now = minutesAfter(90)
    const lapsed = anAct({ status: 'planned', notBefore: nine, outcome: 'lapsed' }, mailAct)
    expect(await it.due(lapsed, mei)).toMatchObject({ status: 'planned' })
    expect(it.vendor.requests).toBe(0)
  })

  test('what is held after the end goes at its time', async () => {
    it.world.away = away
    it.world.now = minutesAfter(120)
    const later = anAct({ status: 'held', heldUntil: minutesAfter(110).toISOString() }, mailAct)
    expect(await it.due(later, mei)).toMatchObject({ status: 'done' })
  })

  test('what the PM chooses goes at once, and nothing expires', async () => {
    it.world.away = away
    expect(await it.due(approved(), mei)).toMatchObject({ status: 'done' })
    const waits = anAct({ status: 'awaiting', waitsUntil: nine }, { ...mailAct, id: 'A7' })
    await it.put(waits)
    expect(await performDue(it.deps, waits)).toMatchObject({ status: 'awaiting' })
    it.world.away = null
    expect(await performDue(it.deps, waits)).toMatchObject({ status: 'expired' })
  })
})
