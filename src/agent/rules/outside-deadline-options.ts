import { clip } from '#src/domain/clip.ts'
import { isTicket, quoted, trackerOf, type TicketMatter } from '#src/domain/matter.ts'
import { firstName } from '#src/domain/person.ts'
import { dayWords } from '#src/domain/day-words.ts'
import * as part from './draft-parts.ts'
import type { Case } from './outside-deadline-case.ts'
import * as plan from './picture.ts'
import { raidAct, raidEntry } from './raid-parts.ts'

/** Plan the work, before or after the milestone; or ask for more time. */
export function optionsOf(given: Case): part.Unlettered[] {
  return [
    ...(given.work ? [intoSprint(given, given.work), afterMilestone(given, given.work)] : []),
    ...(given.work ? [] : [watch(given)]),
    moreTime(given),
  ]
}

function intoSprint(given: Case, work: TicketMatter): part.Unlettered {
  const { picture, day, milestone } = given
  const next = plan.nextSprint(picture)
  const out = next && swapFor(work, next, milestone)
  const into = next?.name ?? 'the next sprint'
  const by = part.dayName(day, picture.desk.workingHours)
  const ask = `Please take ${work.id} into ${into}: ${given.thing} ends on ${by} (${given.from.name}).${out ? ` ${out.id} can wait for it.` : ''}`
  const acts = [
    part.comment(work, ask),
    ...(out ? [part.comment(out, `Proposed to wait: ${work.id} is needed in ${into}, before ${by}.`)] : []),
  ]
  return {
    name: `Ask for ${work.id} in ${into}${out ? `, ${out.id} out` : ''}`,
    button: out ? 'Ask for the swap' : `Ask for ${work.id}`,
    does: `${part.count(acts.length, 'comment')}, 1 decision log entry`,
    stillForYou: null,
    costs: out ? `${out.id} waits: ${out.title}` : 'Something else in that sprint waits',
    pros: [`Done before ${milestone.name}`, 'Rests on nobody outside'],
    cons: [out ? `${out.title} waits` : 'The sprint is fuller than planned'],
    acts,
  }
}

/** What is planned for that sprint, belongs to no milestone, was not begun, and weighs most. */
function swapFor(work: TicketMatter, next: plan.Sprint, milestone: plan.Milestone): TicketMatter | undefined {
  const isFree = ({ ticket }: TicketMatter) =>
    !ticket.versions.some(({ releaseDate }) => releaseDate !== null && releaseDate <= milestone.dueOn)
  return plan.heaviestNew(next.tickets.filter((each) => each.id !== work.id && isFree(each)))
}

function afterMilestone(
  { picture, day, milestone, days, from, thing, mail, sentence }: Case,
  work: TicketMatter,
): part.Unlettered {
  const by = part.dayName(day, picture.desk.workingHours)
  const text = `Planned for after ${milestone.name}, and to be done by ${by}: ${thing} ends then (${from.name}).`
  const owner = work.ticket.assignee?.name ?? null
  const entry = raidEntry(
    work.id,
    {
      kind: 'risk',
      title: `${thing} ends on ${by}, ${work.title}`,
      severity: 'high',
      status: 'open',
      owner,
      mitigation: `To be done by ${by}`,
    },
    [quoted(mail, sentence)],
    picture,
  )
  return {
    name: days >= 0 ? `Do it between ${milestone.name} and ${by}` : `Do it by ${by}, as it comes`,
    button: 'Plan it for later',
    does: `1 comment on ${work.id}, 1 risk`,
    stillForYou: null,
    costs:
      days >= 0
        ? `${part.count(days, 'day')} in all, right after ${milestone.name}`
        : 'No time is set aside for it',
    pros: ['The next sprint stays as it is'],
    cons: [
      days >= 0 ? `It falls into the first days after ${milestone.name}` : 'It competes with everything else',
    ],
    acts: [part.comment(work, text), raidAct([entry], `risk on ${work.id}`)],
  }
}

function moreTime({ picture, mail, from, thing, day }: Case): part.Unlettered {
  const by = part.dayName(day, picture.desk.workingHours)
  return {
    name: `Ask ${from.name} for more time`,
    button: `Ask ${firstName(from.name)} for time`,
    does: `1 external mail to ${from.name}`,
    stillForYou: null,
    costs: 'Rests on their answer',
    pros: ['The plan stays as it is if they agree'],
    cons: ['Rests on somebody outside', 'The work is still needed'],
    acts: [
      part.mail(
        [from],
        {
          subject: mail.title,
          paragraphs: [
            `Your mail names ${by} for ${clip(thing, 60)}. Can it be kept for longer, and until when? An answer within three working days would let the plan stand.`,
          ],
          answers: mail,
        },
        picture,
      ),
    ],
  }
}

/** Nothing is known that would carry the work. */
function watch({ picture, mail, sentence, thing, day, from }: Case): part.Unlettered {
  const by = part.dayName(day, picture.desk.workingHours)
  const told = `${thing} ends on ${by}. ${from.name} wrote on ${dayWords(mail.at, picture.desk.workingHours.timeZone)}: "${clip(sentence, 400)}"`
  const entry = raidEntry(
    mail.ref,
    { kind: 'risk', title: `${thing} ends on ${by}, no ticket yet`, severity: 'high', status: 'open' },
    [quoted(mail, sentence)],
    picture,
  )
  const risk = raidAct([entry], 'new risk')
  if (picture.matters.some((each) => isTicket(each) && trackerOf(each) !== 'jira'))
    return {
      name: 'Have a ticket written for it, keep it as a risk',
      button: 'Keep it as a risk',
      does: '1 risk',
      stillForYou: 'Have a ticket written: none is known for it',
      costs: 'Nothing is planned yet',
      pros: ['It is seen in every review'],
      cons: ['Nothing is planned yet'],
      acts: [risk],
    }
  return {
    name: 'Open a ticket for it, keep it as a risk',
    button: 'Open a ticket',
    does: '1 new ticket, 1 risk',
    stillForYou: 'Say who does it and when: the ticket has no owner and no sprint',
    costs: 'Nothing is planned yet',
    pros: ['It can be estimated and planned', 'It is seen in every review'],
    cons: ['Nothing is planned yet'],
    acts: [
      part.newTicket({ title: `Be ready for the end of ${clip(thing, 120)} on ${by}`, text: told }, picture),
      risk,
    ],
  }
}
