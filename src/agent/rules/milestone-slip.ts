import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { quoted, worked, type TicketMatter } from '#src/domain/matter.ts'
import { firstName } from '#src/domain/person.ts'
import * as part from './draft-parts.ts'
import { isGreeting, sentencesOf } from './mail-meaning.ts'
import { caseOf, isShort, isShortByPace, isSure, subject, type Case } from './milestone-slip-case.ts'
import { optionsOf } from './milestone-slip-options.ts'
import { partOf, type Parted } from './milestone-slip-part.ts'
import * as plan from './picture.ts'

const RULE = 'milestone-slip@1'
const DAYS_TO_DECIDE = 2

/** More is open for a milestone than the last sprints say can be done by its day. */
export const milestoneSlip: plan.Playbook = (picture) => {
  const cases = plan.milestones(picture).flatMap((each) => caseOf(each, picture) ?? [])
  const slipping = cases.filter(isShort)
  const over = cases
    .filter((each) => !isShort(each))
    .map(({ milestone, open }) => ({
      matterId: subject(milestone),
      rule: RULE,
      because:
        open.length === 0
          ? `Everything for ${milestone.name} is done.`
          : `What is open for ${milestone.name} can be done by its day.`,
    }))
  return { drafts: slipping.filter(isSure).map(draftOf), over }
}

/** How a milestone stands by arithmetic, for the documents. Undefined: too little is known. */
export function isSlipping(milestone: plan.Milestone, picture: plan.Picture): boolean | undefined {
  const found = caseOf(milestone, picture)
  return found && isShort(found)
}

function draftOf(given: Case): EscalationDraft {
  const { picture, milestone, voices } = given
  const hours = picture.desk.workingHours
  const parted = partOf(given)
  const asker = voices.findLast((each) => plan.personOf(picture, each.email)?.class === 'sponsor')
  return part.drafted(picture, {
    matterId: subject(milestone),
    title: `${milestone.name} on ${part.dayName(milestone.dueOn, hours)} does not hold`,
    whyNow: `${whyShort(given)}${asker ? ` ${firstName(asker.by)} asks.` : ''}`,
    importance: asker ? 'critical' : 'high',
    facts: factsOf(given, parted),
    options: optionsOf(given, parted),
    recommendation: recommendationOf(parted),
    wouldChange: `Tickets leave ${milestone.name}, its day moves, or more is done a day than in the last sprints.`,
    decideBy: part.noonAfter(picture.now, DAYS_TO_DECIDE, hours),
    rule: RULE,
    episode: `${milestone.name} ${milestone.dueOn}`,
    since: `${milestone.dueOn}T00:00:00.000Z`,
    related: given.open.map(({ id }) => id),
  })
}

/** The arithmetic in a sentence: by pace where there is one, else by the tickets' own dates. */
function whyShort(given: Case): string {
  const { picture, milestone, size, unit, daysLeft, late } = given
  if (isShortByPace(given))
    return `${part.count(size, unit)} ${size === 1 ? 'is' : 'are'} open, ${likely(given)} are likely in the ${part.count(daysLeft, 'working day')} left.`
  const [first] = late
  const day = part.dayName(first?.ticket.dueDate ?? milestone.dueOn, picture.desk.workingHours)
  return `${first?.id ?? milestone.name} is due ${day}, after it.`
}

const likely = ({ slow, fast }: Case) => (slow === fast ? String(slow) : `${slow} to ${fast}`)

function recommendationOf(parted: Parted | undefined): EscalationDraft['recommendation'] {
  if (!parted)
    return {
      optionId: 'A',
      reason: 'No part of it can be left for later by what is known; a later day is the honest answer.',
    }
  const reason = parted.said
    ? `${firstName(parted.said.mail.by)} said what can follow; the rest fits into the time left.`
    : 'The rest fits into the time left, and the day stands.'
  return { optionId: 'B', reason }
}

function factsOf(given: Case, parted: Parted | undefined): Evidence[] {
  const { picture, milestone, open, voices } = given
  const putOff = open.filter(({ ticket }) => ticket.dueDateMoves > 1)
  const anchor = plan.newestOnBoard(putOff) ?? plan.newestOnBoard(open)
  if (!anchor) return []
  const hours = picture.desk.workingHours
  const spoken = voices.slice(-2).flatMap((mail) => {
    const sentence = sentencesOf(mail.text).find((one) => !isGreeting(one))
    return sentence ? [quoted(mail, sentence)] : []
  })
  return [
    worked(
      anchor,
      `${part.count(given.size, given.unit)} open for ${milestone.name}: ${part.listed(open.map(({ id }) => id))}`,
    ),
    ...(given.ground === undefined ? [] : [worked(anchor, reckoningOf(given, given.ground))]),
    ...lateOf(given),
    ...openOf(given),
    ...spoken,
    ...putOff.flatMap((ticket) => {
      const moved = ticket.briefs.findLast((each) => each.kind === 'due_date')
      return moved
        ? [
            worked(
              moved,
              `${ticket.id} was put off ${ticket.ticket.dueDateMoves} times, now due ${part.dayName(ticket.ticket.dueDate ?? milestone.dueOn, hours)}`,
            ),
          ]
        : []
    }),
    ...(parted?.said ? [quoted(parted.said.mail, parted.said.sentence)] : []),
  ]
}

function reckoningOf({ daysLeft, unit, fast, slow }: Case, ground: string): string {
  const likelyDone = slow === fast ? part.count(fast, unit) : `${slow} to ${part.count(fast, unit)}`
  return `${part.count(daysLeft, 'working day')} left; at the pace ${ground} ${likelyDone}`
}

/** Tickets of it that are due after it: the date itself is the evidence. */
function lateOf({ late, milestone, picture }: Case): Evidence[] {
  const hours = picture.desk.workingHours
  return late.flatMap((ticket) => {
    const anchor = ticket.briefs.findLast((each) => each.kind === 'due_date') ?? plan.newestOnBoard([ticket])
    const due = part.dayName(ticket.ticket.dueDate ?? milestone.dueOn, hours)
    return anchor
      ? [
          worked(
            anchor,
            `${ticket.id} is due ${due}, ${milestone.name} is ${part.dayName(milestone.dueOn, hours)}`,
          ),
        ]
      : []
  })
}

const MOST_CITED = 6

/** What nobody has begun comes first: it is what the day is short of. */
function openOf(given: Case): Evidence[] {
  if (!isShortByPace(given)) return []
  const begun = (each: TicketMatter) => Number(each.ticket.statusCategory !== 'new')
  return [...given.open]
    .sort((a, b) => begun(a) - begun(b))
    .slice(0, MOST_CITED)
    .flatMap((ticket) => {
      const anchor = plan.newestOnBoard([ticket])
      return anchor ? [worked(anchor, `${ticket.id} is in ${ticket.ticket.status}`)] : []
    })
}
