import { DOCUMENT_WORDS } from '#src/domain/artefact.ts'
import type { DocumentChange } from '#src/domain/document-change.ts'
import type { BacklogSummary } from '#src/domain/backlog-summary.ts'
import type { DeliveryState } from '#src/domain/delivery-state.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { worked } from '#src/domain/matter.ts'
import type { DocumentUpdate } from '#src/domain/proposal.ts'
import { backlogOf } from './documents-backlog.ts'
import { deliveryOf } from './documents-delivery.ts'
import * as plan from './picture.ts'

const RULE = 'documents@1'

/** Delivery state and backlog summary as the tickets now say, section by section: only what differs is changed. */
export function documentUpdates(
  picture: plan.Picture,
  known: { delivery: DeliveryState; backlog: BacklogSummary },
): DocumentUpdate[] {
  const evidence = anchors(picture)
  if (evidence.length === 0) return []
  return [
    ...updateOf('delivery_state', known.delivery, deliveryOf(picture, known.delivery), evidence, picture),
    ...updateOf('backlog_summary', known.backlog, backlogOf(picture), evidence, picture),
  ]
}

const SECTION_WORDS: Record<string, string> = {
  rag: 'proposed RAG',
  nextActions: 'next actions',
  byStatus: 'counts',
  byPriority: 'counts',
  scopeNotes: 'scope notes',
}

type Section = Extract<DocumentChange, { op: 'section' }>['value']

function updateOf(
  type: 'delivery_state' | 'backlog_summary',
  before: DeliveryState | BacklogSummary,
  after: DeliveryState | BacklogSummary,
  evidence: Evidence[],
  picture: plan.Picture,
): DocumentUpdate[] {
  const old = new Map(Object.entries<Section>(before))
  const sections = Object.entries<Section>(after).filter(
    ([section, value]) => JSON.stringify(old.get(section)) !== JSON.stringify(value),
  )
  const words = new Set(sections.map(([section]) => SECTION_WORDS[section] ?? section))
  const [first] = evidence
  if (!first || sections.length === 0) return []
  const at = picture.now.toISOString()
  return [
    {
      ...{ matterId: picture.projectId, ref: first.ref, artefactType: type, rule: `${RULE}/${type}` },
      changes: sections.map(([section, value]): DocumentChange => ({
        op: 'section',
        section,
        value,
        evidence,
      })),
      summary: `${DOCUMENT_WORDS[type]}: ${[...words].join(', ')}`,
      episode: `${at} ${type}`,
      since: at,
    },
  ]
}

/** What the update rests on: what is new, or else the newest there is. */
function anchors(picture: plan.Picture): Evidence[] {
  const all = plan
    .tickets(picture)
    .flatMap((ticket) =>
      ticket.briefs.filter((each) => !each.mail && !each.ours).map((brief) => ({ brief, ticket })),
    )
  const fresh = all.filter(({ brief }) => picture.fresh.has(brief.signalId))
  const used = (fresh.length > 0 ? fresh : all)
    .sort((a, b) => b.brief.at.localeCompare(a.brief.at))
    .slice(0, 3)
  return used.map(({ brief, ticket }) =>
    worked(brief, `${ticket.id}: ${brief.text.split('\n')[0]?.slice(0, 120) ?? ''}`),
  )
}
