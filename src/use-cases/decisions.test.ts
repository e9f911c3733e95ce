import { expect, test } from 'vitest'
import { aDecisionDesk } from '../../tests/fakes/decision-desk.ts'
import { anEscalation } from '../../tests/fixtures/builders.ts'
import { AlreadyDecided, NoSuchChoice, TooLateToUndo } from '#src/domain/escalation.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'
import { decide, decideOtherwise } from './decide.ts'
import { dismiss } from './dismiss.ts'
import { bringBack, putOff } from './put-off.ts'
import { NoSuchDecision, TooLate } from './refusals.ts'
import { undoDecision } from './undo-decision.ts'

const which = { projectId: 'SP', escalationId: 'E1' }
const morgan = { by: 'Morgan Reid', device: 'Firefox on Linux' }

const aDesk = (dial?: AutonomyLevel) => aDecisionDesk(anEscalation(), dial)

test('a choice plans its acts and its entry in the decision log, which hangs on none of them', async () => {
  const { deps, actsOf } = await aDesk()
  const decided = await decide(deps, { ...which, ...morgan, optionId: 'A' })
  const acts = await actsOf(decided)
  expect(acts.map((each) => [each.kind, each.status, 'outcome' in each && each.outcome, each.after])).toEqual(
    [
      ['jira_comment', 'planned', 'approved', null],
      ['artefact_update', 'planned', 'approved', null],
    ],
  )
  expect(acts[1]?.payload).toMatchObject({
    artefactType: 'decision_log',
    changes: [
      {
        op: 'entry',
        entry: {
          ...{ id: 'E1', decision: 'A, Ask who takes it', rationale: 'Cheapest.', related: ['SP-1'] },
          ...{ by: 'Morgan Reid', status: 'active', reviewOn: '2026-11-19' },
        },
      },
    ],
  })
})

test('what was not recommended is the PM’s own reason', async () => {
  const { deps, actsOf } = await aDesk()
  const [entry] = await actsOf(await decide(deps, { ...which, ...morgan, optionId: 'B' }))
  expect(entry?.payload).toMatchObject({ changes: [{ entry: { rationale: 'Chosen by the PM' } }] })
})

test('a draft goes as it was edited, and one that was only looked at goes as approved', async () => {
  const edited = await aDesk()
  const drafts = [{ actIndex: 0, text: 'Who takes it today?' }]
  const [comment] = await edited.actsOf(
    await decide(edited.deps, { ...which, ...morgan, optionId: 'A', drafts }),
  )
  expect(comment).toMatchObject({
    ...{ outcome: 'edited', payload: { text: 'Who takes it today?' } },
    edit: { by: 'Morgan Reid', before: { text: 'Who is on it?' } },
  })
  const same = await aDesk()
  const asDrafted = [{ actIndex: 0, text: 'Who is on it?' }]
  const choice = { ...which, ...morgan, optionId: 'A', drafts: asDrafted }
  expect(await same.actsOf(await decide(same.deps, choice))).toMatchObject([
    { outcome: 'approved', edit: null },
    {},
  ])
})

test('at Observe nothing is planned but the entry in the log', async () => {
  const { deps, actsOf } = await aDesk('monitoring')
  const decided = await decide(deps, { ...which, ...morgan, optionId: 'A' })
  expect(decided).toMatchObject({ decision: { recordedOnly: true, actIds: [] } })
  expect((await actsOf(decided)).map(({ kind }) => kind)).toEqual(['artefact_update'])
})

test('the PM’s own way closes the decision and is kept in the log', async () => {
  const { deps, actsOf } = await aDesk()
  const decided = await decideOtherwise(deps, { ...which, ...morgan, text: 'I rang Tom.' })
  expect(decided).toMatchObject({
    status: 'decided',
    decision: { optionId: 'E', instead: 'I rang Tom.', actIds: [] },
  })
  const [entry] = await actsOf(decided)
  expect(entry?.payload).toMatchObject({ changes: [{ entry: { decision: 'I rang Tom.' } }] })
})

test('taken back within ten seconds, the entry in the log is stopped too', async () => {
  const { deps, actsOf } = await aDesk()
  const decided = await decide(deps, { ...which, ...morgan, optionId: 'A' })
  expect(await undoDecision(deps, { ...which, by: 'Morgan Reid' })).toMatchObject({ status: 'pending' })
  expect((await actsOf(decided)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
})

test('after ten seconds it is too late', async () => {
  const { deps, wait } = await aDesk()
  await decide(deps, { ...which, ...morgan, optionId: 'A' })
  wait(1)
  await expect(undoDecision(deps, { ...which, by: 'Morgan Reid' })).rejects.toThrow(TooLateToUndo)
})

test('put off until tomorrow it is due then, and can be brought back before', async () => {
  const { deps, escalations } = await aDesk()
  expect(await putOff(deps, { ...which, by: morgan.by, until: { choice: 'tomorrow' } })).toMatchObject({
    ...{ status: 'snoozed', until: '2026-10-23T07:30:00.000Z' },
  })
  expect(await escalations.due(new Date('2026-10-23T07:29:00.000Z'))).toEqual([])
  expect(await escalations.due(new Date('2026-10-23T07:30:00.000Z'))).toMatchObject([{ id: 'E1' }])
  expect(await bringBack(deps, which)).toMatchObject({ status: 'pending', version: 3 })
})

test('put off until a ticket moves it comes back then, or at the last time before its own is up', async () => {
  const { deps } = await aDesk()
  const until = { when: { kind: 'ticket' as const, name: 'SP-1' } }
  expect(await putOff(deps, { ...which, by: morgan.by, until })).toMatchObject({
    ...{ status: 'snoozed', orWhen: { kind: 'ticket', name: 'SP-1' } },
  })
  const other = { when: { kind: 'ticket' as const, name: 'SP-9' } }
  await expect(putOff(deps, { ...which, by: morgan.by, until: other })).rejects.toThrow(NoSuchChoice)
})

test('put off until a day it comes back on its morning, unless that is over', async () => {
  const { deps } = await aDesk()
  const put = (day: string) => putOff(deps, { ...which, by: morgan.by, until: { day } })
  expect(await put('2026-10-28')).toMatchObject({ until: '2026-10-28T08:30:00.000Z', orWhen: null })
  await expect(put('2026-10-21')).rejects.toThrow(TooLate)
})

test('what the PM does instead can come with a day to be reminded on', async () => {
  const { deps, actsOf } = await aDesk()
  const own = { ...which, ...morgan, text: 'I ring Tom.', remindOn: '2026-10-27' }
  const [entry] = await actsOf(await decideOtherwise(deps, own))
  expect(entry?.payload).toMatchObject({
    changes: [{ entry: { reviewOn: '2026-10-27', remindOn: '2026-10-27' } }],
  })
})

test('what was dismissed can be opened again', async () => {
  const { deps } = await aDesk()
  await dismiss(deps, { ...which, by: 'Morgan Reid', reason: 'not_mine' })
  await expect(putOff(deps, { ...which, by: morgan.by, until: { choice: 'hour' } })).rejects.toThrow(
    AlreadyDecided,
  )
  expect(await bringBack(deps, which)).toMatchObject({ status: 'pending' })
})

test('of two who answer at once one wins, and the other is told', async () => {
  const { deps } = await aDesk()
  const answers = await Promise.allSettled([
    decide(deps, { ...which, ...morgan, optionId: 'A' }),
    decideOtherwise(deps, { ...which, ...morgan, text: 'I rang Tom.' }),
  ])
  const lost = answers.filter((each) => each.status === 'rejected')
  expect(lost.map((each) => each.reason as unknown)).toEqual([expect.any(AlreadyDecided)])
})

test('there is no such decision', async () => {
  const { deps } = await aDesk()
  const nowhere = { ...which, escalationId: 'E9' }
  for (const asked of [
    () => decide(deps, { ...nowhere, ...morgan, optionId: 'A' }),
    () => decideOtherwise(deps, { ...nowhere, ...morgan, text: 'x' }),
    () => putOff(deps, { ...nowhere, by: morgan.by, until: { choice: 'hour' } }),
    () => bringBack(deps, nowhere),
  ])
    await expect(asked()).rejects.toThrow(NoSuchDecision)
})
