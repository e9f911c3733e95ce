import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { connectPm, connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectTable, type Table } from '#src/adapters/dynamo/table.ts'
import { businessNow, realNow } from '#src/adapters/clock.ts'
import { idFor } from '#src/adapters/ids.ts'
import { jiraCredentials } from '#src/adapters/secrets.ts'
import { connectJira, type Jira } from '#src/adapters/sources/jira/jira.ts'
import {
  JiraRefused,
  JiraThrottled,
  JiraUnauthorised,
  JiraUnreadable,
} from '#src/adapters/sources/jira/jira-errors.ts'
import type { BlindSpell } from '#src/domain/cycle.ts'
import type { Premise } from '#src/domain/act.ts'
import { HandBusy, HandRefused, type ExecutorDeps } from '#src/executor/deps.ts'
import { artefactHand } from '#src/executor/hands/artefact-hand.ts'
import { jiraHands, type JiraWrites } from '#src/executor/hands/jira-hands.ts'

/** Jira with the credentials of its secret. */
export async function wireJira(): Promise<{ jira: Jira; baseUrl: string }> {
  const credentials = await jiraCredentials()
  return { jira: connectJira(credentials), baseUrl: credentials.baseUrl }
}

/** The executor with its hands: only execute, update-artefacts and release-holds have it. */
export async function wireExecutor(table: Table = connectTable()): Promise<ExecutorDeps> {
  const { jira } = await wireJira()
  const acts = connectActs(table)
  return {
    now: businessNow,
    realNow,
    newId: idFor,
    project: connectProjects(table).get,
    paused: async () => (await connectCycles(table).running())?.paused ?? false,
    hours: async () => (await connectPm(table).get()).workingHours,
    act: acts.get,
    saveAct: acts.save,
    followers: acts.followers,
    precedents: acts.precedents,
    premiseProblem: (premise) => premiseProblem(jira, premise),
    hands: {
      ...jiraHands(jiraWrites(jira)),
      artefact_update: artefactHand({ now: businessNow, ...connectArtefacts(table) }),
    },
  }
}

/** What ending a check needs. */
export function wireClose(table: Table, account: string) {
  const intake = connectIntake(table, 'jira', account)
  const cycles = connectCycles(table)
  return {
    now: businessNow,
    newId: idFor,
    running: cycles.running,
    close: cycles.close,
    dailyDone: cycles.dailyDone,
    blindSpell: (spell: BlindSpell, until: string | null) => intake.saveBlind({ ...spell, until }),
  }
}

async function premiseProblem(jira: Jira, premise: Premise): Promise<string | null> {
  if (!premise) return null
  const read = await readForPremise(jira, premise.key)
  if (typeof read === 'string') return read
  const { context } = read
  if (context.status !== premise.status) return `${premise.key} has moved to ${context.status}`
  if (premise.flagged !== null && context.flagged !== premise.flagged)
    return `${premise.key} is ${context.flagged ? 'now' : 'no longer'} blocked`
  if (premise.unowned && context.assignee) return `${context.assignee.name} has taken ${premise.key}`
  return null
}

/** A ticket that is gone, or hidden from us, ends what rests on it; a Jira that is down is asked again. */
async function readForPremise(jira: Jira, key: string) {
  try {
    return await jira.readIssue(key)
  } catch (error) {
    if (error instanceof JiraRefused || error instanceof JiraUnreadable)
      return `${key} cannot be read any more`
    throw error
  }
}

function jiraWrites(jira: Jira): JiraWrites {
  return {
    now: businessNow,
    comment: (act) => ending(jira.comment(act)),
    findComment: jira.findComment,
    transition: (act) => ending(jira.transition(act)),
    findTransition: jira.findTransition,
  }
}

/** What Jira certainly did not do is told apart from what nobody knows. */
async function ending<T>(sent: Promise<T>): Promise<T> {
  try {
    return await sent
  } catch (error) {
    if (error instanceof JiraThrottled) throw new HandBusy(error.what, error.retryAfterSeconds)
    if (error instanceof JiraRefused || error instanceof JiraUnauthorised)
      throw new HandRefused(`${error.what} ${error.todo}`, { cause: error })
    throw error
  }
}
