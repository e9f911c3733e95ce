import { localDate } from '#src/domain/calendar.ts'
import type { EscalationDraft } from '#src/domain/escalation.ts'
import { quoted, worked, type TicketMatter } from '#src/domain/matter.ts'
import type { DocumentUpdate } from '#src/domain/proposal.ts'
import { firstName } from '#src/domain/person.ts'
import * as part from './draft-parts.ts'
import { caseOf, subjectOf, type Case } from './outside-deadline-case.ts'
import { optionsOf } from './outside-deadline-options.ts'
import { moves } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { raidEntry, raidUpdate } from './raid-parts.ts'

const RULE = 'outside-deadline@1'
const DAYS_TO_DECIDE = 3

/** Somebody outside ends something on a day that hits a milestone, and the work that answers it is not planned. */
export const outsideDeadline: plan.Playbook = (picture) => {
  const cases = plan.received(picture).flatMap((mail) => caseOf(mail, picture) ?? [])
  const latest = [...new Map(cases.map((each) => [subjectOf(each), each])).values()]
  const drafts = latest.filter((each) => whyPlanned(each) === null).map(draftOf)
  const over = latest.flatMap((each) => {
    const because = whyPlanned(each)
    return because ? [{ matterId: subjectOf(each), rule: RULE, because }] : []
  })
  return { drafts, over, updates: latest.map(dependencyOf) }
}

/** The work was planned into a sprint that ends before it, or for a day before it. */
function whyPlanned({ work, picture, day, mail }: Case): string | null {
  if (!work) return null
  const { dueDate } = work.ticket
  const dated = work.briefs.findLast((each) => each.kind === 'due_date')
  if (dueDate && dated && dated.at > mail.at && dueDate <= day)
    return `${work.id} is now due ${part.dayName(dueDate, picture.desk.workingHours)}.`
  const sprint = plan.plannedSprint(work, picture)
  // A plan that was made before the day moved was made for the other day.
  if (!sprint || (sprint.joinedAt <= mail.at && moves(mail.text))) return null
  if (!sprint.endAt || localDate(new Date(sprint.endAt), plan.zoneOf(picture)) > day) return null
  return `${work.id} is in ${sprint.name}, which ends before ${part.dayName(day, picture.desk.workingHours)}.`
}

function draftOf(given: Case): EscalationDraft {
  const { picture, mail, sentence, day, thing, milestone, days, work, from } = given
  const hours = picture.desk.workingHours
  const when = days >= 0 ? `${part.count(days, 'day')} after` : `${part.count(-days, 'day')} before`
  const anchor = (work && plan.newestOnBoard([work])) ?? mail
  return part.drafted(picture, {
    matterId: subjectOf(given),
    title: `${thing} ends ${when} ${milestone.name}`,
    whyNow: `${from.name} names ${part.dayName(day, hours)}; the work for it is not planned.`,
    facts: [
      quoted(mail, sentence),
      ...(work ? [worked(anchor, standOf(work, picture))] : []),
      worked(anchor, `${milestone.name} is ${part.dayName(milestone.dueOn, hours)}`),
    ],
    options: optionsOf(given),
    recommendation: {
      optionId: 'A',
      reason: `The work is then done before ${days >= 0 ? milestone.name : 'it ends'}, not after it, and rests on nobody outside.`,
    },
    wouldChange: `${firstName(from.name)} names another day, ${work ? `${work.id} goes into a sprint` : 'the work is planned'}, or ${milestone.name} moves.`,
    ...decideByOf(given),
    rule: RULE,
    episode: day,
    since: mail.at,
    related: work ? [] : [subjectOf(given)],
  })
}

function standOf(work: TicketMatter, picture: plan.Picture): string {
  const points = work.ticket.points === null ? 'no estimate' : `${work.ticket.points} points`
  return `${work.id} is in ${work.ticket.status}, ${points}, ${plan.plannedSprint(work, picture)?.name ?? 'no sprint'}`
}

/** The day on which the next sprint is planned, while it comes before the deadline. */
function decideByOf({ picture, day }: Case): { decideBy: Date; decideByWhy: string | null } {
  const hours = picture.desk.workingHours
  const sprint = plan.runningSprint(picture)
  const lastDay = sprint?.endAt && localDate(new Date(sprint.endAt), hours.timeZone)
  const planning = lastDay ? part.noonOf(lastDay, hours) : undefined
  if (!sprint || !lastDay || !planning || planning <= picture.now || lastDay > day)
    return { decideBy: part.noonAfter(picture.now, DAYS_TO_DECIDE, hours), decideByWhy: null }
  return { decideBy: planning, decideByWhy: `${sprint.name} ends that day: what comes next is planned then.` }
}

/** What ends outside is a dependency, whatever is decided about it. */
function dependencyOf(given: Case): DocumentUpdate {
  const { picture, mail, sentence, day, thing, work } = given
  const about = subjectOf(given)
  const title = `${thing} ends ${part.dayName(day, picture.desk.workingHours)}${work ? `: ${work.id}` : ''}`
  const entry = raidEntry(
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
  const from = { matterId: about, ref: mail.ref, rule: RULE, episode: day, since: mail.at }
  return raidUpdate(from, [entry], `dependency, ${title}`)
}
