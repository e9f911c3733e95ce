import { clip } from '#src/domain/clip.ts'
import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { isOpenTicket, quoted, worked } from '#src/domain/matter.ts'
import type { DocumentUpdate } from '#src/domain/proposal.ts'
import * as part from './draft-parts.ts'
import { isGreeting, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { raidEntry, raidUpdate } from './raid-parts.ts'
import { caseOf, isKept, subject, type Case } from './scope-in-sprint-case.ts'
import { optionsOf } from './scope-in-sprint-options.ts'

const RULE = 'scope-in-sprint@1'
/** Points that come in after the start: below this share of what was committed, a sprint absorbs them. */
const SHARE = 0.25
/** Without points, this many tickets. */
const TICKETS = 3
const DAYS_TO_DECIDE = 2

/** Work keeps coming into a sprint that has begun. One decision for the sprint, which grows while nobody has answered. */
export const scopeInSprint: plan.Playbook = (picture) => {
  const sprint = plan.runningSprint(picture)
  const ended = plan
    .sprints(picture)
    .filter(({ endAt }) => endAt !== null && endAt <= picture.now.toISOString())
  const over = ended
    .slice(-1)
    .map(({ id, name }) => ({ matterId: subject(id), rule: RULE, because: `${name} has ended.` }))
  if (!sprint) return { over }
  const given = caseOf(sprint, picture)
  const late = given.added.filter(({ ticket }) => isOpenTicket(ticket))
  const points = plan.pointsOf(given.added.map(({ ticket }) => ticket))
  const enough = given.committed > 0 ? points > SHARE * given.committed : given.added.length >= TICKETS
  if (!enough || late.length === 0) {
    const none = {
      matterId: subject(sprint.id),
      rule: RULE,
      because: `What came into ${sprint.name} is out of it again, or done.`,
    }
    return { over: enough || given.added.length === 0 ? [...over, none] : over }
  }
  return { drafts: [draftOf(given)], over, updates: [riskOf(given)] }
}

function draftOf(given: Case): EscalationDraft {
  const { picture, sprint, committed, added } = given
  const points = plan.pointsOf(added.map(({ ticket }) => ticket))
  const what = points > 0 ? part.count(points, 'point') : part.count(added.length, 'ticket')
  const options = optionsOf(given)
  const keeps = options.findIndex((each) => each.keepsSome)
  const letter = (['A', 'B', 'C', 'D'] as const)[keeps < 0 ? 0 : keeps] ?? 'A'
  return part.drafted(picture, {
    matterId: subject(sprint.id),
    title: `${what} entered ${sprint.name} after it started`,
    whyNow: `${committed > 0 ? `${what} on a commitment of ${committed}` : what}: ${part.listed(added.map(({ ticket }) => ticket.id))}.`,
    facts: factsOf(given),
    options: options.map(({ option }) => option),
    recommendation: { optionId: letter, reason: reasonOf(given, keeps >= 0) },
    noAnswer: 'nothing is moved; it stays open and is repeated in the digest.',
    wouldChange: 'Something of it is taken out again, finished, or said to be a duty.',
    decideBy: part.noonAfter(picture.now, DAYS_TO_DECIDE, picture.desk.workingHours),
    rule: RULE,
    episode: sprint.id,
    since: sprint.startAt ?? picture.now.toISOString(),
    related: added.map(({ ticket }) => ticket.id),
  })
}

function reasonOf({ added }: Case, keeps: boolean): string {
  const duties = added.filter(({ duty }) => duty).map(({ ticket }) => ticket.id)
  const nearly = added.filter((each) => !each.duty && isKept(each)).map(({ ticket }) => ticket.id)
  if (!keeps) return 'None of it is a duty, and what was promised for the sprint stays possible.'
  const why = [
    ...(duties.length > 0
      ? [`${part.listed(duties)} ${duties.length === 1 ? 'is a duty' : 'are duties'}`]
      : []),
    ...(nearly.length > 0
      ? [`${part.listed(nearly)} ${nearly.length === 1 ? 'is' : 'are'} nearly done`]
      : []),
  ]
  return `${why.join(' and ')}; the rest can wait for the next sprint.`
}

/** The newest addition comes last of the tickets, duties and requests first after them. */
function factsOf({ picture, sprint, added }: Case): Evidence[] {
  const joined = added.map(({ ticket, joinedAt }) => {
    const anchor =
      ticket.briefs.find((each) => each.at === joinedAt && !each.mail) ??
      ticket.briefs.find((each) => !each.mail) ??
      ticket.briefs[0]
    const points = ticket.ticket.points === null ? '' : `, ${part.count(ticket.ticket.points, 'point')}`
    return anchor
      ? [worked(anchor, `${ticket.id} came into ${sprint.name}${points}: ${clip(ticket.title, 80)}`)]
      : []
  })
  const duties = added.flatMap(({ duty }) => (duty ? [quoted(duty.mail, duty.sentence)] : []))
  const asked = added.flatMap(({ mails, duty, joinedAt }) =>
    mails
      .filter(
        (mail) => mail.signalId !== duty?.mail.signalId && plan.personOf(picture, mail.email) !== undefined,
      )
      .sort((a, b) => apart(a.at, joinedAt) - apart(b.at, joinedAt))
      .slice(0, 1),
  )
  const requests = [...new Map(asked.map((mail) => [mail.signalId, mail])).values()].flatMap((mail) => {
    const [first] = sentencesOf(mail.text).filter((one) => !isGreeting(one))
    return first ? [quoted(mail, first)] : []
  })
  return [...joined.flat(), ...duties, ...requests]
}

function riskOf(given: Case): DocumentUpdate {
  const { picture, sprint, added } = given
  const about = subject(sprint.id)
  const entry = raidEntry(
    about,
    {
      kind: 'risk',
      title: `Scope enters ${sprint.name} after its start`,
      severity: 'medium',
      status: 'open',
    },
    factsOf(given).slice(0, 1),
    picture,
  )
  const from = {
    ...{ matterId: about, ref: added[0]?.ticket.id ?? '', rule: RULE, episode: sprint.id },
    since: sprint.startAt ?? picture.now.toISOString(),
  }
  return raidUpdate(from, [entry], `risk, scope in ${sprint.name}`)
}

/** What was written nearest to its coming in says why it came. */
const apart = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b))
