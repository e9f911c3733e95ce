import { connectAttention } from '#src/adapters/dynamo/attention.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectBoards } from '#src/adapters/dynamo/boards.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectProofs } from '#src/adapters/dynamo/proofs.ts'
import { connectProposals } from '#src/adapters/dynamo/proposals.ts'
import { signalKey, signalRow } from '#src/adapters/dynamo/rows.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import { connectSpotChecks } from '#src/adapters/dynamo/spot-checks.ts'
import { execute } from '#src/agent/execute/execute.ts'
import { housekeeping } from '#src/agent/housekeeping/housekeeping.ts'
import type { CheckToClose, PageOfCheck } from '#src/agent/messages.ts'
import { normalise } from '#src/agent/normalise/normalise.ts'
import { reason } from '#src/agent/reason/reason.ts'
import { updateArtefacts } from '#src/agent/update-artefacts/update-artefacts.ts'
import type { Project } from '#src/domain/project.ts'
import type { MarkedItem } from '#src/domain/proof.ts'
import type { Proposal } from '#src/domain/proposal.ts'
import { signal, type Signal } from '#src/domain/signal.ts'
import { aPage, aProject, nine } from '../fixtures/desk.ts'
import { anExecutorWorld } from './executor-world.ts'

/** The steps of a check on the fake table, each as it is wired, with a vendor that keeps a journal. */
export function anAgentWorld(projects: Project[] = [aProject()]) {
  const it = anExecutorWorld()
  const { table, deps: executor } = it
  const [signals, matters, people] = [connectSignals(table), connectMatters(table), connectPeople(table)]
  const [pages, proposals, escalations] = [
    connectPages(table),
    connectProposals(table),
    connectEscalations(table),
  ]
  const memories = connectMemories(table)
  const learned = { memory: memories.get, saveMemories: memories.save }
  const [cycles, artefacts, events] = [connectCycles(table), connectArtefacts(table), connectEvents(table)]
  /** `dies`: the next save of signals fails, once. `bought`: how often better words were asked for. */
  const step = { dies: false, bought: 0, words: 'rules' as 'rules' | 'model' }
  const work = { page: pages.get, signals: signals.getMany }
  const saveSignals = async (next: Signal[]) => {
    if (step.dies) {
      step.dies = false
      throw new Error('This worker is dead.')
    }
    await signals.saveAll(next)
  }
  const normaliseDeps = {
    ...{
      ...work,
      now: () => it.world.now,
      saveSignals,
      saveMatters: matters.saveAll,
      savePerson: people.save,
    },
    ...{ projects: async () => projects, matters: matters.ofProject, people: people.ofProject },
    memories: memories.ofProject,
  }
  const reasonDeps: Parameters<typeof reason>[0] = {
    ...{ ...work, now: () => it.world.now, matters: matters.ofProject, people: people.ofProject },
    ...{ sprints: connectBoards(table).sprints, memories: memories.ofProject },
    escalations: escalations.ofProject,
    ...{ documents: artefacts.working, proposal: proposals.get, saveProposal: proposals.save },
    ...{ ask: async () => ({ kind: 'not asked', why: 'no key' }) as const, saveRework: proposals.saveRework },
    sharpen: async (draft) => {
      step.bought += 1
      return { ...draft, wordedBy: step.words }
    },
  }
  const executeDeps = {
    ...{ ...work, ...learned, executor, proposal: proposals.get, escalations },
    attention: connectAttention(table),
    ...{ matter: matters.get, saveEvents: events.record },
  }
  /** What the vendor shows of ours; `reason`: it cannot be asked. */
  const shown = { items: [] as MarkedItem[], reason: '' }
  const outside = {
    source: 'jira' as const,
    marked: async () => {
      if (shown.reason) throw Object.assign(new Error(shown.reason), { name: 'SourceUnreadable' })
      return shown.items
    },
  }
  const housekeepingDeps: Parameters<typeof housekeeping>[0] = {
    ...{ executor, now: () => it.world.now, newId: executor.newId, running: cycles.running },
    ...{ close: cycles.close, dailyDone: cycles.dailyDone, events: events.recent },
    blindSpell: (spell, until, read) =>
      connectIntake(table, spell.source, 'account').saveBlind({ ...spell, until, read }),
    escalations: escalations.list,
    acts: it.acts.list,
    projects: async () => projects,
    saveProject: connectProjects(table).save,
    spotChecks: connectSpotChecks(table),
    ...{ sources: [outside], changes: artefacts.changes, hasPermit: it.acts.hasPermit },
    saveProof: connectProofs(table).put,
    chargeExpired: connectSpending(table).chargeExpired,
  }
  const stored = async (id: string) => signal.parse(await table.get(signalKey(id)))
  return {
    ...it,
    ...{
      step,
      matters,
      memories,
      people,
      proposals,
      escalations,
      artefacts,
      cycles,
      reasonDeps,
      shown,
      proofs: connectProofs(table),
      signalOf: stored,
    },
    /** Records signals as detect-changes does, and puts them on the check's page. */
    record: async (...list: Signal[]) => {
      for (const each of list) await table.write([{ put: signalRow(each), if: 'absent' }])
      await pages.save(nine, 1, { ids: list.map(({ id }) => id), again: [] })
    },
    lookAgain: (...again: string[]) => pages.save(nine, 1, { ids: [], again }),
    propose: async (next: Partial<Proposal>) => {
      const bare = { drafts: [], keptBack: [], weighed: [], over: [], acts: [], updates: [], problems: [] }
      await proposals.save({ ...bare, projectId: 'SP', slot: nine, page: 1, ...next })
      await pages.save(nine, 1, { ids: [], again: ['SP'] })
    },
    normalise: (over: Partial<PageOfCheck> = {}) => normalise(normaliseDeps, aPage(over)),
    reason: () => reason(reasonDeps, aPage()),
    execute: () => execute(executeDeps, aPage()),
    updateArtefacts: (over: Partial<PageOfCheck> = {}) =>
      updateArtefacts(
        { ...work, ...learned, executor, proposal: proposals.get, saveSignals, saveEvents: events.record },
        aPage(over),
      ),
    housekeeping: (check: CheckToClose) => housekeeping(housekeepingDeps, check),
    said: () => it.events().map((row) => String(row['text'])),
  }
}
