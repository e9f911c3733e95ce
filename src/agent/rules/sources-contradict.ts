import type { EscalationDraft } from '#src/domain/escalation.ts'
import { quoted, worked, type Brief, type MailBrief, type TicketMatter } from '#src/domain/matter.ts'
import { firstName, type Person } from '#src/domain/person.ts'
import * as part from './draft-parts.ts'
import { saysNotSo, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { keysIn } from './relation.ts'

const RULE = 'sources-contradict@1'
const DAYS_TO_DECIDE = 1

type Case = {
  picture: plan.Picture
  ticket: TicketMatter
  /** By what the board calls it done. */
  done: Brief
  mail: MailBrief
  from: Person
  sentence: string
}

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
  for (const mail of plan.received(picture).toReversed()) {
    const from = plan.personOf(picture, mail.email)
    if (!from || mail.at <= done.at || !keysIn(`${mail.title}\n${mail.text}`).includes(ticket.id)) continue
    const sentence = sentencesOf(mail.text).find(saysNotSo)
    if (sentence) return { picture, ticket, done, mail, from, sentence }
  }
  return undefined
}

function draftOf(given: Case): EscalationDraft {
  const { picture, ticket, done, mail, sentence } = given
  return part.drafted(picture, {
    matterId: ticket.id,
    title: `${ticket.id} is done on the board, and not done by mail`,
    whyNow: `${mail.by} wrote after ${ticket.id} was moved to ${ticket.ticket.status}.`,
    facts: [quoted(mail, sentence), worked(done, `${ticket.id} was moved to ${ticket.ticket.status}`)],
    options: [askTeam(given), tellSender(given)],
    recommendation: {
      optionId: 'A',
      reason: 'Two sources disagree; the team can look, and nobody is told something wrong meanwhile.',
    },
    wouldChange: `${ticket.id} is opened again, or ${firstName(mail.by)} writes that it works.`,
    decideBy: part.noonAfter(picture.now, DAYS_TO_DECIDE, picture.desk.workingHours),
    rule: RULE,
    episode: mail.signalId,
    since: mail.at,
  })
}

function askTeam({ picture, ticket, mail, sentence }: Case): part.Unlettered {
  const text = `${mail.by} writes: “${part.shorten(sentence, 200)}” ${ticket.id} is ${ticket.ticket.status}. Please say here which of the two holds, and open it again if it is not done.`
  return {
    name: `Ask on ${ticket.id} which of the two holds`,
    button: `Ask on ${ticket.id}`,
    does: `1 comment on ${ticket.id}`,
    stillForYou: null,
    costs: 'Mails the watchers of a finished ticket',
    pros: ['Whoever closed it can say what was tested'],
    cons: ['Mails the watchers of a finished ticket'],
    acts: [part.comment(ticket, text, picture)],
  }
}

function tellSender({ picture, ticket, mail, from }: Case): part.Unlettered {
  const text = `${ticket.id} (${ticket.title}) is done by what the team says. If you still see it, please answer with what you see and where.`
  return {
    name: `Tell ${firstName(mail.by)} that it is done`,
    button: `Tell ${firstName(mail.by)}`,
    does: `1 mail to ${from.name}`,
    stillForYou: null,
    costs: 'Wrong if it is not done after all',
    pros: ['Settled at once if the board is right'],
    cons: ['Wrong if it is not done after all'],
    acts: [part.mail([from], { subject: mail.title, paragraphs: [text], answers: mail }, picture)],
  }
}
