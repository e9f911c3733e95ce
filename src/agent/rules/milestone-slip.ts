import { addDays, subDays } from 'date-fns'
import { TZDate } from '@date-fns/tz'
import { workingDayMinutes, workingMinutesBetween, localDate } from '#src/domain/calendar.ts'
import { clip } from '#src/domain/clip.ts'
import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import {
  isOpenTicket,
  quoted,
  worked,
  type Brief,
  type MailBrief,
  type TicketMatter,
} from '#src/domain/matter.ts'
import { firstName } from '#src/domain/person.ts'
import { datesIn } from './dates.ts'
import * as part from './draft-parts.ts'
import { asks, mayWait, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { wordsOf } from './words.ts'

const RULE = 'milestone-slip@1'
const SPRINT_DAYS = 10
const PAST_SPRINTS = 3
/** Arithmetic alone is one source: it raises a decision by itself only when this few working days are left. */
const ALONE_DAYS = 4
/** How long a mail that speaks of the milestone stays a second source. */
const SECOND_SOURCE_DAYS = 3
const DAYS_TO_DECIDE = 2
/** Farther ahead than this a forecast says more about the forecast. */
const FARTHEST_DAYS = 20

type Case = {
  picture: plan.Picture
  milestone: plan.Milestone
  open: TicketMatter[]
  points: number
  daysLeft: number
  slow: number
  fast: number
  voices: MailBrief[]
}

/** More is open for a milestone than the last sprints say can be done by its day. */
export const milestoneSlip: plan.Playbook = (picture) => {
  const cases = plan.milestones(picture).flatMap((each) => caseOf(each, picture) ?? [])
  const slipping = cases.filter(isShort)
  const over = cases
    .filter((each) => !isShort(each))
    .map(({ milestone, points }) => ({
      matterId: subject(milestone),
      rule: RULE,
      because:
        points === 0
          ? `Everything for ${milestone.name} is done.`
          : `What is open for ${milestone.name} can be done by its day.`,
    }))
  return { drafts: slipping.filter(isSure).map(draftOf), over }
}

const subject = ({ name }: plan.Milestone) => `milestone-${name}`

/** How a milestone stands by arithmetic, for the documents. Undefined: too little is known. */
export function isSlipping(milestone: plan.Milestone, picture: plan.Picture): boolean | undefined {
  const found = caseOf(milestone, picture)
  return found && isShort(found)
}

function caseOf(milestone: plan.Milestone, picture: plan.Picture): Case | undefined {
  const past = plan
    .velocity(picture)
    .slice(-PAST_SPRINTS)
    .filter(({ points }) => points > 0)
  if (past.length < 2 || milestone.dueOn < plan.today(picture)) return undefined
  const rates = past.map(({ points }) => points / SPRINT_DAYS)
  const open = milestone.tickets.filter(isOpenTicket)
  const daysLeft = workingDaysUntil(milestone.dueOn, picture)
  if (daysLeft > FARTHEST_DAYS) return undefined
  return {
    ...{ picture, milestone, open, points: plan.pointsOf(open), daysLeft },
    slow: Math.round(Math.min(...rates) * daysLeft),
    fast: Math.round(Math.max(...rates) * daysLeft),
    voices: voicesOn(milestone, picture),
  }
}

const isShort = ({ points, fast }: Case) => points > fast

function isSure({ voices, daysLeft, picture }: Case): boolean {
  const since = workingDaysAgo(SECOND_SOURCE_DAYS, picture)
  return daysLeft <= ALONE_DAYS || voices.some((each) => each.at >= since)
}

function workingDaysUntil(day: string, { now, desk }: plan.Picture): number {
  const hours = desk.workingHours
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const end = addDays(new Date(new TZDate(year, month - 1, date, hours.timeZone).getTime()), 1)
  const tomorrow = addDays(new TZDate(now, hours.timeZone).setHours(0, 0, 0, 0), 1)
  return Math.round(workingMinutesBetween(new Date(tomorrow), end, hours) / workingDayMinutes(hours))
}

function workingDaysAgo(days: number, { now }: plan.Picture): string {
  return subDays(now, days).toISOString()
}

/** People's mails that name the milestone, or ask about its day. */
function voicesOn(milestone: plan.Milestone, picture: plan.Picture): MailBrief[] {
  const [name = ''] = milestone.name.split(/\s+/)
  const named =
    name.length >= 3 ? new RegExp(`\\b${name.replace(/[^\p{L}\p{N}]/gu, '.')}\\b`, 'iu') : undefined
  return plan
    .mails(picture)
    .filter(
      (each): each is MailBrief =>
        each.mail !== null && each.mail.folder === 'inbox' && each.kind !== 'invitation',
    )
    .filter((each) => plan.personOf(picture, each.email) !== undefined)
    .filter(
      (each) => named?.test(`${each.title} ${each.text}`) === true || asksAboutDay(each, milestone, picture),
    )
}

function asksAboutDay(mail: MailBrief, { dueOn }: plan.Milestone, picture: plan.Picture): boolean {
  return sentencesOf(mail.text).some(
    (one) => asks(one) && datesIn(one, mail.at, plan.zoneOf(picture)).some(({ date }) => date === dueOn),
  )
}

function draftOf(given: Case): EscalationDraft {
  const { picture, milestone, points, daysLeft, slow, fast, voices } = given
  const hours = picture.desk.workingHours
  const by = part.dayName(milestone.dueOn, hours)
  const parted = partOf(given)
  const facts = factsOf(given, parted)
  const offered = optionsOf(given, parted)
  const asker = voices.findLast((each) => plan.personOf(picture, each.email)?.class === 'sponsor')
  return {
    projectId: picture.projectId,
    matterId: subject(milestone),
    title: part.shorten(`${milestone.name} on ${by} does not hold`, 70),
    whyNow: part.shorten(
      `${points} points are open, ${slow === fast ? slow : `${slow} to ${fast}`} are likely in the ${part.count(daysLeft, 'working day')} left.${asker ? ` ${firstName(asker.by)} asks.` : ''}`,
      140,
    ),
    importance: asker ? 'critical' : 'high',
    facts,
    options: part.lettered(offered),
    recommendation: parted
      ? {
          optionId: 'B',
          reason: parted.said
            ? `${firstName(parted.said.mail.by)} said what can follow; the rest fits into the time left.`
            : 'The rest fits into the time left, and the day stands.',
        }
      : {
          optionId: 'A',
          reason: 'No part of it can be left for later by what is known; a later day is the honest answer.',
        },
    noAnswer: 'nothing is sent; it stays open and is repeated in the digest.',
    wouldChange: `Tickets leave ${milestone.name}, its day moves, or more is done a day than in the last sprints.`,
    decideBy: part.noonAfter(picture.now, DAYS_TO_DECIDE, hours).toISOString(),
    decideByWhy: null,
    rule: RULE,
    episode: `${milestone.name} ${milestone.dueOn}`,
    since: `${milestone.dueOn}T00:00:00.000Z`,
    wordedBy: 'rules',
    related: given.open.map(({ id }) => id),
  }
}

type Parted = {
  word: string
  later: TicketMatter[]
  rest: TicketMatter[]
  said: { mail: MailBrief; sentence: string } | undefined
}

/**
 * A part of the open work that hangs together by a word of its titles and whose leaving would make the rest fit. One that
 * a stakeholder said may wait comes before all others.
 */
function partOf({ open, picture, fast, points }: Case): Parted | undefined {
  const words = new Map<string, TicketMatter[]>()
  for (const ticket of open)
    for (const word of wordsOf(ticket.title)) words.set(word, [...(words.get(word) ?? []), ticket])
  const said = waitSentences(picture)
  const candidates = [...words]
    .filter(([, list]) => list.length >= 2 && list.length < open.length)
    .map(([word, later]): Parted => ({
      word,
      later,
      rest: open.filter((each) => !later.includes(each)),
      said: said.find(({ sentence }) => wordsOf(sentence).includes(word)),
    }))
    .filter(({ later, said: spoken }) => spoken !== undefined || points - plan.pointsOf(later) <= fast)
  return candidates.sort(
    (a, b) => Number(b.said !== undefined) - Number(a.said !== undefined) || b.later.length - a.later.length,
  )[0]
}

function waitSentences(picture: plan.Picture): { mail: MailBrief; sentence: string }[] {
  return plan
    .mails(picture)
    .filter(
      (each): each is MailBrief =>
        each.mail !== null &&
        ['sponsor', 'stakeholder'].includes(plan.personOf(picture, each.email)?.class ?? ''),
    )
    .flatMap((mail) =>
      sentencesOf(mail.text)
        .filter(mayWait)
        .map((sentence) => ({ mail, sentence })),
    )
}

function factsOf(
  { picture, milestone, open, points, daysLeft, slow, fast, voices }: Case,
  parted: Parted | undefined,
): Evidence[] {
  const putOff = open.filter(({ ticket }) => ticket.dueDateMoves > 1)
  const anchor = newestOf(putOff) ?? newestOf(open)
  if (!anchor) return []
  const hours = picture.desk.workingHours
  const spoken = voices.slice(-2).flatMap((mail) => {
    const sentence = sentencesOf(mail.text).find((one) => one.length > 8)
    return sentence ? [quoted(mail, sentence)] : []
  })
  return [
    worked(
      anchor,
      `${part.count(points, 'point')} open for ${milestone.name}: ${part.listed(open.map(({ id }) => id))}`,
    ),
    worked(
      anchor,
      `${part.count(daysLeft, 'working day')} left; at the pace of the last sprints ${slow} to ${fast} points`,
    ),
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

function newestOf(list: TicketMatter[]): Brief | undefined {
  return list
    .flatMap((each) => each.briefs.filter((brief) => !brief.mail))
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1)
}

function optionsOf(given: Case, parted: Parted | undefined): part.Unlettered[] {
  const later = laterMilestone(given)
  return [
    moveDay(given),
    ...(parted ? [leavePart(given, parted)] : []),
    ...(later ? [moveLater(given, later)] : []),
    ...(parted || later ? [] : [tellNow(given)]),
  ]
}

function moveDay({ picture, milestone, points, daysLeft, slow, fast }: Case): part.Unlettered {
  const hours = picture.desk.workingHours
  const rate = Math.max(1, (slow + fast) / 2 / Math.max(1, daysLeft))
  const missing = Math.ceil((points - fast) / rate)
  const day = localDate(
    addWorking(part.noonOf(milestone.dueOn, hours), Math.max(5, Math.ceil(missing / 5) * 5), picture),
    hours.timeZone,
  )
  const name = part.dayName(day, hours)
  return {
    name: part.shorten(`Move ${milestone.name} to ${name}`, 60),
    button: part.shorten(`Move it to ${name}`, 40),
    does: '1 decision log entry, 1 risk',
    stillForYou: `Change the day of ${milestone.name} in Jira and tell who counts on it`,
    costs: 'What comes after it has less time',
    pros: ['Nothing is left out'],
    cons: ['Whoever counts on the day has to be told'],
    acts: [riskAct(picture, milestone, `Proposed for ${name}`, dayOf(picture, milestone))],
  }
}

function addWorking(from: Date, days: number, picture: plan.Picture): Date {
  let day = from
  for (let left = days; left > 0; left--) day = part.noonAfter(day, 1, picture.desk.workingHours)
  return day
}

function dayOf(picture: plan.Picture, milestone: plan.Milestone): Evidence[] {
  const anchor = newestOf(milestone.tickets)
  return anchor
    ? [worked(anchor, `${milestone.name} is ${part.dayName(milestone.dueOn, picture.desk.workingHours)}`)]
    : []
}

function riskAct(picture: plan.Picture, milestone: plan.Milestone, mitigation: string, evidence: Evidence[]) {
  const entry = part.raidEntry(
    subject(milestone),
    {
      kind: 'risk',
      title: `${milestone.name} is later than planned`,
      severity: 'high',
      status: 'mitigating',
      mitigation,
    },
    evidence,
    picture,
  )
  return part.raid([entry], `risk, ${milestone.name}`)
}

function leavePart(of: Case, { word, later, rest, said }: Parted): part.Unlettered {
  const { picture, milestone } = of
  const keys = later.map(({ id }) => id)
  const left = plan.pointsOf(rest)
  const day = part.dayName(milestone.dueOn, picture.desk.workingHours)
  const sponsor = picture.people.find((person) => person.class === 'sponsor' && !person.neverContact)
  const thread = of.voices.findLast((each) => each.email === sponsor?.id) ?? null
  const told = sponsor
    ? [
        part.mail(
          [sponsor],
          {
            subject: thread?.title ?? `${milestone.name} on ${day}`,
            paragraphs: [
              `${milestone.name} holds on ${day} without ${part.listed(later.map(({ title }) => title))}; ${part.count(left, 'point')} remain until then. What is left out follows afterwards. Please say by return if that does not fit what you have promised.`,
            ],
            answers: thread,
          },
          picture,
        ),
      ]
    : []
  const comments = later
    .slice(0, 4)
    .map((ticket) =>
      part.comment(
        ticket,
        `Proposed to follow after ${milestone.name}: it cannot be done by ${day} at the pace of the last sprints.`,
        picture,
      ),
    )
  const risk = part.raidEntry(
    `${subject(milestone)}-later`,
    {
      kind: 'risk',
      title: `${part.listed(keys)} follow after ${milestone.name}`,
      severity: 'medium',
      status: 'open',
    },
    said ? [quoted(said.mail, said.sentence)] : dayOf(picture, milestone),
    picture,
  )
  return {
    name: part.shorten(`Hold ${day} without ${word}: ${keys.length} tickets follow`, 60),
    button: 'Leave them for later',
    does: `${part.count(comments.length, 'comment')}${sponsor ? `, 1 mail to ${sponsor.name}` : ''}, 1 risk, 1 decision log entry`,
    stillForYou: `Take ${part.listed(keys)} out of ${milestone.name} in Jira`,
    costs: part.shorten(`${part.listed(keys)} come later`, 60),
    pros: [
      `The day stands; ${part.count(left, 'point')} remain`,
      ...(said ? [clip(`“${said.sentence}”`, 160)] : []),
    ],
    cons: [`${part.listed(keys)} come later`],
    acts: [...comments, ...told, part.raid([risk], `risk, what follows after ${milestone.name}`)],
  }
}

function laterMilestone({ picture, milestone }: Case): plan.Milestone | undefined {
  return plan
    .milestones(picture)
    .find(
      ({ dueOn, name }) =>
        dueOn > milestone.dueOn && name !== milestone.name && /live|launch|release|roll/i.test(name),
    )
}

function moveLater({ picture, milestone }: Case, later: plan.Milestone): part.Unlettered {
  const hours = picture.desk.workingHours
  const day = part.dayName(
    localDate(addWorking(part.noonOf(later.dueOn, hours), 10, picture), hours.timeZone),
    hours,
  )
  return {
    name: part.shorten(`Move ${later.name} to ${day} with it`, 60),
    button: part.shorten(`Move ${later.name}`, 40),
    does: '1 decision log entry, 1 risk',
    stillForYou: `Tell everybody who counts on ${later.name}`,
    costs: part.shorten(`${later.name} is no longer ${part.dayName(later.dueOn, hours)}`, 60),
    pros: ['Nothing is left out, nothing is rushed'],
    cons: [`${later.name} was promised for ${part.dayName(later.dueOn, hours)}`],
    acts: [riskAct(picture, milestone, `${later.name} proposed for ${day}`, dayOf(picture, milestone))],
  }
}

function tellNow({ picture, milestone }: Case): part.Unlettered {
  return {
    name: 'Keep the day and say that it is at risk',
    button: 'Keep it as a risk',
    does: '1 risk',
    stillForYou: 'Say so to whoever counts on the day',
    costs: 'The day may be missed after all',
    pros: ['Nothing is moved before it has to be'],
    cons: ['The day may be missed after all'],
    acts: [riskAct(picture, milestone, 'Kept as planned, at risk', dayOf(picture, milestone))],
  }
}
