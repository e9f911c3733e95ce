import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { quoted, worked } from '#src/domain/matter.ts'
import { firstName } from '#src/domain/person.ts'
import * as part from './draft-parts.ts'
import * as plan from './picture.ts'
import { caseOf, type Case } from './sources-contradict-case.ts'

const RULE = 'sources-contradict@1'
const DAYS_TO_DECIDE = 1

/** Two sources say what can't both be true of a ticket. */
export const sourcesContradict: plan.Playbook = (picture) => {
  const cases = plan.tickets(picture).flatMap((ticket) => caseOf(ticket, picture) ?? [])
  const over = plan
    .openTickets(picture)
    .filter((ticket) => plan.isFresh(picture, ticket))
    .map(({ id, ticket }) => ({ matterId: id, rule: RULE, because: `${id} is ${ticket.status} again.` }))
  return { drafts: cases.map(draftOf), over }
}

function draftOf(given: Case): EscalationDraft {
  const { picture, ticket, said } = given
  return part.drafted(picture, {
    matterId: ticket.id,
    title: titleOf(given),
    whyNow: whyNow(given),
    facts: factsOf(given),
    options: [askTeam(given), ...writeTo(given)],
    recommendation: {
      optionId: 'A',
      reason: 'Two sources disagree; the team can look, and nobody is told something wrong meanwhile.',
    },
    wouldChange: `${ticket.id} moves to where it truly stands, or ${firstName(said.brief.by)} writes that it is settled.`,
    decideBy: part.noonAfter(picture.now, DAYS_TO_DECIDE, picture.desk.workingHours),
    rule: RULE,
    episode: said.brief.signalId,
    since: said.brief.at,
  })
}

function titleOf({ kind, ticket, said }: Case): string {
  if (kind === 'days') return `${ticket.id}: two different days are named for it`
  if (kind === 'claimed') return `${ticket.id}: said to be there, and said not to be`
  return `${ticket.id} is done on the board, and not done by ${said.brief.mail ? 'mail' : 'its comments'}`
}

function whyNow({ kind, ticket, said, other }: Case): string {
  if (kind === 'days') return `${said.brief.by} names another day than the plan has.`
  if (other) return `${said.brief.by} says otherwise than ${other.brief.by}.`
  return `${said.brief.by} wrote after ${ticket.id} was moved to ${ticket.ticket.status}.`
}

function factsOf({ kind, picture, ticket, said, other, board }: Case): Evidence[] {
  const hours = picture.desk.workingHours
  const due = ticket.ticket.dueDate ?? ticket.ticket.versions[0]?.releaseDate
  const stands =
    kind === 'days' && due
      ? `${ticket.id} is planned for ${part.dayName(due, hours)}`
      : `${ticket.id} was moved to ${ticket.ticket.status}`
  const anchor = board ?? plan.newestOnBoard([ticket])
  return [
    quoted(said.brief, said.sentence),
    ...(other ? [quoted(other.brief, other.sentence)] : []),
    ...(anchor && !other ? [worked(anchor, stands)] : []),
    ...(anchor && other ? [worked(anchor, `${ticket.id} is in ${ticket.ticket.status}`)] : []),
  ]
}

function askTeam({ ticket, said, other }: Case): part.Unlettered {
  const against = other
    ? `${other.brief.by} writes: “${part.shorten(other.sentence, 200)}”`
    : `${ticket.id} is ${ticket.ticket.status}.`
  const text = `${said.brief.by} writes: “${part.shorten(said.sentence, 200)}” ${against} Please say here which of the two holds, and put the ticket right.`
  return {
    name: `Ask on ${ticket.id} which of the two holds`,
    button: `Ask on ${ticket.id}`,
    does: `1 comment on ${ticket.id}`,
    stillForYou: null,
    costs: 'Mails the watchers of the ticket',
    pros: ['Whoever is close to it can say what was seen'],
    cons: ['Mails the watchers of the ticket'],
    acts: [part.comment(ticket, text)],
  }
}

/** The writer of the mail is answered; where both sides stand on the ticket, somebody looks. */
function writeTo({ kind, picture, ticket, said, other, from }: Case): part.Unlettered[] {
  const mail = other?.brief.mail ? other.brief : said.brief
  if (!from || !mail.mail) return [look()]
  const name = firstName(from.name)
  const text =
    kind === 'done'
      ? `${ticket.id} (${ticket.title}) is done by what the team says. If you still see it, please answer with what you see and where.`
      : `Two things are said of ${ticket.id} (${ticket.title}) that do not fit together. Which of them holds, and what shows it?`
  return [
    {
      name: kind === 'done' ? `Tell ${name} that it is done` : `Ask ${name} what holds`,
      button: kind === 'done' ? `Tell ${name}` : `Ask ${name}`,
      does: `1 mail to ${from.name}`,
      stillForYou: null,
      costs: kind === 'done' ? 'Wrong if it is not done after all' : 'A day until the answer',
      pros: ['Settled at once if the answer is clear'],
      cons: [kind === 'done' ? 'Wrong if it is not done after all' : 'A day until the answer'],
      acts: [
        part.mail(
          [from],
          { subject: mail.title, paragraphs: [text], answers: { ...mail, mail: mail.mail } },
          picture,
        ),
      ],
    },
  ]
}

function look(): part.Unlettered {
  return {
    name: 'Look at it yourself first',
    button: 'I will look',
    does: 'Nothing is sent',
    stillForYou: 'See which of the two holds',
    costs: 'Ten minutes of yours, today',
    pros: ['Nobody is asked in vain'],
    cons: ['Needs you, today'],
    acts: [],
  }
}
