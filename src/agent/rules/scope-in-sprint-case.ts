import { isOpenTicket, type Brief, type MailBrief, type TicketMatter } from '#src/domain/matter.ts'
import { isComment } from './is-comment.ts'
import { isDuty, mayWait, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { mailsAbout } from './relation.ts'

const NEARLY_DONE = /review|test|verif|qa|accept/i

/** A ticket that came in after the start, who wrote about it, and whoever says that it has to be. */
export type Added = {
  ticket: TicketMatter
  joinedAt: string
  duty: { mail: Brief; sentence: string } | undefined
  mails: MailBrief[]
}

export type Case = { picture: plan.Picture; sprint: plan.Sprint; committed: number; added: Added[] }

export const subject = (sprintId: string) => `sprint-${sprintId}`

/** What was promised when the sprint began, and what has come in since. */
export function caseOf(sprint: plan.Sprint, picture: plan.Picture): Case {
  const start = sprint.startAt ?? ''
  const added = sprint.tickets
    .filter(({ joinedAt }) => joinedAt > start)
    .sort((a, b) => a.joinedAt.localeCompare(b.joinedAt))
    .map((ticket): Added => {
      const mails = mailsAbout(ticket, picture.matters)
      return { ticket, joinedAt: ticket.joinedAt, mails, duty: dutyOf(ticket, mails) }
    })
  const committed = plan.pointsOf(sprint.tickets.filter(({ joinedAt }) => joinedAt <= start))
  return { picture, sprint, committed, added }
}

/** Somebody says that it has to be: in a mail about it, or on the ticket. */
function dutyOf(ticket: TicketMatter, mails: MailBrief[]): Added['duty'] {
  // What people say about it; its own description speaks of the product, not of a duty to have it now.
  const said = [...mails, ...ticket.briefs.filter(isComment)]
  for (const mail of said) {
    const sentence = sentencesOf(mail.text).find((one) => isDuty(one) && !mayWait(one))
    if (sentence) return { mail, sentence }
  }
  return undefined
}

/** It stays in the sprint: a duty, or as good as done. */
export const isKept = ({ duty, ticket }: Added) =>
  duty !== undefined || NEARLY_DONE.test(ticket.ticket.status) || !isOpenTicket(ticket)
