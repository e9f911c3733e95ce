import { beforeEach, describe, expect, test } from 'vitest'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { aMailSuggestion, anAct, anEvidence, aSignal } from '../../tests/fixtures/builders.ts'
import { minutesAfter, NINE } from '../../tests/fixtures/desk.ts'
import { aPerson, beatrix, ivo, mei } from '../../tests/fixtures/people.ts'
import { signalRow } from '#src/adapters/dynamo/rows.ts'
import type { SuggestedAct } from '#src/domain/proposal.ts'
import { performDue } from './perform.ts'
import { propose } from './propose.ts'

let it = anExecutorWorld()
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
  await it.register(mei, beatrix, ivo, aPerson('Sam Roe', { confirmed: false }))
})

const proposed = (wanted: SuggestedAct) => propose(it.deps, { projectId: 'SP', ticket: null }, wanted)
const mailTo = (to: string[], kind?: 'email_stakeholder' | 'email_external') => {
  const { payload } = aMailSuggestion({}, kind)
  return aMailSuggestion({ payload: { ...payload, to } as typeof payload, episode: to.join() })
}

describe('a mail that the agent would send alone', () => {
  test.each([
    ['2026-10-22T08:00:00.000Z', '2026-10-22T08:30:00.000Z', 'at nine: half an hour later'],
    [
      '2026-10-22T16:20:00.000Z',
      '2026-10-23T07:20:00.000Z',
      'ten minutes before closing: the rest next morning',
    ],
    ['2026-10-23T14:45:00.000Z', '2026-10-26T08:00:00.000Z', 'on Friday at a quarter to four: on Monday'],
  ])('given %s, then it is held until %s: %s', async (now, heldUntil) => {
    it.world.now = new Date(now)
    expect(await proposed(aMailSuggestion())).toMatchObject({ status: 'held', heldUntil })
  })

  test.each([
    [
      'somebody who is not in the register',
      ['eve@labline-billing.example'],
      'eve@labline-billing.example is not in the register',
    ],
    [
      'somebody who is, and somebody who is not',
      [mei.id, 'board@wattle-hr.example'],
      'board@wattle-hr.example is not in the register',
    ],
    ['somebody outside, as if they were not', [ivo.id], 'Ivo Petrov stands outside the company'],
  ])('to %s is refused', async (_, to, why) => {
    expect(await proposed(mailTo(to))).toMatchObject({ status: 'refused', reason: `form: ${why}` })
    expect(it.events()).toMatchObject([{ kind: 'act_refused', text: 'Not allowed: Mail to Mei Tan' }])
    expect(it.vendor.requests).toBe(0)
  })

  test('to somebody unconfirmed asks, and so does the second within two days', async () => {
    expect(await proposed(mailTo(['sam.roe@wattle.example']))).toMatchObject({ status: 'awaiting' })
    await proposed(aMailSuggestion())
    it.world.now = minutesAfter(24 * 60)
    expect(await proposed(aMailSuggestion({ episode: 'again' }))).toMatchObject({
      status: 'awaiting',
      gate: { reasons: ['Mei Tan was written to within 2 working days'] },
    })
  })

  test('waits less once mails to its readers were sent as they stood, five in a row; once one was stopped, the next asks', async () => {
    const receipt = { id: 'm', url: null, at: NINE.toISOString() }
    const mail = { kind: 'email_stakeholder' as const, payload: aMailSuggestion().payload }
    const sent = { status: 'done', outcome: 'approved', receipt } as const
    for (const id of ['A1', 'A2', 'A3', 'A4', 'A5']) await it.put(anAct(sent, { id, ...mail }))
    const later = minutesAfter(5 * 24 * 60)
    it.world.now = later
    expect(await proposed(aMailSuggestion())).toMatchObject({
      gate: { hold: { minutes: 15, says: '5 approved in a row' } },
      heldUntil: minutesAfter(15, later).toISOString(),
    })
    await it.put(anAct({ status: 'cancelled', reason: 'no', by: 'PM' }, { id: 'A6', ...mail }))
    it.world.now = minutesAfter(4 * 24 * 60, later)
    expect(await proposed(aMailSuggestion({ episode: 'later' }))).toMatchObject({ status: 'awaiting' })
  })

  test('goes at its time when nobody has written in its thread, and not when somebody has', async () => {
    const quiet = await proposed(aMailSuggestion())
    it.world.now = minutesAfter(30)
    expect(await performDue(it.deps, quiet)).toMatchObject({ status: 'done', outcome: 'lapsed' })
    it.world.now = minutesAfter(6 * 24 * 60, NINE)
    const answered = await proposed(aMailSuggestion({ episode: 'later' }))
    it.world.threadAt = minutesAfter(6 * 24 * 60 + 10).toISOString()
    it.world.now = minutesAfter(6 * 24 * 60 + 90)
    expect(answered.status).toBe('held')
    expect(await performDue(it.deps, answered)).toMatchObject({
      ...{ status: 'escalated', reason: 'somebody has written in the thread since' },
    })
    expect(it.vendor.did).toEqual([quiet.id])
  })
})

describe('a mail to somebody outside', () => {
  const second = aSignal({ id: 'outlook/m/2', externalId: '2' })
  const both = [anEvidence(), anEvidence({ signalId: second.id, ref: '<2@labline.example>' })]

  test.each([
    ['one source', [anEvidence()], ['sources: one source, two are wanted']],
    ['two', both, []],
  ])('on the word of %s always waits for the PM', async (_, evidence, reasons) => {
    await it.table.write([{ put: signalRow(second) }])
    const wanted = { ...mailTo([ivo.id], 'email_external'), evidence }
    expect(await proposed(wanted)).toMatchObject({
      status: 'awaiting',
      kind: 'email_external',
      gate: { reasons },
    })
  })
})

test.each([
  ['tactical', false],
  ['artefact', true],
  ['monitoring', true],
] as const)(
  'a notice to the PM goes at %s, paused: %s, and rests on our own records',
  async (dial, paused) => {
    Object.assign(it.world, { dial, paused })
    const payload = { kind: 'notification_internal', subject: 'Digest', text: 'Nothing needs you.' } as const
    const wanted = aMailSuggestion({
      payload,
      evidence: [],
      premise: null,
      matterId: 'notices',
      ref: 'notices',
    })
    const placed = await propose(it.deps, { projectId: 'GLOBAL', ticket: null }, wanted)
    expect(placed).toMatchObject({ status: 'planned', outcome: 'auto' })
    expect(await performDue(it.deps, placed)).toMatchObject({ status: 'done' })
  },
)
