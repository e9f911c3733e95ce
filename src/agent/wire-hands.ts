import { businessNow } from '#src/adapters/clock.ts'
import { connectNotices } from '#src/adapters/dynamo/notices.ts'
import { connectPreferences } from '#src/adapters/dynamo/preferences.ts'
import { connectPm } from '#src/adapters/dynamo/projects.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { env } from '#src/adapters/env.ts'
import { connectSes, SesBusy, SesRefused, type Ses } from '#src/adapters/mail/ses.ts'
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
import { marksNow, usualMarks, withMark } from '#src/domain/preferences.ts'
import { HandBusy, HandRefused } from '#src/executor/deps.ts'
import type { FieldWrites } from '#src/executor/hands/field-hands.ts'
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

/** Fields of tickets and days of releases, where they are kept in Jira. */
export function fieldWrites(jira: Jira, asana: Asana | undefined): FieldWrites {
  const inJira = async <T>(
    name: string,
    isAsana: boolean | undefined,
    send: () => Promise<T>,
  ): Promise<T> => {
    if (isAsana)
      throw new HandRefused(`${name} is in Asana, where nothing but comments is written from here.`)
    return await endingAtTracker(send())
  }
  return {
    now: businessNow,
    editIssue: (act) => inJira(act.key, asana?.has(act.key), () => jira.editIssue(act)),
    findEdit: (act) => jira.findEdit(act),
    unlink: (act) => inJira(act.key, asana?.has(act.key), () => jira.unlink(act)),
    findUnlink: (act) => jira.findUnlink(act),
    moveVersion: (act) =>
      inJira(act.project, asana?.projectGid(act.project) !== undefined, () => jira.moveVersion(act)),
    findMoved: (act) => jira.findMoved(act),
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

/** What is sent bears the PM's mark of its kind, as it reads at that moment. */
export function markedBy(table: Table) {
  const [pm, preferences] = [connectPm(table), connectPreferences(table)]
  return (kind: 'mail' | 'comment') =>
    async (text: string): Promise<string> => {
      const [{ name }, now] = await Promise.all([pm.get(), preferences.get()])
      return withMark(text, marksNow(now, name)[kind], usualMarks(name)[kind])
    }
}

const SES_PAUSE_SECONDS = 30

/** Mail from the workbench to the PM. */
export function noticeDeps(table: Table, ses: Ses = connectSes()): NoticeDeps {
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
