import type { OptionAct } from '#src/domain/escalation.ts'
import { isOpenTicket, trackerOf, type MailBrief, type TicketMatter } from '#src/domain/matter.ts'
import { firstName, type Person } from '#src/domain/person.ts'
import * as part from './draft-parts.ts'
import * as plan from './picture.ts'
import { isKept, type Added, type Case } from './scope-in-sprint-case.ts'

type Offered = { option: part.Unlettered; keepsSome: boolean }

/** Move all of it, move what can wait, or keep it. */
export function optionsOf(given: Case): Offered[] {
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
    name:
      kept.length > 0
        ? `Keep ${part.listed(keptKeys)}, move ${part.listed(keys)}`
        : `Move all ${keys.length} to ${next}`,
    button: kept.length > 0 ? `Move ${part.listed(keys)}` : `Move all ${keys.length}`,
    does: `${part.count(comments.length, 'comment')}${asker ? `, 1 mail to ${asker.person.name}` : ''}, 1 decision log entry`,
    stillForYou: null,
    costs:
      kept.length > 0
        ? `${part.listed(keys)} ${keys.length === 1 ? 'waits' : 'wait'} for ${next}`
        : 'Also what is a duty or nearly done waits',
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
  const { sprint } = given
  const start = sprint.startAt ?? ''
  const out = plan.heaviestNew(sprint.tickets.filter(({ joinedAt }) => joinedAt <= start))
  const keys = open.map(({ ticket }) => ticket.id)
  const isInJira = out !== undefined && trackerOf(out) === 'jira'
  return {
    name: out ? `Keep all, take ${out.id} out` : 'Keep all of it',
    button: out ? `Take ${out.id} out` : 'Keep all of it',
    does: out
      ? `1 comment on ${out.id}, ${isInJira ? 'its sprint, ' : ''}1 decision log entry`
      : '1 decision log entry',
    stillForYou: null,
    costs: out ? `${out.id} waits: ${out.title}` : 'The sprint will not hold all of it',
    pros: ['Nobody who asked has to wait'],
    cons: [`The sprint carries ${part.count(keys.length, 'ticket')} it did not plan`],
    acts: out
      ? [
          part.comment(
            out,
            `${isInJira ? 'Leaves' : 'Proposed to leave'} ${sprint.name}, for ${part.listed(keys)} that came in after the start.`,
          ),
          ...(isInJira ? [outOfSprint(out)] : []),
        ]
      : [],
  }
}

function outOfSprint({ id, ticket }: TicketMatter): OptionAct {
  return {
    payload: { kind: 'jira_fields', key: id, change: { field: 'sprint', sprint: null } },
    summary: `Move ${id} out of the sprint`,
    premise: { key: id, status: ticket.status, flagged: null, unowned: null },
  }
}
