import { businessNow, realNow } from '#src/adapters/clock.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectNotices } from '#src/adapters/dynamo/notices.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectPm, connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectTable, type Table } from '#src/adapters/dynamo/table.ts'
import { env } from '#src/adapters/env.ts'
import { idFor } from '#src/adapters/ids.ts'
import { connectSes, SesBusy, SesRefused } from '#src/adapters/mail/ses.ts'
import {
  JiraRefused,
  JiraThrottled,
  JiraUnauthorised,
  JiraUnreadable,
} from '#src/adapters/sources/jira/jira-errors.ts'
import type { Jira } from '#src/adapters/sources/jira/jira.ts'
import {
  OutlookNotSent,
  OutlookRefused,
  OutlookThrottled,
  OutlookUnauthorised,
  OutlookUnreadable,
} from '#src/adapters/sources/outlook/outlook-errors.ts'
import type { Outlook } from '#src/adapters/sources/outlook/outlook.ts'
import type { Premise } from '#src/domain/act.ts'
import { HandBusy, HandRefused, type ExecutorDeps } from '#src/executor/deps.ts'
import { artefactHand } from '#src/executor/hands/artefact-hand.ts'
import { jiraHands, type JiraWrites } from '#src/executor/hands/jira-hands.ts'
import { mailHands, type MailWrites } from '#src/executor/hands/mail-hands.ts'
import { noticeHand, type NoticeDeps } from '#src/executor/hands/notice-hand.ts'
import { wireJira, wireOutlook } from './wire-sources.ts'

/** The executor with its hands: nothing else of the agent can reach the outside. */
export async function wireExecutor(table: Table = connectTable()): Promise<ExecutorDeps> {
  const { jira } = await wireJira()
  const outlook = await wireOutlook()
  const acts = connectActs(table)
  const people = connectPeople(table)
  const pm = connectPm(table)
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
    recentActs: (projectId) => acts.ofProject(projectId),
    people: people.getMany,
    precedents: acts.precedents,
    premiseProblem: (premise) => premiseProblem(jira, outlook, premise),
    hands: {
      ...jiraHands(jiraWrites(jira)),
      ...mailHands({ ...mailWrites(outlook), pmName: async () => (await pm.get()).name, person: people.get }),
      notification_internal: noticeHand(noticeDeps(table)),
      artefact_update: artefactHand({ now: businessNow, ...connectArtefacts(table) }),
    },
  }
}

async function premiseProblem(
  jira: Jira,
  outlook: Outlook | undefined,
  premise: Premise,
): Promise<string | null> {
  if (!premise) return null
  if (!('key' in premise)) return await threadProblem(outlook, premise)
  const read = await readForPremise(jira, premise.key)
  if (typeof read === 'string') return read
  const { context } = read
  if (context.status !== premise.status) return `${premise.key} has moved to ${context.status}`
  if (premise.flagged !== null && context.flagged !== premise.flagged)
    return `${premise.key} is ${context.flagged ? 'now' : 'no longer'} blocked`
  if (premise.unowned && context.assignee) return `${context.assignee.name} has taken ${premise.key}`
  return null
}

type ThreadPremise = Exclude<NonNullable<Premise>, { key: string }>

/** As with a ticket: what can't be read any more ends what rests on it, an Outlook that is down is asked again. */
async function threadProblem(
  outlook: Outlook | undefined,
  { conversationId, newestAt }: ThreadPremise,
): Promise<string | null> {
  try {
    const newest = await outlook?.newestInThread(conversationId)
    return newest && newest > newestAt ? 'somebody has written in the thread since' : null
  } catch (error) {
    if (error instanceof OutlookRefused || error instanceof OutlookUnreadable)
      return 'the thread cannot be read any more'
    throw error
  }
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
    comment: (act) => endingOfJira(jira.comment(act)),
    findComment: jira.findComment,
    transition: (act) => endingOfJira(jira.transition(act)),
    findTransition: jira.findTransition,
  }
}

/** What Jira certainly did not do is told apart from what nobody knows. */
async function endingOfJira<T>(sent: Promise<T>): Promise<T> {
  try {
    return await sent
  } catch (error) {
    if (error instanceof JiraThrottled) throw new HandBusy(error.what, error.retryAfterSeconds)
    if (error instanceof JiraRefused || error instanceof JiraUnauthorised)
      throw new HandRefused(`${error.what} ${error.todo}`, { cause: error })
    throw error
  }
}

function mailWrites(outlook: Outlook | undefined): Pick<MailWrites, 'now' | 'send' | 'findSent'> {
  const connected = (): Outlook => {
    if (!outlook) throw new HandRefused('Outlook is not connected, so no mail can be sent.')
    return outlook
  }
  return {
    now: businessNow,
    send: async (mail) => await endingOfOutlook(connected().send(mail)),
    findSent: async (act) => await connected().findSent(act),
  }
}

const NOT_SENT_PAUSE_SECONDS = 60

async function endingOfOutlook<T>(sent: Promise<T>): Promise<T> {
  try {
    return await sent
  } catch (error) {
    if (error instanceof OutlookNotSent) throw new HandBusy(error.what, NOT_SENT_PAUSE_SECONDS)
    if (error instanceof OutlookThrottled) throw new HandBusy(error.what, error.retryAfterSeconds)
    if (error instanceof OutlookRefused || error instanceof OutlookUnauthorised)
      throw new HandRefused(error.what, { cause: error })
    throw error
  }
}

const SES_PAUSE_SECONDS = 30

function noticeDeps(table: Table): NoticeDeps {
  const ses = connectSes()
  return {
    now: businessNow,
    notices: connectNotices(table),
    send: async ({ actId, subject, text }) => {
      const { email } = await connectPm(table).get()
      try {
        return await ses.sendToPm({ from: env().NOTICE_FROM ?? email, to: email, subject, text, actId })
      } catch (error) {
        if (error instanceof SesBusy) throw new HandBusy(error.message, SES_PAUSE_SECONDS)
        if (error instanceof SesRefused) throw new HandRefused(error.message, { cause: error })
        throw error
      }
    },
  }
}
