import { differenceInCalendarDays } from 'date-fns'
import { localDate } from '#src/domain/calendar.ts'
import { clip } from '#src/domain/clip.ts'
import type { EscalationDraft } from '#src/domain/escalation.ts'
import { quoted, worked, isOpenTicket, type MailBrief, type TicketMatter } from '#src/domain/matter.ts'
import { firstName, type Person } from '#src/domain/person.ts'
import { datesIn } from './dates.ts'
import * as part from './draft-parts.ts'
import { ends, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { mailText, ticketsOf } from './relation.ts'

const RULE = 'outside-deadline@1'
/** A deadline this long after a milestone still falls into the time in which it has to hold. */
const DAYS_AFTER = 45
const DAYS_TO_DECIDE = 3

type Case = {
  picture: plan.Picture
  mail: MailBrief
  sentence: string
  day: string
  thing: string
  from: Person
  milestone: plan.Milestone
  /** Calendar days from the milestone to the deadline; below zero, the deadline comes first. */
  days: number
  work: TicketMatter | undefined
}

/** Somebody outside ends something on a day that hits a milestone, and the work that answers it is not planned. */
export const outsideDeadline: plan.Playbook = (picture) => {
  const cases = plan
    .mails(picture)
    .filter(isMail)
    .flatMap((mail) => caseOf(mail, picture) ?? [])
  const latest = [...new Map(cases.map((each) => [subjectOf(each), each])).values()]
  const drafts = latest.filter((each) => whyPlanned(each) === null).map(draftOf)
  const over = latest.flatMap((each) => {
    const because = whyPlanned(each)
    return because ? [{ matterId: subjectOf(each), rule: RULE, because }] : []
  })
  return { drafts, over, updates: latest.map(dependencyOf) }
}

const isMail = (brief: { mail: unknown }): brief is MailBrief => brief.mail !== null

function subjectOf({ work, mail, picture }: Case): string {
  if (work) return work.id
  return (
    picture.matters.find((each) => each.briefs.some((one) => one.signalId === mail.signalId))?.id ?? mail.ref
  )
}

function caseOf(mail: MailBrief, picture: plan.Picture): Case | undefined {
  const from = plan.personOf(picture, mail.email)
  if (from?.class !== 'external' || mail.mail.folder !== 'inbox') return undefined
  const zone = plan.zoneOf(picture)
  const sentence = sentencesOf(mail.text).find((one) => ends(one) && datesIn(one, mail.at, zone).length > 0)
  if (!sentence) return undefined
  const day = datesIn(sentence, mail.at, zone)
    .map(({ date }) => date)
    .find((date) => date > localDate(new Date(mail.at), zone))
  const milestone = day && hitBy(day, picture)
  if (!day || !milestone) return undefined
  const [strongest] = ticketsOf(mailText(mail), picture.matters).filter(({ ticket }) => isOpenTicket(ticket))
  const days = differenceInCalendarDays(new Date(day), new Date(milestone.dueOn))
  return {
    picture,
    mail,
    sentence,
    day,
    thing: thingOf(sentence, mail),
    from,
    milestone,
    days,
    work: strongest?.ticket,
  }
}

/** The last milestone before the deadline if it is near enough, or else the first one after it. */
function hitBy(day: string, picture: plan.Picture): plan.Milestone | undefined {
  const ahead = plan.milestones(picture).filter(({ dueOn }) => dueOn >= plan.today(picture))
  const before = ahead.findLast(({ dueOn }) => dueOn <= day)
  const near = before && differenceInCalendarDays(new Date(day), new Date(before.dueOn)) <= DAYS_AFTER
  return near ? before : ahead.find(({ dueOn }) => dueOn > day)
}

/** What ends: what stands before the verb, or the mail's subject. */
function thingOf(sentence: string, mail: MailBrief): string {
  const head = /^(?:[^,;:]*[,;:])?\s*(.{2,40}?)\s+(?:will|is|are|was|gets?|has)\b/i.exec(sentence)?.[1]
  const clean =
    head && !/^(it|they|this|that|we|which|there)$/i.test(head)
      ? head
      : mail.title.replace(/^(re|fw|fwd):\s*/i, '')
  return part.shorten(clean.replace(/^(the|our|your)\s+/i, ''), 30)
}

/** The work is done, or stands in a sprint that ends before the deadline. */
function whyPlanned({ work, picture, day }: Case): string | null {
  if (!work) return null
  const sprint = plan.plannedSprint(work, picture)
  if (!sprint?.endAt || localDate(new Date(sprint.endAt), plan.zoneOf(picture)) > day) return null
  return `${work.id} is in ${sprint.name}, which ends before ${part.dayName(day, picture.desk.workingHours)}.`
}

function draftOf(given: Case): EscalationDraft {
  const { picture, mail, sentence, day, thing, milestone, days, work, from } = given
  const hours = picture.desk.workingHours
  const when = days >= 0 ? `${part.count(days, 'day')} after` : `${part.count(-days, 'day')} before`
  const sprint = plan.runningSprint(picture)
  const planning = sprint?.endAt
    ? part.noonOf(localDate(new Date(sprint.endAt), hours.timeZone), hours)
    : undefined
  const soon =
    planning && planning > picture.now && localDate(planning, hours.timeZone) <= day ? planning : undefined
  const decideBy = soon ?? part.noonAfter(picture.now, DAYS_TO_DECIDE, hours)
  const stands =
    work &&
    `${work.id} is in ${work.ticket.status}${work.ticket.points === null ? ', no estimate' : `, ${work.ticket.points} points`}, ${plan.plannedSprint(work, picture)?.name ?? 'no sprint'}`
  const anchor = work?.briefs.findLast((each) => !each.mail) ?? mail
  return {
    projectId: picture.projectId,
    matterId: subjectOf(given),
    title: part.shorten(`${thing} ends ${when} ${milestone.name}`, 70),
    whyNow: part.shorten(
      `${from.name} names ${part.dayName(day, hours)}; the work for it is not planned.`,
      140,
    ),
    importance: 'high',
    facts: [
      quoted(mail, sentence),
      ...(stands ? [worked(anchor, stands)] : []),
      worked(anchor, `${milestone.name} is ${part.dayName(milestone.dueOn, hours)}`),
    ],
    options: part.lettered(optionsOf(given)),
    recommendation: {
      optionId: 'A',
      reason: `The work is then done before ${days >= 0 ? milestone.name : 'it ends'}, not after it, and rests on nobody outside.`,
    },
    noAnswer: 'nothing is sent; it stays open and is repeated in the digest.',
    wouldChange: `${firstName(from.name)} names another day, ${work ? `${work.id} goes into a sprint` : 'the work is planned'}, or ${milestone.name} moves.`,
    decideBy: decideBy.toISOString(),
    decideByWhy: soon && sprint ? `${sprint.name} ends that day: what comes next is planned then.` : null,
    rule: RULE,
    episode: day,
    since: mail.at,
    wordedBy: 'rules',
    related: work ? [] : [subjectOf(given)],
  }
}

function optionsOf(given: Case): part.Unlettered[] {
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
    part.comment(work, ask, picture),
    ...(out
      ? [part.comment(out, `Proposed to wait: ${work.id} is needed in ${into}, before ${by}.`, picture)]
      : []),
  ]
  return {
    name: part.shorten(`Ask for ${work.id} in ${into}${out ? `, ${out.id} out` : ''}`, 60),
    button: out ? 'Ask for the swap' : `Ask for ${work.id}`,
    does: `${part.count(acts.length, 'comment')}, 1 decision log entry`,
    stillForYou: null,
    costs: out ? part.shorten(`${out.id} waits: ${out.title}`, 60) : 'Something else in that sprint waits',
    pros: [`Done before ${milestone.name}`, 'Rests on nobody outside'],
    cons: [out ? `${out.title} waits` : 'The sprint is fuller than planned'],
    acts,
  }
}

/** What is planned for that sprint, belongs to no milestone, was not begun, and weighs most. */
function swapFor(work: TicketMatter, next: plan.Sprint, milestone: plan.Milestone): TicketMatter | undefined {
  return next.tickets
    .filter((each) => each.id !== work.id && isOpenTicket(each) && each.ticket.statusCategory === 'new')
    .filter(
      (each) =>
        !each.ticket.versions.some(
          ({ releaseDate }) => releaseDate !== null && releaseDate <= milestone.dueOn,
        ),
    )
    .sort((a, b) => (b.ticket.points ?? 0) - (a.ticket.points ?? 0) || a.id.localeCompare(b.id))[0]
}

function afterMilestone(
  { picture, day, milestone, days, from, thing, mail, sentence }: Case,
  work: TicketMatter,
): part.Unlettered {
  const by = part.dayName(day, picture.desk.workingHours)
  const text = `Planned for after ${milestone.name}, and to be done by ${by}: ${thing} ends then (${from.name}).`
  const owner = work.ticket.assignee?.name ?? null
  const entry = part.raidEntry(
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
    name: part.shorten(
      days >= 0 ? `Do it between ${milestone.name} and ${by}` : `Do it by ${by}, as it comes`,
      60,
    ),
    button: 'Plan it for later',
    does: `1 comment on ${work.id}, 1 risk`,
    stillForYou: null,
    costs:
      days >= 0
        ? part.shorten(`${part.count(days, 'day')} in all, right after ${milestone.name}`, 60)
        : 'No time is set aside for it',
    pros: ['The next sprint stays as it is'],
    cons: [
      days >= 0 ? `It falls into the first days after ${milestone.name}` : 'It competes with everything else',
    ],
    acts: [part.comment(work, text, picture), part.raid([entry], `risk on ${work.id}`)],
  }
}

function moreTime({ picture, mail, from, thing, day }: Case): part.Unlettered {
  const by = part.dayName(day, picture.desk.workingHours)
  return {
    name: part.shorten(`Ask ${from.name} for more time`, 60),
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

function watch({ picture, mail, sentence, thing, day }: Case): part.Unlettered {
  const by = part.dayName(day, picture.desk.workingHours)
  const entry = part.raidEntry(
    mail.ref,
    { kind: 'risk', title: `${thing} ends on ${by}, no ticket yet`, severity: 'high', status: 'open' },
    [quoted(mail, sentence)],
    picture,
  )
  return {
    name: 'Have a ticket written for it, keep it as a risk',
    button: 'Keep it as a risk',
    does: '1 risk',
    stillForYou: 'Have a ticket written: none is known for it',
    costs: 'Nothing is planned yet',
    pros: ['It is seen in every review'],
    cons: ['Nothing is planned yet'],
    acts: [part.raid([entry], 'new risk')],
  }
}

/** What ends outside is a dependency, whatever is decided about it. */
function dependencyOf(given: Case) {
  const { picture, mail, sentence, day, thing, work } = given
  const by = part.dayName(day, picture.desk.workingHours)
  const about = subjectOf(given)
  const title = `${thing} ends ${by}${work ? `: ${work.id}` : ''}`
  const entry = part.raidEntry(
    about,
    {
      kind: 'dependency',
      title,
      severity: 'high',
      status: 'open',
      owner: work?.ticket.assignee?.name ?? null,
      dueAt: part.noonOf(day, picture.desk.workingHours).toISOString(),
    },
    [quoted(mail, sentence)],
    picture,
  )
  return {
    matterId: about,
    ref: mail.ref,
    artefactType: 'raid_log' as const,
    changes: [entry],
    summary: `RAID log: dependency, ${title}`,
    rule: RULE,
    episode: day,
    since: mail.at,
  }
}
