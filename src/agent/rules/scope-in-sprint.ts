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
import { firstName, type Person } from '#src/domain/person.ts'
import * as part from './draft-parts.ts'
import { isDuty, mayWait, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { mailsAbout } from './relation.ts'

const RULE = 'scope-in-sprint@1'
/** Points that come in after the start: below this share of what was committed, a sprint absorbs them. */
const SHARE = 0.25
/** Without points, this many tickets. */
const TICKETS = 3
const DAYS_TO_DECIDE = 2
const NEARLY_DONE = /review|test|verif|qa|accept/i

type Added = {
  ticket: TicketMatter
  joinedAt: string
  duty: { mail: Brief; sentence: string } | undefined
  mails: MailBrief[]
}
type Case = { picture: plan.Picture; sprint: plan.Sprint; committed: number; added: Added[] }

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

const subject = (sprintId: string) => `sprint-${sprintId}`

function caseOf(sprint: plan.Sprint, picture: plan.Picture): Case {
  const start = sprint.startAt ?? ''
  const added = sprint.tickets
    .filter(({ joinedAt }) => joinedAt > start)
    .sort((a, b) => a.joinedAt.localeCompare(b.joinedAt))
    .map((ticket): Added => {
      const mails = mailsAbout(ticket, picture.matters).filter(
        (each): each is MailBrief => each.mail !== null && !each.ours,
      )
      return { ticket, joinedAt: ticket.joinedAt, mails, duty: dutyOf(ticket, mails) }
    })
  const committed = plan.pointsOf(sprint.tickets.filter(({ joinedAt }) => joinedAt <= start))
  return { picture, sprint, committed, added }
}

/** Somebody says that it has to be: in a mail about it, or on the ticket. */
function dutyOf(ticket: TicketMatter, mails: MailBrief[]): Added['duty'] {
  const said = [...mails, ...ticket.briefs.filter((each) => !each.mail && !each.ours)]
  for (const mail of said) {
    const sentence = sentencesOf(mail.text).find((one) => isDuty(one) && !mayWait(one))
    if (sentence) return { mail, sentence }
  }
  return undefined
}

const isKept = ({ duty, ticket }: Added) =>
  duty !== undefined || NEARLY_DONE.test(ticket.ticket.status) || !isOpenTicket(ticket)

function draftOf(given: Case): EscalationDraft {
  const { picture, sprint, committed, added } = given
  const hours = picture.desk.workingHours
  const points = plan.pointsOf(added.map(({ ticket }) => ticket))
  const what = points > 0 ? part.count(points, 'point') : part.count(added.length, 'ticket')
  const decideBy = part.noonAfter(picture.now, DAYS_TO_DECIDE, hours)
  const options = optionsOf(given)
  const keeps = options.findIndex((each) => each.keepsSome)
  const letter = (['A', 'B', 'C', 'D'] as const)[keeps < 0 ? 0 : keeps] ?? 'A'
  return {
    projectId: picture.projectId,
    matterId: subject(sprint.id),
    title: part.shorten(`${what} entered ${sprint.name} after it started`, 70),
    whyNow: part.shorten(
      `${committed > 0 ? `${what} on a commitment of ${committed}` : what}: ${part.listed(added.map(({ ticket }) => ticket.id))}.`,
      140,
    ),
    importance: 'high',
    facts: factsOf(given),
    options: part.lettered(options.map(({ option }) => option)),
    recommendation: { optionId: letter, reason: reasonOf(given, keeps >= 0) },
    noAnswer: 'nothing is moved; it stays open and is repeated in the digest.',
    wouldChange: 'Something of it is taken out again, finished, or said to be a duty.',
    decideBy: decideBy.toISOString(),
    decideByWhy: null,
    rule: RULE,
    episode: sprint.id,
    since: sprint.startAt ?? picture.now.toISOString(),
    wordedBy: 'rules',
    related: added.map(({ ticket }) => ticket.id),
  }
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
  const asked = added.flatMap(({ mails, duty }) =>
    mails
      .filter(
        (mail) => mail.signalId !== duty?.mail.signalId && plan.personOf(picture, mail.email) !== undefined,
      )
      .slice(-1),
  )
  const requests = [...new Map(asked.map((mail) => [mail.signalId, mail])).values()].flatMap((mail) => {
    const [first] = sentencesOf(mail.text).filter((one) => one.length > 12)
    return first ? [quoted(mail, first)] : []
  })
  return [...joined.flat(), ...duties, ...requests]
}

type Offered = { option: part.Unlettered; keepsSome: boolean }

function optionsOf(given: Case): Offered[] {
  const open = given.added.filter(({ ticket }) => isOpenTicket(ticket))
  const kept = given.added.filter(isKept)
  const moved = open.filter((each) => !isKept(each))
  const all: Offered = { option: moveOut(given, open, []), keepsSome: false }
  const some: Offered[] =
    kept.length > 0 && moved.length > 0 ? [{ option: moveOut(given, moved, kept), keepsSome: true }] : []
  return [all, ...some, { option: keepAll(given, open), keepsSome: kept.length > 0 && moved.length === 0 }]
}

function moveOut(given: Case, moved: Added[], kept: Added[]): part.Unlettered {
  const { picture, sprint } = given
  const next = plan.nextSprint(picture)?.name ?? 'the next sprint'
  const keys = moved.map(({ ticket }) => ticket.id)
  const comments = moved.map(({ ticket }) =>
    part.comment(
      ticket,
      `Please plan ${ticket.id} for ${next}: ${sprint.name} had begun when it came in, and what was promised for it comes first.`,
      picture,
    ),
  )
  const asker = askerOf(moved, picture)
  const told = asker
    ? [
        part.mail(
          [asker.person],
          {
            subject: asker.mail?.title ?? `${part.listed(keys)} in ${next}`,
            paragraphs: [
              `${sprint.name} is full with what was promised for it. ${part.listed(moved.map(({ ticket }) => ticket.title))} ${keys.length === 1 ? 'is' : 'are'} proposed for ${next}.`,
            ],
            answers: asker.mail,
          },
          picture,
        ),
      ]
    : []
  const keptKeys = kept.map(({ ticket }) => ticket.id)
  return {
    name: part.shorten(
      kept.length > 0
        ? `Keep ${part.listed(keptKeys)}, move ${part.listed(keys)}`
        : `Move all ${keys.length} to ${next}`,
      60,
    ),
    button: part.shorten(kept.length > 0 ? `Move ${part.listed(keys)}` : `Move all ${keys.length}`, 40),
    does: `${part.count(comments.length, 'comment')}${asker ? `, 1 mail to ${asker.person.name}` : ''}, 1 decision log entry`,
    stillForYou: null,
    costs: part.shorten(
      kept.length > 0
        ? `${part.listed(keys)} ${keys.length === 1 ? 'waits' : 'wait'} for ${next}`
        : `Also what is a duty or nearly done waits`,
      60,
    ),
    pros: [`What was promised for ${sprint.name} stays possible`],
    cons: [asker ? `${firstName(asker.person.name)} asked for it now` : 'Whoever asked for it waits'],
    acts: [...comments, ...told],
  }
}

/** Whoever asked for most of it: by mail, or by writing the ticket. */
function askerOf(
  moved: Added[],
  picture: plan.Picture,
): { person: Person; mail: MailBrief | null } | undefined {
  const votes = new Map<string, { person: Person; mail: MailBrief | null; votes: number }>()
  for (const { ticket, mails } of moved) {
    const reporter = ticket.ticket.reporter?.email?.toLowerCase() ?? ''
    const mail = mails.findLast((each) => each.mail.folder === 'inbox') ?? null
    for (const [email, from] of [
      [reporter, null],
      [mail?.email ?? '', mail],
    ] as const) {
      const person = plan.personOf(picture, email)
      if (!person || person.class === 'team' || person.neverContact) continue
      const known = votes.get(person.id)
      votes.set(person.id, { person, mail: from ?? known?.mail ?? null, votes: (known?.votes ?? 0) + 1 })
    }
  }
  return [...votes.values()].sort((a, b) => b.votes - a.votes)[0]
}

function keepAll(given: Case, open: Added[]): part.Unlettered {
  const { picture, sprint } = given
  const start = sprint.startAt ?? ''
  const out = sprint.tickets
    .filter((each) => each.joinedAt <= start && each.ticket.statusCategory === 'new' && isOpenTicket(each))
    .sort((a, b) => (b.ticket.points ?? 0) - (a.ticket.points ?? 0) || a.id.localeCompare(b.id))[0]
  const keys = open.map(({ ticket }) => ticket.id)
  return {
    name: part.shorten(out ? `Keep all, take ${out.id} out` : 'Keep all of it', 60),
    button: part.shorten(out ? `Take ${out.id} out` : 'Keep all of it', 40),
    does: out ? `1 comment on ${out.id}, 1 decision log entry` : '1 decision log entry',
    stillForYou: null,
    costs: part.shorten(out ? `${out.id} waits: ${out.title}` : 'The sprint will not hold all of it', 60),
    pros: ['Nobody who asked has to wait'],
    cons: [`The sprint carries ${part.count(keys.length, 'ticket')} it did not plan`],
    acts: out
      ? [
          part.comment(
            out,
            `Proposed to leave ${sprint.name}, for ${part.listed(keys)} that came in after the start.`,
            picture,
          ),
        ]
      : [],
  }
}

function riskOf(given: Case) {
  const { picture, sprint, added } = given
  const evidence = factsOf(given).slice(0, 1)
  const entry = part.raidEntry(
    subject(sprint.id),
    {
      kind: 'risk',
      title: `Scope enters ${sprint.name} after its start`,
      severity: 'medium',
      status: 'open',
    },
    evidence,
    picture,
  )
  return {
    matterId: subject(sprint.id),
    ref: added[0]?.ticket.id ?? '',
    artefactType: 'raid_log' as const,
    changes: [entry],
    summary: `RAID log: risk, scope in ${sprint.name}`,
    rule: RULE,
    episode: sprint.id,
    since: sprint.startAt ?? picture.now.toISOString(),
  }
}
