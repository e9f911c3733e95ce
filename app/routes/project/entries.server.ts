import type { ArtefactChange } from '#src/domain/artefact.ts'
import type { DocumentChange } from '#src/domain/document-change.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import type { RaidItem } from '#src/domain/raid-log.ts'

/** One entry and everything it rests on, newest first. */
export type RaidEntry = { item: RaidItem; evidence: Evidence[] }

const CLOSED: RaidItem['status'][] = ['resolved', 'closed']
const SEVERITIES: RaidItem['severity'][] = ['critical', 'high', 'medium', 'low']

/** Entries with their evidence; open ones by severity, then age. */
export function entriesOf(
  items: RaidItem[],
  changes: ArtefactChange[],
): { open: RaidEntry[]; closed: RaidEntry[] } {
  const entries = items.map((item) => ({ item, evidence: evidenceOf(item.id, changes) })).sort(worstFirst)
  return {
    open: entries.filter(({ item }) => !CLOSED.includes(item.status)),
    closed: entries.filter(({ item }) => CLOSED.includes(item.status)),
  }
}

function evidenceOf(itemId: string, changes: ArtefactChange[]): Evidence[] {
  return changes.flatMap(({ changes: made }) =>
    made.filter((change) => isAbout(change, itemId)).flatMap((change) => change.evidence),
  )
}

function isAbout(change: DocumentChange, itemId: string): boolean {
  if (change.op === 'add') return change.item.id === itemId
  return change.op === 'set' && change.itemId === itemId
}

function worstFirst(a: RaidEntry, b: RaidEntry): number {
  const bySeverity = SEVERITIES.indexOf(a.item.severity) - SEVERITIES.indexOf(b.item.severity)
  return bySeverity || a.item.raisedAt.localeCompare(b.item.raisedAt)
}
