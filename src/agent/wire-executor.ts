import { businessNow, realNow } from '#src/adapters/clock.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectPm, connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectTable, type Table } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import { LOOKS_BACK } from '#src/domain/graduation.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { artefactHand } from '#src/executor/hands/artefact-hand.ts'
import { jiraHands } from '#src/executor/hands/jira-hands.ts'
import { mailHands } from '#src/executor/hands/mail-hands.ts'
import { noticeHand } from '#src/executor/hands/notice-hand.ts'
import { mailWrites, noticeDeps, ticketWrites } from './wire-hands.ts'
import { premiseProblem, type Tickets } from './wire-premise.ts'
import { wireAsana, wireJira, wireOutlook } from './wire-sources.ts'

/** The executor with its hands: nothing else of the agent can reach the outside. */
export async function wireExecutor(table: Table = connectTable()): Promise<ExecutorDeps> {
  const { jira } = await wireJira(table)
  const asana = (await wireAsana(table))?.asana
  const outlook = await wireOutlook(table)
  const acts = connectActs(table)
  const people = connectPeople(table)
  const pm = connectPm(table)
  const tickets: Tickets = { readIssue: (key) => (asana?.has(key) ? asana : jira).readIssue(key) }
  return {
    now: businessNow,
    realNow,
    newId: idFor,
    project: connectProjects(table).get,
    paused: async () => (await connectCycles(table).running())?.paused ?? false,
    hours: async () => (await pm.get()).workingHours,
    act: acts.get,
    saveAct: acts.save,
    followers: acts.followers,
    recentActs: (projectId) => acts.ofProject(projectId, LOOKS_BACK),
    people: people.getMany,
    premiseProblem: (premise) => premiseProblem(tickets, outlook, premise),
    hands: {
      ...jiraHands(ticketWrites(jira, asana)),
      ...mailHands({ ...mailWrites(outlook), pmName: async () => (await pm.get()).name, person: people.get }),
      notification_internal: noticeHand(noticeDeps(table)),
      artefact_update: artefactHand({ now: businessNow, ...connectArtefacts(table) }),
    },
  }
}
