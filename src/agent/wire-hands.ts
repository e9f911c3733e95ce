import { businessNow } from '#src/adapters/clock.ts'
import { connectNotices } from '#src/adapters/dynamo/notices.ts'
import { connectPm } from '#src/adapters/dynamo/projects.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { env } from '#src/adapters/env.ts'
import { connectSes, SesBusy, SesRefused } from '#src/adapters/mail/ses.ts'
import { AsanaRefused, AsanaThrottled, AsanaUnauthorised } from '#src/adapters/sources/asana/asana-errors.ts'
import type { Asana } from '#src/adapters/sources/asana/asana.ts'
import { JiraRefused, JiraThrottled, JiraUnauthorised } from '#src/adapters/sources/jira/jira-errors.ts'
import type { Jira } from '#src/adapters/sources/jira/jira.ts'
import {
  OutlookNotSent,
  OutlookRefused,
  OutlookThrottled,
  OutlookUnauthorised,
} from '#src/adapters/sources/outlook/outlook-errors.ts'
import type { Outlook } from '#src/adapters/sources/outlook/outlook.ts'
import { VendorProblem } from '#src/adapters/sources/vendor-problem.ts'
import { HandBusy, HandRefused } from '#src/executor/deps.ts'
import type { JiraWrites } from '#src/executor/hands/jira-hands.ts'
import type { MailWrites } from '#src/executor/hands/mail-hands.ts'
import type { NoticeDeps } from '#src/executor/hands/notice-hand.ts'

/**
 * Comments, steps and new tickets, each in the tracker that has the ticket. What it certainly did not do is told apart from what nobody
 * knows. A task of Asana is commented on; moving one is not offered.
 */
export function ticketWrites(jira: Jira, asana: Asana | undefined): JiraWrites {
  const homeOf = ({ key }: { key: string }) => (asana?.has(key) ? asana : jira)
  const forJira = <T>(act: { key: string }, send: () => Promise<T>): Promise<T> => {
    if (homeOf(act) !== jira)
      throw new HandRefused(`${act.key} is in Asana, where no task is moved from here.`)
    return send()
  }
  return {
    now: businessNow,
    comment: (act) => endingAtTracker(homeOf(act).comment(act)),
    findComment: (act) => homeOf(act).findComment(act),
    transition: async (act) => await forJira(act, () => endingAtTracker(jira.transition(act))),
    findTransition: async (act) => await forJira(act, () => jira.findTransition(act)),
    createIssue: async (act) => {
      if (asana?.projectGid(act.project) !== undefined)
        throw new HandRefused(`${act.project} is in Asana, where no task is opened from here.`)
      return await endingAtTracker(jira.createIssue(act))
    },
    findIssue: (act) => jira.findIssue(act),
  }
}

async function endingAtTracker<T>(sent: Promise<T>): Promise<T> {
  try {
    return await sent
  } catch (error) {
    if (error instanceof JiraThrottled || error instanceof AsanaThrottled)
      throw new HandBusy(error.what, error.retryAfterSeconds)
    if (REFUSED.some((kind) => error instanceof kind) && error instanceof VendorProblem)
      throw new HandRefused(`${error.what} ${error.todo}`, { cause: error })
    throw error
  }
}

const REFUSED = [JiraRefused, JiraUnauthorised, AsanaRefused, AsanaUnauthorised]

/** Mail from the PM's mailbox; refused where none is connected. */
export function mailWrites(outlook: Outlook | undefined): Pick<MailWrites, 'now' | 'send' | 'findSent'> {
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

/** Mail from the workbench to the PM. */
export function noticeDeps(table: Table): NoticeDeps {
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
