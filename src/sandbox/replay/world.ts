import { addSeconds } from 'date-fns/addSeconds'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectAttention } from '#src/adapters/dynamo/attention.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectPm, connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectProposals } from '#src/adapters/dynamo/proposals.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import { classify } from '#src/agent/classify/classify.ts'
import { execute } from '#src/agent/execute/execute.ts'
import type { PageOfCheck } from '#src/agent/messages.ts'
import { normalise } from '#src/agent/normalise/normalise.ts'
import { betterWords } from '#src/agent/reason/better-words.ts'
import { reason } from '#src/agent/reason/reason.ts'
import { releaseHolds } from '#src/agent/release-holds/release-holds.ts'
import { guess } from '#src/agent/rules/triage.ts'
import { sanitise } from '#src/agent/sanitise/sanitise.ts'
import { updateArtefacts } from '#src/agent/update-artefacts/update-artefacts.ts'
import type { Ask } from '#src/asking/ask.ts'
import { UNDO_SECONDS } from '#src/domain/escalation.ts'
import type { BoardSprint } from '#src/domain/jira-issue.ts'
import { LOOKS_BACK } from '#src/domain/graduation.ts'
import type { ExecutorDeps, Hand } from '#src/executor/deps.ts'
import { artefactHand } from '#src/executor/hands/artefact-hand.ts'
import type { DecisionDeps } from '#src/use-cases/deps.ts'

type Options = { ask: Ask; now(): Date; sprints: ReadonlyMap<string, BoardSprint[]> }

/** The real steps of a check from normalise on, on this table, with hands that reach nothing outside it. */
export function replayWorld(table: Table, { ask, now, sprints }: Options) {
  const { get: page } = connectPages(table)
  const { getMany: signals, saveAll: saveSignals } = connectSignals(table)
  const [matters, people, memories] = [connectMatters(table), connectPeople(table), connectMemories(table)]
  const [proposals, escalations, artefacts] = [
    connectProposals(table),
    connectEscalations(table),
    connectArtefacts(table),
  ]
  const [projects, acts, saveEvents] = [
    connectProjects(table),
    connectActs(table),
    connectEvents(table).record,
  ]
  const executor = executorOn(table, now)
  const attention = connectAttention(table)
  const work = { page, signals, saveSignals, now, realNow: now, memories: memories.ofProject }
  const placed = { matters: matters.ofProject, people: people.ofProject }
  const learned = { memory: memories.get, saveMemories: memories.save }
  const run = async (check: PageOfCheck): Promise<void> => {
    const saved = { saveMatters: matters.saveAll, savePerson: people.save }
    await normalise({ ...work, ...placed, ...saved, projects: projects.listActive }, check)
    await sanitise({ ...work, ask }, check)
    await classify({ ...work, ask, judge: guess }, check)
    const kept = { documents: artefacts.working, proposal: proposals.get, saveProposal: proposals.save }
    const asked = { ask, escalations: escalations.ofProject, saveRework: proposals.saveRework }
    const sprintsOf = async (id: string) => sprints.get(id) ?? []
    await reason(
      { ...work, ...placed, ...kept, ...asked, sprints: sprintsOf, sharpen: betterWords(ask) },
      check,
    )
    const acting = { ...work, ...learned, executor, proposal: proposals.get, saveEvents }
    await execute({ ...acting, attention, escalations, matter: matters.get }, check)
    await updateArtefacts(acting, check)
  }
  const sweep = () =>
    releaseHolds(
      {
        attention,
        ...{ executor, dueActs: acts.due, dueEscalations: escalations.due, saveEscalation: escalations.save },
        sleepUntilReal: async () => undefined,
      },
      { scheduledAt: now().toISOString() },
    )
  const decisions: DecisionDeps = {
    ...{ now, realNow: now, newId: idFor, project: projects.get, paused: async () => false },
    undoEnds: () => addSeconds(now(), UNDO_SECONDS),
    ...{ hours: executor.hours, escalation: escalations.get, acts: acts.getMany, save: escalations.save },
  }
  return { run, sweep, decisions }
}

function executorOn(table: Table, now: () => Date): ExecutorDeps {
  const acts = connectActs(table)
  const would: Hand = {
    perform: async ({ id }) => ({ id: `replayed ${id}`, url: null, at: now().toISOString() }),
    find: async () => undefined,
  }
  return {
    ...{ now, realNow: now, newId: idFor, project: connectProjects(table).get, paused: async () => false },
    hours: async () => (await connectPm(table).get()).workingHours,
    ...{ act: acts.get, saveAct: acts.save, followers: acts.followers, isPermitUsed: acts.isPermitUsed },
    recentActs: (projectId) => acts.ofProject(projectId, LOOKS_BACK),
    people: connectPeople(table).getMany,
    premiseProblem: async () => null,
    away: async () => null,
    ticket: async (projectId, key) =>
      (await connectMatters(table).get(projectId, key))?.ticket ?? `${key} was not read`,
    hands: {
      ...{ jira_comment: would, jira_status_change: would, jira_create_ticket: would },
      ...{ jira_assign: would, jira_fields: would, scope_change: would, milestone_change: would },
      ...{ email_stakeholder: would, email_external: would, notification_internal: would },
      artefact_update: artefactHand({ now, ...connectArtefacts(table) }),
    },
  }
}
