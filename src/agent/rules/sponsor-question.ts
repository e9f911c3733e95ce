import { subDays } from 'date-fns/subDays'
import { clip } from '#src/domain/clip.ts'
import type { EscalationDraft, OptionAct } from '#src/domain/escalation.ts'
import { quoted, worked, type Brief, type MailBrief } from '#src/domain/matter.ts'
import { firstName, type Person } from '#src/domain/person.ts'
import { dayWords } from '#src/domain/day-words.ts'
import * as part from './draft-parts.ts'
import { isQuestion, sentencesOf } from './mail-meaning.ts'
import { isBesideWork } from './mail-light.ts'
import * as plan from './picture.ts'

const RULE = 'sponsor-question@1'
const DAYS_TO_DECIDE = 1
/** A question that lies longer than this was answered another way, or no longer matters. */
const DAYS_OPEN = 7

/** The sponsor asks the PM something. Whether another decision has carried the question already is not known here. */
export const sponsorQuestion: plan.Playbook = (picture) => {
  const questions = plan.received(picture).flatMap((mail) => questionIn(mail, picture) ?? [])
  const answered = questions.filter((each) => isAnswered(each, picture))
  const over = answered.map(({ mail, from }) => ({
    matterId: subjectOf(mail, picture),
    rule: RULE,
    because: `You answered ${from.name}.`,
  }))
  const open = questions.filter((each) => !answered.includes(each))
  return { drafts: open.map((each) => draftOf(each, picture)), over }
}

type Question = { mail: MailBrief; from: Person; sentence: string }

function questionIn(mail: MailBrief, picture: plan.Picture): Question | undefined {
  const from = plan.personOf(picture, mail.email)
  if (mail.kind === 'invitation' || from?.class !== 'sponsor' || isBesideWork(mail.title)) return undefined
  if (mail.bootstrap || mail.at < subDays(picture.now, DAYS_OPEN).toISOString()) return undefined
  const pm = plan.pmEmail(picture)
  if (!mail.mail.to.some(({ email }) => email === pm)) return undefined
  const sentence = sentencesOf(mail.text).find(isQuestion)
  return sentence ? { mail, from, sentence } : undefined
}

function isAnswered({ mail }: Question, picture: plan.Picture): boolean {
  return plan
    .sentMails(picture)
    .some((each) => each.mail.conversationId === mail.mail.conversationId && each.at > mail.at)
}

function subjectOf(mail: MailBrief, picture: plan.Picture): string {
  return plan.matterOf(mail, picture)?.id ?? mail.ref
}

function draftOf(question: Question, picture: plan.Picture): EscalationDraft {
  const { mail, from, sentence } = question
  const hours = picture.desk.workingHours
  const stands = standing(picture)
  const name = firstName(from.name)
  return part.drafted(picture, {
    matterId: subjectOf(mail, picture),
    title: `${name} asks: ${sentence}`,
    whyNow: `${from.role || 'The sponsor'} wrote ${dayWords(mail.at, hours.timeZone)} and has no answer yet.`,
    facts: [
      quoted(mail, sentence),
      ...stands.flatMap(({ anchor, says }) => (anchor ? [worked(anchor, says)] : [])),
    ],
    options: [
      answerNow(
        question,
        stands.map(({ says }) => says),
        picture,
      ),
      answerLater(question, picture),
    ],
    recommendation: {
      optionId: 'A',
      reason: 'The facts are at hand; a short answer today is worth more than a long one later.',
    },
    wouldChange: `You answer ${name} yourself.`,
    decideBy: part.noonAfter(picture.now, DAYS_TO_DECIDE, hours),
    rule: RULE,
    episode: mail.signalId,
    since: mail.at,
  })
}

function reply({ mail, from }: Question, paragraphs: string[], picture: plan.Picture): OptionAct {
  return part.mail([from], { subject: mail.title, paragraphs, answers: mail }, picture)
}

function answerNow(question: Question, stands: string[], picture: plan.Picture): part.Unlettered {
  const lines =
    stands.length > 0 ? stands.map((one) => `${one}.`) : ['There is nothing to report against the plan.']
  return {
    name: 'Answer with how things stand',
    button: `Answer ${firstName(question.from.name)}`,
    does: `1 mail to ${question.from.name} in the thread`,
    stillForYou: null,
    costs: 'Says only what is known now',
    pros: ['Out today, and every figure can be shown'],
    cons: ['Says only what is known now'],
    acts: [reply(question, lines, picture)],
  }
}

function answerLater(question: Question, picture: plan.Picture): part.Unlettered {
  return {
    name: 'Say when there will be an answer',
    button: `Tell ${firstName(question.from.name)} when`,
    does: `1 mail to ${question.from.name} in the thread`,
    stillForYou: 'The answer itself, tomorrow',
    costs: 'A day more of waiting',
    pros: ['Nothing is said that has to be taken back'],
    cons: ['A day more of waiting'],
    acts: [reply(question, ['An answer with figures follows tomorrow by noon.'], picture)],
  }
}

/** What can be said of the project in a line or two. */
function standing(picture: plan.Picture): { says: string; anchor: Brief | undefined }[] {
  const hours = picture.desk.workingHours
  const next = plan
    .milestones(picture)
    .filter(({ dueOn }) => dueOn >= plan.today(picture))
    .slice(0, 2)
  return next.map((milestone) => {
    const open = milestone.tickets.filter(({ ticket }) => ticket.statusCategory !== 'done')
    const points = plan.pointsOf(open)
    const says = clip(
      `${milestone.name} is ${part.dayName(milestone.dueOn, hours)}: ${part.count(open.length, 'ticket')} open${points > 0 ? `, ${points} points` : ''}`,
      200,
    )
    return { says, anchor: plan.newestOnBoard(open) }
  })
}
