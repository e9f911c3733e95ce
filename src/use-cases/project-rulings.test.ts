import { expect, test } from 'vitest'
import { anEvidence, anUpdate } from '../../tests/fixtures/builders.ts'
import { aProject, NINE } from '../../tests/fixtures/desk.ts'
import { fakeTable } from '../../tests/fakes/table.ts'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import { performDue } from '#src/executor/perform.ts'
import { propose } from '#src/executor/propose.ts'
import type { ProjectDeps } from './deps.ts'
import { TooLate } from './refusals.ts'
import { setRag } from './set-rag.ts'
import { undoDocument } from './undo-document.ts'

const by = 'Morgan Reid'

function depsOn(table: Table): ProjectDeps {
  const [projects, artefacts, acts] = [connectProjects(table), connectArtefacts(table), connectActs(table)]
  return {
    ...{ now: () => NINE, realNow: () => NINE, newId: idFor, paused: async () => false },
    ...{ project: projects.get, artefact: artefacts.get, saveAct: acts.save, saveProject: projects.save },
  }
}

async function aDesk(table: Table = fakeTable()) {
  await connectProjects(table).save(aProject())
  return depsOn(table)
}

test('the last change of a document is taken back by the executor, once', async () => {
  const { deps: executor, table, begin } = anExecutorWorld()
  const deps = await aDesk(table)
  await begin()
  await performDue(executor, await propose(executor, { projectId: 'SP', ticket: null }, anUpdate()))
  expect(await deps.artefact('SP', 'raid_log')).toMatchObject({ version: 1 })
  const asked = { projectId: 'SP', artefactType: 'raid_log' as const, version: 1, by }
  const undo = await undoDocument(deps, asked)
  await expect(undoDocument(deps, asked)).rejects.toThrow(TooLate)
  expect(await performDue(executor, undo)).toMatchObject({ status: 'done', outcome: 'approved' })
  expect(await deps.artefact('SP', 'raid_log')).toMatchObject({ version: 2, content: { items: [] } })
  await expect(undoDocument(deps, asked)).rejects.toThrow('has changed since')
})

test('a document that was never written has nothing to take back', async () => {
  const deps = await aDesk()
  const asked = { projectId: 'SP', artefactType: 'decision_log' as const, version: 0, by }
  await expect(undoDocument(deps, asked)).rejects.toThrow('no change to take back')
})

test('the RAG is the PM’s: set by the executor with the PM’s word, and a proposal of the same is done with', async () => {
  const { deps: executor, table, begin } = anExecutorWorld()
  const deps = await aDesk(table)
  await begin()
  const value = { value: null, proposed: 'amber', because: 'UAT entry is at risk' }
  const change = { op: 'section' as const, section: 'rag', value, evidence: [anEvidence()] }
  const proposed = {
    ...anUpdate(),
    payload: { kind: 'artefact_update' as const, artefactType: 'delivery_state' as const, changes: [change] },
  }
  await performDue(executor, await propose(executor, { projectId: 'SP', ticket: null }, proposed))
  const rag = async () => {
    const document = await deps.artefact('SP', 'delivery_state')
    return document?.artefactType === 'delivery_state' ? document.content.rag : undefined
  }
  expect(await rag()).toMatchObject({ value: null, proposed: 'amber' })
  const asked = { projectId: 'SP', version: 1, value: 'amber' as const, by }
  const order = await setRag(deps, asked)
  await expect(setRag(deps, asked)).rejects.toThrow(TooLate)
  expect(await performDue(executor, order)).toMatchObject({ status: 'done', outcome: 'approved' })
  expect(await rag()).toEqual({ value: 'amber', proposed: null, because: 'UAT entry is at risk' })
})
