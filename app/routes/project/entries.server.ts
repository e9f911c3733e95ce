import type { ArtefactChange } from '#src/domain/artefact.ts'
import type { RaidChange, RaidItem } from '#src/domain/raid-log.ts'

/** One entry and everything that ever changed it, newest first. */
export type RaidEntry = { item: RaidItem; history: { at: string; change: RaidChange }[] }

const CLOSED: RaidItem['status'][] = ['resolved', 'closed']
const SEVERITIES: RaidItem['severity'][] = ['critical', 'high', 'medium', 'low']

/** Entries with their history; open ones by severity, then age. */
export function entriesOf(
  items: RaidItem[],
  changes: ArtefactChange[],
): { open: RaidEntry[]; closed: RaidEntry[] } {
  const entries = items.map((item) => ({ item, history: historyOf(item.id, changes) })).sort(worstFirst)
  return {
    open: entries.filter(({ item }) => !CLOSED.includes(item.status)),
    closed: entries.filter(({ item }) => CLOSED.includes(item.status)),
  }
}

function historyOf(itemId: string, changes: ArtefactChange[]): RaidEntry['history'] {
  return changes.flatMap(({ at, changes: made }) =>
    made.filter((change) => aboutOf(change) === itemId).map((change) => ({ at, change })),
  )
}

const aboutOf = (change: RaidChange) => (change.op === 'add' ? change.item.id : change.itemId)

function worstFirst(a: RaidEntry, b: RaidEntry): number {
  const bySeverity = SEVERITIES.indexOf(a.item.severity) - SEVERITIES.indexOf(b.item.severity)
  return bySeverity || a.item.raisedAt.localeCompare(b.item.raisedAt)
}
