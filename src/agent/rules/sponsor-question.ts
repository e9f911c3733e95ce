import { subDays } from 'date-fns'
import { localDate } from '#src/domain/calendar.ts'
import { clip } from '#src/domain/clip.ts'
import type { EscalationDraft } from '#src/domain/escalation.ts'
import { quoted, worked, type MailBrief } from '#src/domain/matter.ts'
import { firstName, type Person } from '#src/domain/person.ts'
import * as part from './draft-parts.ts'
import { asks, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'

const RULE = 'sponsor-question@1'
const DAYS_TO_DECIDE = 1
/** A question that lies longer than this was answered another way, or no longer matters. */
const DAYS_OPEN = 7

/** The sponsor asks the PM something, and no other decision carries the question already. */
export function sponsorQuestion(picture: plan.Picture, carried: ReadonlySet<string>): Partial<plan.Findings> {
  const questions = plan.mails(picture).flatMap((mail) => questionIn(mail, picture) ?? [])
  const answered = questions.filter((each) => isAnswered(each, picture))
  const over = answered.map(({ mail, from }) => ({
    matterId: subjectOf(mail, picture),
    rule: RULE,
    because: `You answered ${from.name}.`,
  }))
  const open = questions.filter((each) => !answered.includes(each) && !carried.has(each.mail.signalId))
  return { drafts: open.map((each) => draftOf(each, picture)), over }
}

type Question = { mail: MailBrief; from: Person; sentence: string }

function questionIn(
  brief: ReturnType<typeof plan.mails>[number],
  picture: plan.Picture,
): Question | undefined {
  const from = plan.personOf(picture, brief.email)
  if (
    !brief.mail ||
    brief.mail.folder !== 'inbox' ||
    brief.kind === 'invitation' ||
    from?.class !== 'sponsor'
  )
    return undefined
  if (brief.bootstrap || brief.at < subDays(picture.now, DAYS_OPEN).toISOString()) return undefined
  const pm = picture.desk.pmEmail.toLowerCase()
  if (!brief.mail.to.some(({ email }) => email === pm)) return undefined
  const sentence = sentencesOf(brief.text).find((one) => one.endsWith('?') && asks(one))
  return sentence ? { mail: { ...brief, mail: brief.mail }, from, sentence } : undefined
}

function isAnswered({ mail }: Question, picture: plan.Picture): boolean {
  return plan
    .sentMails(picture)
    .some((each) => each.mail?.conversationId === mail.mail.conversationId && each.at > mail.at)
}

function subjectOf(mail: MailBrief, picture: plan.Picture): string {
  return (
    picture.matters.find((each) => each.briefs.some((one) => one.signalId === mail.signalId))?.id ?? mail.ref
  )
}

function draftOf({ mail, from, sentence }: Question, picture: plan.Picture): EscalationDraft {
  const hours = picture.desk.workingHours
  const stands = standing(picture)
  const name = firstName(from.name)
  const reply = (paragraphs: string[]) =>
    part.mail([from], { subject: mail.title, paragraphs, answers: mail }, picture)
  const anchor = picture.matters
    .flatMap((each) => each.briefs.filter((one) => !one.mail))
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1)
  return {
    projectId: picture.projectId,
    matterId: subjectOf(mail, picture),
    title: part.shorten(`${name} asks: ${sentence}`, 70),
    whyNow: part.shorten(
      `${from.role || 'The sponsor'} wrote ${part.dayName(localDate(new Date(mail.at), hours.timeZone), hours)} and has no answer yet.`,
      140,
    ),
    importance: 'high',
    facts: [quoted(mail, sentence), ...(anchor ? stands.map((one) => worked(anchor, one)) : [])],
    options: part.lettered([
      {
        name: 'Answer with how things stand',
        button: `Answer ${name}`,
        does: `1 mail to ${from.name} in the thread`,
        stillForYou: null,
        costs: 'Says only what is known now',
        pros: ['Out today, and every figure can be shown'],
        cons: ['Says only what is known now'],
        acts: [
          reply([
            ...(stands.length > 0
              ? stands.map((one) => `${one}.`)
              : ['There is nothing to report against the plan.']),
          ]),
        ],
      },
      {
        name: 'Say when there will be an answer',
        button: `Tell ${name} when`,
        does: `1 mail to ${from.name} in the thread`,
        stillForYou: 'The answer itself, tomorrow',
        costs: 'A day more of waiting',
        pros: ['Nothing is said that has to be taken back'],
        cons: ['A day more of waiting'],
        acts: [reply(['An answer with figures follows tomorrow by noon.'])],
      },
    ]),
    recommendation: {
      optionId: 'A',
      reason: 'The facts are at hand; a short answer today is worth more than a long one later.',
    },
    noAnswer: 'nothing is sent; it stays open and is repeated in the digest.',
    wouldChange: `You answer ${name} yourself.`,
    decideBy: part.noonAfter(picture.now, DAYS_TO_DECIDE, hours).toISOString(),
    decideByWhy: null,
    rule: RULE,
    episode: mail.signalId,
    since: mail.at,
    wordedBy: 'rules',
    related: [],
  }
}

/** What can be said of the project in a line or two. */
function standing(picture: plan.Picture): string[] {
  const hours = picture.desk.workingHours
  const next = plan
    .milestones(picture)
    .filter(({ dueOn }) => dueOn >= plan.today(picture))
    .slice(0, 2)
  return next.map((milestone) => {
    const open = milestone.tickets.filter(({ ticket }) => ticket.statusCategory !== 'done')
    const points = plan.pointsOf(open)
    return clip(
      `${milestone.name} is ${part.dayName(milestone.dueOn, hours)}: ${part.count(open.length, 'ticket')} open${points > 0 ? `, ${points} points` : ''}`,
      200,
    )
  })
}
