import { expect, test } from 'vitest'
import { fakeTable } from '../../tests/fakes/table.ts'
import { aMailSuggestion, anAct, aSuggestion } from '../../tests/fixtures/builders.ts'
import { hours, minutesAfter, NINE } from '../../tests/fixtures/desk.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { idFor } from '#src/adapters/ids.ts'
import type { Act } from '#src/domain/act.ts'
import type { HeldActDeps } from './deps.ts'
import { editHeld, EditedMeanwhile, holdLonger, NothingToEdit } from './edit-held.ts'
import { ReadItFirst, TooLate } from './refusals.ts'
import { sendNow } from './send-now.ts'
import { stopHeld } from './stop-held.ts'

const at = { projectId: 'SP', actId: 'A1' }
const by = 'Morgan Reid'
const held = anAct({ status: 'held', heldUntil: minutesAfter(5).toISOString() })
const awaiting = anAct({ status: 'awaiting', waitsUntil: minutesAfter(600).toISOString() })
const ten = 'one two three four five six seven eight nine ten'
const saying = (text: string) => ({ kind: 'jira_comment' as const, key: 'SP-1', text })

async function aDesk(act: Act) {
  const table = fakeTable()
  const acts = connectActs(table)
  await acts.save(act, { events: [] })
  const deps: HeldActDeps = {
    ...{ now: () => NINE, realNow: () => NINE, newId: idFor, hours: async () => hours },
    ...{ act: acts.get, saveAct: acts.save },
  }
  const told = () => table.rows().flatMap((row) => (row.type === 'event' ? [row['text']] : []))
  return { deps, told, stored: () => acts.get('SP', 'A1') }
}

test('what is edited goes on waiting, and goes as edited when it is sent now', async () => {
  const { deps, stored, told } = await aDesk({ ...held, payload: saying(ten) })
  await editHeld(deps, { ...at, by, version: 1, text: ten.replace('two', 'TWO') })
  expect(await stored()).toMatchObject({
    status: 'held',
    version: 2,
    edit: { share: 0.1, by, before: { text: ten } },
  })
  expect(await sendNow(deps, { ...at, by })).toMatchObject({
    status: 'planned',
    outcome: 'edited',
    version: 3,
  })
  expect(told()).toEqual([`Edited: ${held.summary}`, `Let go early: ${held.summary}`])
})

test('edited twice it is measured against what was drafted, and edited back it was never edited', async () => {
  const { deps } = await aDesk({ ...held, payload: saying(ten) })
  await editHeld(deps, { ...at, by, version: 1, text: ten.replace('two', 'TWO') })
  const twice = await editHeld(deps, { ...at, by, version: 2, text: ten.replace('one two', 'ONE TWO') })
  expect(twice.edit).toMatchObject({ share: 0.2, before: { text: ten } })
  const back = await editHeld(deps, { ...at, by, version: 3, text: ten })
  expect(back.edit).toBeNull()
  expect(await sendNow(deps, { ...at, by })).toMatchObject({ outcome: 'approved' })
})

test('a text that changed since it was read is not written over', async () => {
  const { deps } = await aDesk(held)
  await editHeld(deps, { ...at, by, version: 1, text: 'First' })
  await expect(editHeld(deps, { ...at, by, version: 1, text: 'Second' })).rejects.toThrow(EditedMeanwhile)
})

test('a status change has no words to edit', async () => {
  const payload = { kind: 'jira_status_change' as const, key: 'SP-1', toStatus: 'Done' }
  const { deps } = await aDesk({ ...held, kind: 'jira_status_change', payload })
  await expect(editHeld(deps, { ...at, by, version: 1, text: 'x' })).rejects.toThrow(NothingToEdit)
})

test('holding longer adds half an hour of working time, also over the end of the day', async () => {
  const { deps } = await aDesk(held)
  expect(await holdLonger(deps, at)).toMatchObject({ heldUntil: minutesAfter(35).toISOString() })
  const late = await aDesk({ ...held, heldUntil: '2026-10-22T16:20:00.000Z' })
  expect(await holdLonger(late.deps, at)).toMatchObject({ heldUntil: '2026-10-23T07:20:00.000Z' })
})

test('what waits for the PM goes as approved, and has no time to put back', async () => {
  const { deps } = await aDesk(awaiting)
  await expect(holdLonger(deps, at)).rejects.toThrow(TooLate)
  expect(await sendNow(deps, { ...at, by })).toMatchObject({ status: 'planned', outcome: 'approved' })
})

test('what goes outside goes only as it stood on the screen', async () => {
  const { payload } = aMailSuggestion({}, 'email_external')
  const { deps, stored } = await aDesk({ ...awaiting, kind: 'email_external', payload })
  await expect(sendNow(deps, { ...at, by })).rejects.toThrow(ReadItFirst)
  await editHeld(deps, { ...at, by, version: 1, text: 'Another text.' })
  await expect(sendNow(deps, { ...at, by, read: 1 })).rejects.toThrow('has changed since you read it')
  expect(await stored()).toMatchObject({ status: 'awaiting' })
  expect(await sendNow(deps, { ...at, by, read: 2 })).toMatchObject({ status: 'planned', outcome: 'edited' })
})

test('what is stopped keeps the reason, and comes too late for anything else', async () => {
  const { deps } = await aDesk(held)
  expect(await stopHeld(deps, { ...at, by, reason: 'I rang him' })).toMatchObject({
    ...{ status: 'cancelled', by, reason: 'I rang him' },
  })
  for (const late of [
    () => editHeld(deps, { ...at, by, version: 2, text: 'x' }),
    () => holdLonger(deps, at),
    () => sendNow(deps, { ...at, by }),
    () => stopHeld(deps, { ...at, by, reason: '' }),
  ])
    await expect(late()).rejects.toThrow(TooLate)
})

test('of two who rule at the same moment one is told that it was ruled on', async () => {
  const { deps } = await aDesk({ ...held, payload: aSuggestion().payload })
  const [one, two] = await Promise.allSettled([
    sendNow(deps, { ...at, by }),
    stopHeld(deps, { ...at, by, reason: '' }),
  ])
  expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected'])
})
