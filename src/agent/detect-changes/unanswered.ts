import { addWorkingMinutes, workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import type { Matter, MailBrief } from '#src/domain/matter.ts'
import type { MailRaw } from '#src/domain/raw-signal.ts'
import { asks, isSmallTalk, noRush, sentencesOf } from '../rules/mail-meaning.ts'
import { isTalk } from '../rules/picture.ts'
import type { Desk } from '../messages.ts'

/** After two working days a person is reminded (product.md, Manners); whoever has waited one more was forgotten. */
const WORKING_DAYS = 3
/** What is older was given up, or answered in a way that no mailbox shows: a project that is connected late starts calm. */
const MOST_WORKING_DAYS = 10

/**
 * Mails that ask somebody and that nobody has answered: what the PM sent, and what asks the PM. One for each asking mail, with
 * an id of its own, so that it is recorded once; whoever writes in the thread ends the waiting.
 */
export function unanswered(matters: Matter[], desk: Desk, at: Date): MailRaw[] {
  const threads = Map.groupBy(
    matters.flatMap(({ briefs }) => briefs.filter(isTalk)),
    ({ mail }) => mail.conversationId,
  )
  return [...threads.values()].flatMap((thread) => {
    const last = thread.reduce((newest, each) => (each.at > newest.at ? each : newest))
    const question = questionIn(last, desk)
    return question !== undefined && isOverdue(last, desk, at) ? [signalOf(last, question, desk)] : []
  })
}

/** What it asks of somebody who should answer it; undefined where it asks nothing, or says that it can wait. */
function questionIn({ kind, bootstrap, text, mail }: MailBrief, { pmEmail }: Desk): string | undefined {
  if (kind !== 'mail_received' || bootstrap) return undefined
  const isPm = ({ email }: { email: string }) => email === pmEmail.toLowerCase()
  const isAsked = mail.folder === 'inbox' ? mail.to.some(isPm) : mail.to.some((each) => !isPm(each))
  if (!isAsked || noRush(text)) return undefined
  return sentencesOf(text).find((sentence) => asks(sentence) && !isSmallTalk(sentence))
}

function isOverdue({ at: since }: MailBrief, { workingHours }: Desk, at: Date): boolean {
  const days = workingMinutesBetween(new Date(since), at, workingHours) / workingDayMinutes(workingHours)
  return days >= WORKING_DAYS && days <= MOST_WORKING_DAYS
}

function signalOf(brief: MailBrief, question: string, { workingHours }: Desk): MailRaw {
  const { mail, email, by, at } = brief
  const waited = WORKING_DAYS * workingDayMinutes(workingHours)
  return {
    externalId: `unanswered-${mail.messageId}`,
    source: 'outlook',
    kind: 'mail_unanswered',
    project: null,
    ...{ ref: brief.ref, title: brief.title, url: brief.url },
    actor: { accountId: email || by, name: by, email: email || null },
    occurredAt: addWorkingMinutes(new Date(at), waited, workingHours).toISOString(),
    before: null,
    after: null,
    text: question,
    ours: false,
    context: {
      ...{ messageId: mail.messageId, conversationId: mail.conversationId, folder: mail.folder },
      ...{ from: { name: by, email }, to: mail.to, cc: mail.cc, isReply: false },
      ...{ attachments: [], quoted: '', hidden: '' },
    },
  }
}
