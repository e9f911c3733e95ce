import { backlogSummary, type HighlightKind } from '#src/domain/backlog-summary.ts'
import { deliveryState, type DeliveryState, type Rag } from '#src/domain/delivery-state.ts'
import { counted, plainDate } from '#app/times.ts'

/** A section of a document as named fields in words: two of them can be compared, and what differs be told. */
export type Fields = Map<string, string>

const delivery = deliveryState.shape
const backlog = backlogSummary.shape

/** The fields of a section's value; a value that cannot be read has none. */
export function fieldsOf(section: string, value: unknown): Fields {
  return new Map(SECTIONS[section]?.(value) ?? [])
}

type Pairs = [string, string][]

const SECTIONS: Record<string, (value: unknown) => Pairs> = {
  rag: (value) => {
    const read = delivery.rag.safeParse(value).data
    if (!read) return []
    const said: Pairs = [['RAG', ragWord(read.value)]]
    if (read.proposed) said.push(['Proposed RAG', `${ragWord(read.proposed)}: ${read.because}`])
    return said
  },
  summary: (value) => (typeof value === 'string' && value !== '' ? [['Summary', value]] : []),
  sprint: (value) => sprintFields(delivery.sprint.safeParse(value).data ?? null),
  milestones: (value) =>
    (delivery.milestones.safeParse(value).data ?? []).map(({ name, dueOn, status, notes }) => [
      name,
      [`${plainDate(dueOn)}, ${MILESTONE_WORDS[status]}`, notes].filter(Boolean).join('. '),
    ]),
  blockers: (value) =>
    (delivery.blockers.safeParse(value).data ?? []).map(({ key, waitsFor, owner }) => [
      `${key} blocked`,
      [owner ?? 'nobody on it', waitsFor && `waits for ${waitsFor.replace(/^by /, '')}`]
        .filter(Boolean)
        .join(', '),
    ]),
  metrics: (value) => {
    const read = delivery.metrics.safeParse(value).data
    if (!read) return []
    return [
      ['Open tickets', String(read.openTickets)],
      ['Open blockers', String(read.openBlockers)],
      ...read.velocity.map(({ sprint, points }): [string, string] => [
        `Velocity, ${sprint}`,
        inPoints(points),
      ]),
    ]
  },
  promises: (value) =>
    (delivery.promises.safeParse(value).data ?? []).map(({ to, about, dueOn }) => [
      `Promised to ${to}`,
      `${about}, by ${plainDate(dueOn)}`,
    ]),
  nextActions: (value) => listed('Next action', delivery.nextActions.safeParse(value).data),
  byStatus: (value) => counts(backlog.byStatus.safeParse(value).data),
  byPriority: (value) => counts(backlog.byPriority.safeParse(value).data, 'Priority '),
  highlights: (value) =>
    (backlog.highlights.safeParse(value).data ?? []).map(({ key, kind, note }) => [
      `${key} ${HIGHLIGHT_WORDS[kind]}`,
      note,
    ]),
  refinement: (value) =>
    (backlog.refinement.safeParse(value).data ?? []).map(({ key, lacks }) => [`${key} to refine`, lacks]),
  scopeNotes: (value) => listed('Scope', backlog.scopeNotes.safeParse(value).data),
}

export const MILESTONE_WORDS: Record<DeliveryState['milestones'][number]['status'], string> = {
  on_track: 'on track',
  at_risk: 'at risk',
  delayed: 'delayed',
  completed: 'completed',
}

export const HIGHLIGHT_WORDS: Record<HighlightKind, string> = {
  blocked: 'blocked',
  stale: 'not touched for long',
  missing_criteria: 'without criteria',
  scope_creep: 'added to the scope',
  new: 'new',
}

/** "Amber", "not set". */
export function ragWord(rag: Rag | null): string {
  return rag === null ? 'not set' : { green: 'Green', amber: 'Amber', red: 'Red' }[rag]
}

/** "Amber, Red proposed"; "RAG not set yet · Amber proposed" before the PM has set one. */
export function ragLine(value: Rag | null, proposed: Rag | null): string {
  const stands = value === null ? 'RAG not set yet' : ragWord(value)
  if (proposed === null) return stands
  return `${stands}${value === null ? ' ·' : ','} ${ragWord(proposed)} proposed`
}

function sprintFields(sprint: DeliveryState['sprint']): Pairs {
  if (!sprint) return [['Sprint', 'none is running']]
  const { total, done, inProgress, blocked, added } = sprint.points
  return [
    ['Sprint', `${sprint.name}, ${plainDate(sprint.startsOn)} to ${plainDate(sprint.endsOn)}`],
    ...(sprint.goal ? [['Sprint goal', sprint.goal] satisfies [string, string]] : []),
    ['Done', `${inPoints(done)} of ${total}`],
    ['In progress', inPoints(inProgress)],
    ['Blocked', inPoints(blocked)],
    ['Added since it began', inPoints(added)],
  ]
}

const inPoints = (points: number) => counted(points, 'point')

const counts = (all: { name: string; tickets: number }[] | undefined, before = ''): Pairs =>
  (all ?? []).map(({ name, tickets }) => [`${before}${name}`, counted(tickets, 'ticket')])

const listed = (name: string, all: string[] | undefined): Pairs =>
  (all ?? []).map((text) => [`${name}: ${text}`, 'listed'])
