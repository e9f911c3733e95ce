import { max } from 'date-fns/max'
import { min } from 'date-fns/min'
import { subDays } from 'date-fns/subDays'
import { z } from 'zod'
import { mailChange, mailId } from '#src/domain/mail-change.ts'
import type { Finding } from '#src/domain/self-test.ts'
import { jsonOrNothing } from './http.ts'
import type { Outlook } from './outlook/outlook.ts'
import { unreadable, whyUnreadable, type SignalSource } from './source.ts'
import { tried } from './tried.ts'

/** So far back goes the very first read, and a read after Graph forgot where we were. */
const FIRST_DAYS = 14
/** Nothing older is recorded: its signal would be gone by now. */
const OLDEST_DAYS = 80

const marks = z.object({
  careful: z.boolean().optional(),
  inbox: z.string().optional(),
  sentitems: z.string().optional(),
})

/** A mailbox as a source of signals, read by Graph's own marks. Its account is the mailbox's address. */
export function outlookSource(outlook: Outlook, options: { noticeFrom?: string } = {}): SignalSource {
  const owner = { pmEmail: outlook.mailbox, noticeFrom: options.noticeFrom }
  return {
    source: 'outlook',
    account: outlook.mailbox.toLowerCase(),
    check: () => whyUnreadable(outlook.check),
    tryOut: async () => await Promise.all(TRIALS.map((trial) => trial(outlook))),
    count: async (_projects, { from, upTo }) => {
      try {
        const { total, ids } = await outlook.countMail({ since: from, upTo })
        return { total, externalIds: ids.map(mailId) }
      } catch (error) {
        throw unreadable(error)
      }
    },
    marked: async (_projects, stretch) => {
      try {
        return await outlook.markedMail(stretch)
      } catch (error) {
        throw unreadable(error)
      }
    },
    thread: async (conversationId) => {
      try {
        const mails = await outlook.mailsOfThread(conversationId)
        return mails.map((mail) => mailChange(mail, owner))
      } catch (error) {
        throw unreadable(error)
      }
    },
    changedSince: async function* (_projects, { since, cursor }) {
      try {
        let began: Date | undefined
        const now = outlook.now()
        const lately = subDays(since ?? now, 1)
        const question = { marks: marksOf(cursor), since: beginning(now, lately), lately }
        for await (const page of outlook.changedMail(question)) {
          began ??= outlook.clock()
          yield {
            changes: page.mails.map((mail) => ({ raw: mailChange(mail, owner), unownedSince: null })),
            unreadable: page.unreadable,
            excluded: page.excluded,
            resynced: page.resynced,
            upTo: page.isLast ? began : undefined,
            cursor: JSON.stringify(page.marks),
            isLast: page.isLast,
            // Or the next read would be given them, and count them, again.
            mustKeep: page.excluded > 0,
          }
        }
      } catch (error) {
        throw unreadable(error)
      }
    },
  }
}

/** Used where there is no mark: from the last known moment, at least two weeks back, with a day's overlap. */
function beginning(now: Date, lately: Date): Date {
  return max([subDays(now, OLDEST_DAYS), min([subDays(now, FIRST_DAYS), lately])])
}

/** A cursor that is not one is no cursor: the mailbox is read anew and what is known drops out. */
function marksOf(cursor: string | null): z.infer<typeof marks> {
  return marks.catch({}).parse(jsonOrNothing(cursor ?? ''))
}

const inExchange = (role: string) =>
  `In Exchange, give the app the role Application ${role} for this mailbox (New-ManagementRoleAssignment, RBAC for Applications; not an application access policy).`

const TRIALS: ((outlook: Outlook) => Promise<Finding>)[] = [
  (it) => tried('read', 'Inbox', () => it.mayRead('inbox'), inExchange('Mail.ReadWrite')),
  (it) => tried('read', 'Sent Items', () => it.mayRead('sentitems'), inExchange('Mail.ReadWrite')),
  (it) => tried('write', 'drafts', () => it.mayUse('Mail.ReadWrite'), inExchange('Mail.ReadWrite')),
  (it) => tried('write', 'mail that is sent', () => it.mayUse('Mail.Send'), inExchange('Mail.Send')),
]
