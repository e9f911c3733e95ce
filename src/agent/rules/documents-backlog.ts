import type { BacklogSummary, HighlightKind } from '#src/domain/backlog-summary.ts'
import type { TicketMatter } from '#src/domain/matter.ts'
import { dayWords } from '#src/domain/day-words.ts'
import { listed } from './draft-parts.ts'
import * as plan from './picture.ts'
import { isStarted } from './workflow-words.ts'

const STALE_DAYS = 10
const NEW_DAYS = 3
const HIGHLIGHTS = 12

/** What waits to be done, and what in it wants a hand. */
export function backlogOf(picture: plan.Picture): BacklogSummary {
  const open = plan.openTickets(picture)
  const highlights = open.flatMap((ticket) => highlightOf(ticket, picture) ?? [])
  const sprint = plan.runningSprint(picture)
  const added = sprint ? sprint.tickets.filter(({ joinedAt }) => joinedAt > (sprint.startAt ?? '')) : []
  return {
    byStatus: counted(open.map(({ ticket }) => ticket.status)),
    byPriority: counted(open.map(({ ticket }) => ticket.priority ?? 'None')),
    highlights: highlights
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.key.localeCompare(b.key))
      .slice(0, HIGHLIGHTS),
    refinement: open
      .filter(
        ({ ticket }) => /story/i.test(ticket.issueType) && (ticket.points === null || !ticket.hasCriteria),
      )
      .map(({ id, title, ticket }) => ({
        key: id,
        title,
        lacks: [
          ...(ticket.points === null ? ['an estimate'] : []),
          ...(ticket.hasCriteria ? [] : ['acceptance criteria']),
        ].join(' and '),
      }))
      .slice(0, HIGHLIGHTS),
    scopeNotes:
      sprint && added.length > 0
        ? [`${listed(added.map(({ id }) => id))} came into ${sprint.name} after it began`]
        : [],
  }
}

const ORDER: HighlightKind[] = ['blocked', 'scope_creep', 'missing_criteria', 'stale', 'new']

function highlightOf(
  about: TicketMatter,
  picture: plan.Picture,
): BacklogSummary['highlights'][number] | undefined {
  const { id: key, title, ticket } = about
  const born = about.briefs.find((each) => each.kind === 'created' && !each.bootstrap)
  const said = (kind: HighlightKind, note: string, action: string) => ({ key, title, kind, note, action })
  if (ticket.flagged)
    return said(
      'blocked',
      about.unownedSince ? 'blocked, nobody on it' : `blocked, with ${ticket.assignee?.name ?? 'nobody'}`,
      'Find out what it waits for',
    )
  if (!ticket.hasCriteria && ticket.versions.length > 0 && /story/i.test(ticket.issueType))
    return said(
      'missing_criteria',
      `in ${ticket.versions[0]?.name ?? ''}, no acceptance criteria`,
      'Add what has to be true',
    )
  if (isStarted(ticket) && plan.workingDaysSince(ticket.changedAt, picture) > STALE_DAYS)
    return said(
      'stale',
      `in ${ticket.status}, unchanged since ${dayWords(ticket.changedAt, plan.zoneOf(picture))}`,
      'Ask whether it is still worked on',
    )
  if (born && plan.workingDaysSince(born.at, picture) < NEW_DAYS)
    return said('new', 'new', 'Size it and give it a place')
  return undefined
}

function counted(names: string[]): { name: string; tickets: number }[] {
  const counts = Map.groupBy(names, (name) => name)
  return [...counts]
    .map(([name, list]) => ({ name, tickets: list.length }))
    .sort((a, b) => b.tickets - a.tickets || a.name.localeCompare(b.name))
}
