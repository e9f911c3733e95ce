import { addSeconds } from 'date-fns/addSeconds'
import type { JiraContext } from '#src/domain/jira-issue.ts'
import { connectStores } from '#src/adapters/dynamo/stores.ts'
import { signalKey } from '#src/adapters/dynamo/rows.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import { UNDO_SECONDS } from '#src/domain/escalation.ts'
import { AS_SET_UP, type WorkingHours } from '#src/domain/project.ts'
import type { ExecutorDeps, Hand } from '#src/executor/deps.ts'
import type { DecisionDeps, HeldActDeps } from '#src/use-cases/deps.ts'
import { PROJECT, SIGNAL } from './raced.ts'

/** A Wednesday morning. */
export const START = new Date('2026-10-21T09:00:00Z')
const HOURS: WorkingHours = {
  ...{ from: '08:00', to: '17:30', days: ['mon', 'tue', 'wed', 'thu', 'fri'], timeZone: 'Europe/London' },
}

/** In progress, and nobody talks on it: nothing in it speaks against a comment. */
const TICKET: JiraContext = {
  ...{ status: 'In Progress', statusCategory: 'indeterminate', priority: null, assignee: null },
  ...{ dueDate: null, flagged: false, issueType: 'Story', resolution: null, reporter: null, points: null },
  ...{ sprints: [], versions: [], blocks: [], blockedBy: [], hasCriteria: true, dueDateMoves: 0, about: '' },
  changedAt: START.toISOString(),
}

/** A table on which two people and the executor meet, and a vendor that counts what it is given. */
export async function openRaceDesk(table: Table) {
  const stores = connectStores(table)
  const { acts, escalations, people, projects } = stores
  const did: string[] = []
  let now = START
  const hand: Hand = {
    perform: async ({ id }) => {
      did.push(id)
      return { id: `done ${id}`, url: null, at: now.toISOString() }
    },
    find: async ({ id }) =>
      did.includes(id) ? { id: `done ${id}`, url: null, at: now.toISOString() } : undefined,
  }
  const clock = { now: () => now, realNow: () => now, newId: idFor }
  const common = { ...clock, project: projects.get, paused: async () => false, hours: async () => HOURS }
  const executor: ExecutorDeps = {
    ...{ ...common, act: acts.get, saveAct: acts.save, isPermitUsed: acts.isPermitUsed },
    ...{ followers: acts.followers, people: people.getMany },
    // All races run over one ticket, and each as if it were the first: a second comment in three days would be stopped.
    recentActs: async () => [],
    ...{ premiseProblem: async () => null, away: async () => null, ticket: async () => TICKET },
    hands: handsOf(hand),
  }
  const deciding: DecisionDeps = {
    ...{ ...common, undoEnds: () => addSeconds(now, UNDO_SECONDS), escalation: escalations.get },
    ...{ acts: acts.getMany, save: escalations.save },
  }
  const ruling: HeldActDeps = { ...common, act: acts.get, saveAct: acts.save }
  await table.write([{ put: { ...signalKey(SIGNAL), type: 'signal', version: 1 } }])
  await projects.save({
    ...{ id: PROJECT, version: 1, name: 'Races', status: 'active', autonomyLevel: 'tactical' },
    ...{ dialTurn: AS_SET_UP, mailbox: 'pm@example.com', connectedAt: START.toISOString() },
  })
  const moveTo = (at: Date) => (now = at)
  return { ...{ stores, executor, deciding, ruling, did, moveTo }, now: () => now }
}
export type RaceDesk = Awaited<ReturnType<typeof openRaceDesk>>

function handsOf(hand: Hand): ExecutorDeps['hands'] {
  return {
    ...{ jira_comment: hand, jira_status_change: hand, jira_create_ticket: hand, jira_assign: hand },
    ...{ jira_fields: hand, scope_change: hand, milestone_change: hand, email_stakeholder: hand },
    ...{ email_external: hand, notification_internal: hand, artefact_update: hand },
  }
}
