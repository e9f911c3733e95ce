import type { EscalationDraft } from '#src/domain/escalation.ts'
import { quoted, worked, type MailBrief, type TicketMatter } from '#src/domain/matter.ts'
import { firstName } from '#src/domain/person.ts'
import * as part from './draft-parts.ts'
import { saysNotSo, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { keysIn } from './relation.ts'

const RULE = 'sources-contradict@1'
const DAYS_TO_DECIDE = 1

type Case = { picture: plan.Picture; ticket: TicketMatter; mail: MailBrief; sentence: string }

/** The board says that it is done, and somebody who should know writes afterwards that it is not. */
export const sourcesContradict: plan.Playbook = (picture) => {
  const cases = plan.tickets(picture).flatMap((ticket) => caseOf(ticket, picture) ?? [])
  const over = plan
    .openTickets(picture)
    .filter((ticket) => plan.isFresh(picture, ticket))
    .map(({ id, ticket }) => ({ matterId: id, rule: RULE, because: `${id} is ${ticket.status} again.` }))
  return { drafts: cases.map(draftOf), over }
}

/** Only a mail that names the ticket: words in common are too little to call somebody's work undone. */
function caseOf(ticket: TicketMatter, picture: plan.Picture): Case | undefined {
  if (ticket.ticket.statusCategory !== 'done') return undefined
  const done = plan.newest(ticket, (each) => each.kind === 'status' || each.kind === 'resolution')
  if (!done) return undefined
  for (const mail of plan.mails(picture).toReversed()) {
    if (
      !mail.mail ||
      mail.mail.folder !== 'inbox' ||
      mail.at <= done.at ||
      !plan.personOf(picture, mail.email)
    )
      continue
    if (!keysIn(`${mail.title}\n${mail.text}`).includes(ticket.id)) continue
    const sentence = sentencesOf(mail.text).find(saysNotSo)
    if (sentence) return { picture, ticket, mail: { ...mail, mail: mail.mail }, sentence }
  }
  return undefined
}

function draftOf({ picture, ticket, mail, sentence }: Case): EscalationDraft {
  const hours = picture.desk.workingHours
  const done = plan.newest(ticket, (each) => each.kind === 'status' || each.kind === 'resolution')
  const name = firstName(mail.by)
  const from = plan.personOf(picture, mail.email)
  return {
    projectId: picture.projectId,
    matterId: ticket.id,
    title: part.shorten(`${ticket.id} is done on the board, and not done by mail`, 70),
    whyNow: part.shorten(`${mail.by} wrote after ${ticket.id} was moved to ${ticket.ticket.status}.`, 140),
    importance: 'high',
    facts: [
      quoted(mail, sentence),
      ...(done ? [worked(done, `${ticket.id} was moved to ${ticket.ticket.status}`)] : []),
    ],
    options: part.lettered([
      {
        name: `Ask on ${ticket.id} which of the two holds`,
        button: `Ask on ${ticket.id}`,
        does: `1 comment on ${ticket.id}`,
        stillForYou: null,
        costs: 'Mails the watchers of a finished ticket',
        pros: ['Whoever closed it can say what was tested'],
        cons: ['Mails the watchers of a finished ticket'],
        acts: [
          part.comment(
            ticket,
            `${mail.by} writes: “${part.shorten(sentence, 200)}” ${ticket.id} is ${ticket.ticket.status}. Please say here which of the two holds, and open it again if it is not done.`,
            picture,
          ),
        ],
      },
      {
        name: `Tell ${name} that it is done`,
        button: `Tell ${name}`,
        does: from ? `1 mail to ${from.name}` : 'Nothing',
        stillForYou: from ? null : `Tell ${name}`,
        costs: 'Wrong if it is not done after all',
        pros: ['Settled at once if the board is right'],
        cons: ['Wrong if it is not done after all'],
        acts: from
          ? [
              part.mail(
                [from],
                {
                  subject: mail.title,
                  paragraphs: [
                    `${ticket.id} (${ticket.title}) is done by what the team says. If you still see it, please answer with what you see and where.`,
                  ],
                  answers: mail,
                },
                picture,
              ),
            ]
          : [],
      },
    ]),
    recommendation: {
      optionId: 'A',
      reason: 'Two sources disagree; the team can look, and nobody is told something wrong meanwhile.',
    },
    noAnswer: 'nothing is sent; it stays open and is repeated in the digest.',
    wouldChange: `${ticket.id} is opened again, or ${name} writes that it works.`,
    decideBy: part.noonAfter(picture.now, DAYS_TO_DECIDE, hours).toISOString(),
    decideByWhy: null,
    rule: RULE,
    episode: mail.signalId,
    since: mail.at,
    wordedBy: 'rules',
    related: [],
  }
}
