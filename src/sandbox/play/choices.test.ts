import { beforeEach, expect, test, vi } from 'vitest'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectPm, connectProjects } from '#src/adapters/dynamo/projects.ts'
import { signalRow } from '#src/adapters/dynamo/rows.ts'
import { supersede, type Escalation } from '#src/domain/escalation.ts'
import { fakeTable } from '../../../tests/fakes/table.ts'
import { anEscalation, aSignal } from '../../../tests/fixtures/builders.ts'
import { aPm, aProject, minutesAfter } from '../../../tests/fixtures/desk.ts'
import { choicesOf } from './choices.ts'

// The use cases read the clock through the environment.
beforeEach(() => {
  vi.stubEnv('APP_TABLE', 'test')
})

/** SP-1 was asked about, and the scenario's PM will answer half an hour later. */
async function aChoice(choose: string) {
  const table = fakeTable()
  const escalations = connectEscalations(table)
  await connectProjects(table).save(aProject())
  await connectPm(table).save(aPm())
  await table.write([{ put: signalRow(aSignal()) }])
  const asked = anEscalation()
  await escalations.save(asked, { events: [] })
  const said: string[] = []
  const decisions = [{ whenConcerns: 'SP-1', choose, afterMinutes: 30 }]
  const pm = { name: 'Morgan Reid', email: 'morgan@example.com' }
  const choices = choicesOf(table, { decisions, pm }, (line) => said.push(line))
  await choices.lookForNew()
  return {
    asked,
    said,
    choices,
    save: (next: Escalation) => escalations.save(next, { events: [] }),
    now: () => escalations.get(asked.projectId, asked.id),
  }
}

test('given a waiting decision, when its time comes, then it is made once', async () => {
  const { choices, now, said } = await aChoice('recommended')
  await choices.makeDue(minutesAfter(29))
  expect(await now()).toMatchObject({ status: 'pending' })
  await choices.makeDue(minutesAfter(30))
  expect(await now()).toMatchObject({ status: 'decided', decision: { optionId: 'A', by: 'Morgan Reid' } })
  expect([choices.nextDue(), said]).toEqual([undefined, []])
})

test.each(['recommended', 'dismiss'])(
  'given a decision that the facts overtook, when its time comes (%s), then that is said and the play goes on',
  async (choose) => {
    const { asked, choices, now, said, save } = await aChoice(choose)
    if (asked.status !== 'pending') throw new Error('It should be waiting.')
    await save(supersede(asked, 'SP-1 was closed', minutesAfter(10)))
    await choices.makeDue(minutesAfter(30))
    expect(await now()).toMatchObject({ status: 'superseded' })
    expect(said).toEqual(['[choices] E1 (Crane booking stands still): This decision is already superseded.'])
    expect(choices.nextDue()).toBeUndefined()
  },
)
