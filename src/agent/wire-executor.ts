import { businessNow, realNow } from '#src/adapters/clock.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectPm, connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectTable, type Table } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import { connectSes, type Ses } from '#src/adapters/mail/ses.ts'
import type { Asana } from '#src/adapters/sources/asana/asana.ts'
import type { Jira } from '#src/adapters/sources/jira/jira.ts'
import type { Outlook } from '#src/adapters/sources/outlook/outlook.ts'
import { LOOKS_BACK } from '#src/domain/graduation.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { artefactHand } from '#src/executor/hands/artefact-hand.ts'
import { fieldHands } from '#src/executor/hands/field-hands.ts'
import { jiraHands } from '#src/executor/hands/jira-hands.ts'
import { mailHands } from '#src/executor/hands/mail-hands.ts'
import { noticeHand } from '#src/executor/hands/notice-hand.ts'
import { fieldWrites, mailWrites, markedBy, noticeDeps, ticketWrites } from './wire-hands.ts'
import { premiseProblem, ticketNow, type Tickets } from './wire-premise.ts'
import { wireAsana, wireJira, wireOutlook } from './wire-sources.ts'

/** Everything outside that an act can reach. */
export type Outside = { jira: Jira; asana: Asana | undefined; outlook: Outlook | undefined; ses: Ses }

/** The executor with its hands: nothing else of the agent can reach the outside. */
export async function wireExecutor(table: Table = connectTable()): Promise<ExecutorDeps> {
  const { jira } = await wireJira(table)
  const asana = (await wireAsana(table))?.asana
  return executorOn(table, { jira, asana, outlook: await wireOutlook(table), ses: connectSes() })
}

/** The same on connections that are there already. */
export function executorOn(table: Table, { jira, asana, outlook, ses }: Outside): ExecutorDeps {
  const acts = connectActs(table)
  const people = connectPeople(table)
  const pm = connectPm(table)
  const cycles = connectCycles(table)
  const marked = markedBy(table)
  const tickets: Tickets = { readIssue: (key) => (asana?.has(key) ? asana : jira).readIssue(key) }
  return {
    now: businessNow,
    realNow,
    newId: idFor,
    project: connectProjects(table).get,
    paused: async () => (await cycles.running())?.paused ?? false,
    away: async () => (await cycles.running())?.away ?? null,
    hours: async () => (await pm.get()).workingHours,
    act: acts.get,
    saveAct: acts.save,
    isPermitUsed: acts.isPermitUsed,
    followers: acts.followers,
    recentActs: (projectId) => acts.ofProject(projectId, LOOKS_BACK),
    people: people.getMany,
    premiseProblem: (premise) => premiseProblem(tickets, outlook, premise),
    ticket: (_, key) => ticketNow(tickets, key),
    hands: {
      ...jiraHands({ ...ticketWrites(jira, asana), person: people.get, marked: marked('comment') }),
      ...fieldHands({ ...fieldWrites(jira, asana), person: people.get }),
      ...mailHands({ ...mailWrites(outlook), person: people.get, marked: marked('mail') }),
      notification_internal: noticeHand(noticeDeps(table, ses)),
      artefact_update: artefactHand({ now: businessNow, ...connectArtefacts(table) }),
    },
  }
}
