import { connectActs } from '#src/adapters/dynamo/acts.ts'
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
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectProofs } from '#src/adapters/dynamo/proofs.ts'
import { connectProposals } from '#src/adapters/dynamo/proposals.ts'
import { connectRereads } from '#src/adapters/dynamo/rereads.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import { connectSpotChecks } from '#src/adapters/dynamo/spot-checks.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import { fingerprint } from '#src/adapters/model/fingerprint.ts'
import { classify } from '#src/agent/classify/classify.ts'
import { detectChanges, type DetectDeps } from '#src/agent/detect-changes/detect-changes.ts'
import { execute } from '#src/agent/execute/execute.ts'
import { heartbeat } from '#src/agent/heartbeat/heartbeat.ts'
import { housekeeping } from '#src/agent/housekeeping/housekeeping.ts'
import { normalise } from '#src/agent/normalise/normalise.ts'
import { betterWords } from '#src/agent/reason/better-words.ts'
import { reason } from '#src/agent/reason/reason.ts'
import { guess } from '#src/agent/rules/triage.ts'
import { sanitise } from '#src/agent/sanitise/sanitise.ts'
import { updateArtefacts } from '#src/agent/update-artefacts/update-artefacts.ts'
import { asker } from '#src/asking/ask.ts'
import type { Project } from '#src/domain/project.ts'
import type { RawSignal } from '#src/domain/raw-signal.ts'
import { LOOKS_BACK } from '#src/domain/graduation.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { artefactHand } from '#src/executor/hands/artefact-hand.ts'
import { decide } from '#src/use-cases/decide.ts'
import { aHeartbeat, aPm, hours } from '../fixtures/desk.ts'
import type { CallModel } from '#src/domain/model-call.ts'

const ACCOUNT = 'example.atlassian.net'
/** Of whatever has nobody on it. */
const UNOWNED_SINCE = '2026-10-14T08:00:00.000Z'

/** Nothing that leaves is sent anywhere: a vendor that takes all at once. */
const taking = { perform: async ({ id }: { id: string }) => receiptOf(id), find: async () => undefined }
const receiptOf = (id: string) => ({ id, url: null, at: '2026-10-22T08:00:00.000Z' })

/**
 * The nine steps of a check as the handlers wire them, on any table, with a source that says what it is given, a vendor that
 * takes everything, and a model that answers at once. `clock.now` is the moment.
 */
export function ourCheck(table: Table, projects: Project[], clock: { now: Date }, model: CallModel) {
  const clocks = { now: () => clock.now, realNow: () => clock.now }
  const said: { changes: RawSignal[] } = { changes: [] }
  const signals = connectSignals(table)
  const [pages, proposals, cycles] = [connectPages(table), connectProposals(table), connectCycles(table)]
  const [artefacts, people, matters] = [connectArtefacts(table), connectPeople(table), connectMatters(table)]
  const [acts, escalations, events] = [connectActs(table), connectEscalations(table), connectEvents(table)]
  const [spending, memories] = [connectSpending(table), connectMemories(table)]
  const intake = { ...connectIntake(table, 'jira', ACCOUNT), ...connectRereads(table, 'jira', ACCOUNT) }
  const project = async (id: string) => projects.find((each) => each.id === id)
  const page = { page: pages.get, signals: signals.getMany, saveSignals: signals.saveAll }
  const ask = asker({ ...clocks, model: async () => model, fingerprint, spending })
  async function* changedSince() {
    const changes = said.changes.map((raw) => ({ raw, unownedSince: UNOWNED_SINCE }))
    yield { changes, unreadable: [], upTo: clock.now, cursor: null, isLast: true }
  }
  const close = {
    ...{ ...clocks, newId: idFor, running: cycles.running, close: cycles.close, dailyDone: async () => true },
    blindSpell: async () => undefined,
  }
  const detecting: DetectDeps = {
    ...{ ...close, projects: async () => projects, known: signals.known, open: signals.open },
    sources: [{ source: 'jira', account: ACCOUNT, changedSince, ...intake }],
    ...{ savePage: pages.save, matters: matters.ofProject, signals: signals.getMany },
    saveSprints: connectBoards(table).save,
  }
  const executor: ExecutorDeps = {
    ...{ ...clocks, newId: idFor, project, paused: async () => false, hours: async () => hours },
    ...{ act: acts.get, saveAct: acts.save, followers: acts.followers, isPermitUsed: acts.isPermitUsed },
    ...{
      recentActs: (id) => acts.ofProject(id, LOOKS_BACK),
      people: people.getMany,
      premiseProblem: async () => null,
      away: async () => null,
      ticket: async (projectId, key) => (await matters.get(projectId, key))?.ticket ?? `${key} was not read`,
    },
    hands: {
      ...{ jira_comment: taking, jira_status_change: taking, jira_create_ticket: taking },
      ...{ jira_assign: taking, jira_fields: taking, scope_change: taking, milestone_change: taking },
      ...{ email_stakeholder: taking, email_external: taking, notification_internal: taking },
      artefact_update: artefactHand({ now: clocks.now, ...artefacts }),
    },
  }
  const normalising = {
    ...{ ...page, now: clocks.now, projects: async () => projects, matters: matters.ofProject },
    ...{ people: people.ofProject, saveMatters: matters.saveAll, savePerson: people.save },
    memories: memories.ofProject,
  }
  const asking = { ...page, ...clocks, ask, memories: memories.ofProject }
  const reasoning = {
    ...{ ...page, now: clocks.now, matters: matters.ofProject, people: people.ofProject },
    ...{ sprints: connectBoards(table).sprints, documents: artefacts.working, sharpen: betterWords(ask) },
    ...{ proposal: proposals.get, saveProposal: proposals.save, memories: memories.ofProject },
    ...{ ask, saveRework: proposals.saveRework },
    escalations: escalations.ofProject,
  }
  const proposal = proposals.get
  const executing = {
    attention: connectAttention(table),
    ...page,
    executor,
    proposal,
    escalations,
    matter: matters.get,
    saveEvents: events.record,
    ...{ memory: memories.get, saveMemories: memories.save },
  }
  const ending = {
    ...{ ...close, executor, events: events.recent, escalations: escalations.list, acts: acts.list },
    ...{ projects: async () => projects, chargeExpired: spending.chargeExpired },
    ...{ saveProject: connectProjects(table).save, spotChecks: connectSpotChecks(table) },
    ...{ sources: [], changes: artefacts.changes, hasPermit: acts.hasPermit },
    saveProof: connectProofs(table).put,
  }
  const deciding = {
    ...{
      ...clocks,
      undoEnds: clocks.realNow,
      newId: idFor,
      project,
      paused: async () => false,
      hours: async () => hours,
    },
    ...{ escalation: escalations.get, acts: acts.getMany, save: escalations.save },
  }
  return {
    /** One check from the first step to the last, in which these are new. */
    run: async (slot: string, changes: RawSignal[]): Promise<void> => {
      said.changes = changes
      const before = await cycles.running()
      const beat = aHeartbeat({
        ...before,
        version: (before?.version ?? 0) + 1,
        lease: { slot, execution: slot },
      })
      await cycles.beat({ ...beat, heartbeatAt: slot })
      const pm = async () => aPm()
      const sources = () => [{ source: 'jira' as const, check: async () => null }]
      let check = await detectChanges(detecting, await heartbeat({ ...clocks, pm, sources }, { slot }))
      while (check.more) {
        check = await normalise(normalising, check)
        check = await sanitise(asking, check)
        check = await classify({ ...asking, judge: guess }, check)
        check = await reason(reasoning, check)
        check = await execute(executing, check)
        check = await updateArtefacts({ ...executing, executor }, check)
      }
      await housekeeping(ending, check)
    },
    /** The PM chooses what is recommended, wherever something is asked. How often that was. */
    decideAll: async (): Promise<number> => {
      const asked = await escalations.list('pending', 1000)
      for (const { projectId, id: escalationId, recommendation } of asked) {
        const { optionId } = recommendation
        await decide(deciding, { projectId, escalationId, optionId, by: 'Morgan', device: 'Desk' })
      }
      return asked.length
    },
  }
}
