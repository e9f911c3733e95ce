import { localDate } from '#src/domain/calendar.ts'
import { clip } from '#src/domain/clip.ts'
import type { OptionAct } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { quoted, worked } from '#src/domain/matter.ts'
import * as part from './draft-parts.ts'
import { subject, type Case } from './milestone-slip-case.ts'
import type { Parted } from './milestone-slip-part.ts'
import { sizeOf } from './milestone-pace.ts'
import * as plan from './picture.ts'
import { raidAct, raidEntry } from './raid-parts.ts'

/** A pace that would need longer than this is no pace to name a day by. */
const MOST_DAYS = 60

/** A later day, a part that follows, another milestone moved with it; when nothing gives, say so. */
export function optionsOf(given: Case, parted: Parted | undefined): part.Unlettered[] {
  const later = laterMilestone(given)
  return [
    moveDay(given),
    ...(parted ? [leavePart(given, parted)] : []),
    ...(later ? [moveLater(given, later)] : []),
    ...(parted || later ? [] : [tellNow(given)]),
  ]
}

function moveDay(given: Case): part.Unlettered {
  const { picture, milestone, size, daysLeft, slow, fast, late } = given
  const hours = picture.desk.workingHours
  const rate = Math.max(0.1, (slow + fast) / 2 / Math.max(1, daysLeft))
  const missing = given.ground === undefined ? 0 : Math.min(MOST_DAYS, Math.ceil((size - fast) / rate))
  const lastDue =
    late
      .map(({ ticket }) => ticket.dueDate ?? '')
      .sort()
      .at(-1) ?? ''
  const reckoned = localDate(
    addWorking(part.noonOf(milestone.dueOn, hours), Math.max(5, Math.ceil(missing / 5) * 5), picture),
    hours.timeZone,
  )
  const name = part.dayName(lastDue > reckoned ? lastDue : reckoned, hours)
  return {
    name: `Move ${milestone.name} to ${name}`,
    button: `Move it to ${name}`,
    does: '1 decision log entry, 1 risk',
    stillForYou: `Change the day of ${milestone.name} in Jira and tell who counts on it`,
    costs: 'What comes after it has less time',
    pros: ['Nothing is left out'],
    cons: ['Whoever counts on the day has to be told'],
    acts: [riskAct(given, `Proposed for ${name}`)],
  }
}

function addWorking(from: Date, days: number, picture: plan.Picture): Date {
  let day = from
  for (let left = days; left > 0; left--) day = part.noonAfter(day, 1, picture.desk.workingHours)
  return day
}

function dayOf(picture: plan.Picture, milestone: plan.Milestone): Evidence[] {
  const anchor = plan.newestOnBoard(milestone.tickets)
  return anchor
    ? [worked(anchor, `${milestone.name} is ${part.dayName(milestone.dueOn, picture.desk.workingHours)}`)]
    : []
}

/** The milestone as a risk, with what is done about it. */
function riskAct({ picture, milestone }: Case, mitigation: string): OptionAct {
  const entry = raidEntry(
    subject(milestone),
    {
      kind: 'risk',
      title: `${milestone.name} is later than planned`,
      severity: 'high',
      status: 'mitigating',
      mitigation,
    },
    dayOf(picture, milestone),
    picture,
  )
  return raidAct([entry], `risk, ${milestone.name}`)
}

function leavePart(of: Case, { word, later, rest, said }: Parted): part.Unlettered {
  const { picture, milestone } = of
  const keys = later.map(({ id }) => id)
  const left = sizeOf(rest, of.unit)
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
              `${milestone.name} holds on ${day} without ${part.listed(later.map(({ title }) => title))}; ${part.count(left, of.unit)} remain until then. What is left out follows afterwards. Please say by return if that does not fit what you have promised.`,
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
      ),
    )
  const risk = raidEntry(
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
    name: `Hold ${day} without ${word}: ${keys.length} tickets follow`,
    button: 'Leave them for later',
    does: `${part.count(comments.length, 'comment')}${sponsor ? `, 1 mail to ${sponsor.name}` : ''}, 1 risk, 1 decision log entry`,
    stillForYou: `Take ${part.listed(keys)} out of ${milestone.name} in Jira`,
    costs: `${part.listed(keys)} come later`,
    pros: [
      `The day stands; ${part.count(left, of.unit)} remain`,
      ...(said ? [clip(`“${said.sentence}”`, 160)] : []),
    ],
    cons: [`${part.listed(keys)} come later`],
    acts: [...comments, ...told, raidAct([risk], `risk, what follows after ${milestone.name}`)],
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

function moveLater(given: Case, later: plan.Milestone): part.Unlettered {
  const { picture } = given
  const hours = picture.desk.workingHours
  const day = part.dayName(
    localDate(addWorking(part.noonOf(later.dueOn, hours), 10, picture), hours.timeZone),
    hours,
  )
  return {
    name: `Move ${later.name} to ${day} with it`,
    button: `Move ${later.name}`,
    does: '1 decision log entry, 1 risk',
    stillForYou: `Tell everybody who counts on ${later.name}`,
    costs: `${later.name} is no longer ${part.dayName(later.dueOn, hours)}`,
    pros: ['Nothing is left out, nothing is rushed'],
    cons: [`${later.name} was promised for ${part.dayName(later.dueOn, hours)}`],
    acts: [riskAct(given, `${later.name} proposed for ${day}`)],
  }
}

function tellNow(given: Case): part.Unlettered {
  return {
    name: 'Keep the day and say that it is at risk',
    button: 'Keep it as a risk',
    does: '1 risk',
    stillForYou: 'Say so to whoever counts on the day',
    costs: 'The day may be missed after all',
    pros: ['Nothing is moved before it has to be'],
    cons: ['The day may be missed after all'],
    acts: [riskAct(given, 'Kept as planned, at risk')],
  }
}
