import { expect, test } from 'vitest'
import { aSuggestion, context } from '../../tests/fixtures/builders.ts'
import { aTrustDesk } from '../../tests/fakes/trust-desk.ts'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { propose } from '#src/executor/propose.ts'
import { NoSuchProject } from './refusals.ts'
import { stopHeld } from './stop-held.ts'
import { viewSimulation } from './view-simulation.ts'

const by = 'Morgan Reid'
const about = { projectId: 'SP', ticket: context }

test('what the executor stored at Maintain is judged again as at Act, before the dial is turned', async () => {
  const desk = await aTrustDesk({ autonomyLevel: 'artefact' })
  const executor = anExecutorWorld({ autonomyLevel: 'artefact' }, desk.table)
  await executor.begin()
  for (const episode of ['one', 'two'])
    await propose(executor.deps, about, aSuggestion({ episode, matterId: episode }))
  const [first] = await desk.stores.acts.ofProject('SP')
  const stopDeps = { ...executor.deps, saveAct: desk.stores.acts.save }
  await stopHeld(stopDeps, { projectId: 'SP', actId: first?.id ?? '', by, reason: 'no' })
  const asked = { projectId: 'SP', dial: 'tactical' as const, days: 7 }
  const { simulation, setting, missing } = await viewSimulation(desk.deps, asked)
  expect(simulation.acts.map(({ would, became }) => [would, became]).toSorted()).toEqual([
    ['hold', 'against'],
    ['hold', 'waits'],
  ])
  expect(simulation.alone).toMatchObject({ all: 2, against: 1, unsaid: 1 })
  expect(setting).toMatchObject({ name: 'Act', isUp: true })
  expect(missing).toBe('0 of 14 clean days; 14 more. 0 of 5 approved communications; 5 more.')
  await expect(viewSimulation(desk.deps, { ...asked, projectId: 'XX' })).rejects.toThrow(NoSuchProject)
})
