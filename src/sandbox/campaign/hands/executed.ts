import { connectAttention } from '#src/adapters/dynamo/attention.ts'
import { addMinutes } from 'date-fns/addMinutes'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectProposals } from '#src/adapters/dynamo/proposals.ts'
import { connectStores } from '#src/adapters/dynamo/stores.ts'
import { execute } from '#src/agent/execute/execute.ts'
import type { PageOfCheck } from '#src/agent/messages.ts'
import { updateArtefacts } from '#src/agent/update-artefacts/update-artefacts.ts'
import { wirePage } from '#src/agent/wire-page.ts'
import type { ActPayload } from '#src/domain/act.ts'
import { HOLD_MINUTES } from '#src/domain/boundary.ts'
import { documentUpdate } from '#src/domain/proposal.ts'
import type { HandsWorld } from './hands-world.ts'
import { suggestion, type Scene } from './scene.ts'
import { PROJECT } from './setting.ts'
import type { Worker } from './worker.ts'

/** What a check suggests, through execute and update-artefacts as the workflow calls them, and out when its hold is over. */
export function executed(
  suggested: ActPayload[],
  update: Extract<ActPayload, { kind: 'artefact_update' }>,
): Scene {
  return {
    ...{ name: 'execute: what a check suggests', effects: suggested.length + 1, ends: ['done'] },
    prepare: async (world) => {
      const at = world.now()
      const slot = at.toISOString()
      await connectPages(world.table).save(slot, 1, { ids: [], again: [PROJECT] })
      const about = documentUpdate
        .omit({ artefactType: true, changes: true })
        .parse(suggestion(world, update))
      await connectProposals(world.table).save({
        ...{ projectId: PROJECT, slot, page: 1, drafts: [], keptBack: [], weighed: [], over: [] },
        ...{ acts: suggested.map((payload) => suggestion(world, payload)), problems: [] },
        updates: [{ ...about, artefactType: update.artefactType, changes: update.changes }],
      })
      const holds = suggested.map(({ kind }) => addMinutes(at, HOLD_MINUTES[kind] ?? 0))
      return { due: [at, ...holds], begin: (worker) => check(world, worker, slot) }
    },
  }
}

async function check(world: HandsWorld, worker: Worker, slot: string): Promise<void> {
  const table = worker.table(world.table)
  const { memories, escalations, matters, events } = connectStores(table)
  const deps = {
    ...{ ...wirePage(table), memory: memories.get, saveMemories: memories.save, escalations },
    attention: connectAttention(table),
    ...{ executor: world.executorOf(worker), matter: matters.get, saveEvents: events.record },
  }
  const page: PageOfCheck = {
    ...{ slot, startedAt: slot, page: 1, pages: 1, quiet: false, more: false, signals: 0, readings: [] },
    desk: deskOf(world),
  }
  await updateArtefacts(deps, await execute(deps, page))
}

function deskOf({ scenario }: HandsWorld): PageOfCheck['desk'] {
  const { pm, internalDomains, workingHours, timeZone } = scenario
  const days: PageOfCheck['desk']['workingHours']['days'] = ['mon', 'tue', 'wed', 'thu', 'fri']
  return {
    pmName: pm.name,
    pmEmail: pm.email,
    internalDomains,
    workingHours: { ...workingHours, days, timeZone },
  }
}
