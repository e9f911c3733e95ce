import type { DocumentChange } from './document-change.ts'
import { raidLog } from './raid-log.ts'

/** What restoring a document takes back, in a form by which the same change is known again. */
export function takenBack(from: object, to: object): string[] {
  const before = new Map<string, unknown>(Object.entries(to))
  return Object.entries(from).flatMap(([section, value]) => {
    const old = before.get(section)
    if (JSON.stringify(old) === JSON.stringify(value)) return []
    return section === 'items' ? itemsTakenBack(from, to) : [markOf(section, value)]
  })
}

/** The PM has taken this very change back: it is theirs to make again, and not suggested any more. */
export function isTakenBack(change: DocumentChange, undone: string[]): boolean {
  switch (change.op) {
    case 'section':
      return undone.includes(markOf(change.section, change.value))
    case 'add':
      return undone.includes(markOf('add', change.item.id))
    case 'set':
      return undone.includes(markOf(`${change.itemId}.${change.field}`, change.value))
    case 'entry':
    case 'rag':
    case 'restore':
    case 'revert':
    case 'milestone':
      return false
  }
}

function itemsTakenBack(from: object, to: object): string[] {
  const [now, then] = [raidLog.parse(from), raidLog.parse(to)]
  return now.items.flatMap((item) => {
    const old = then.items.find((each) => each.id === item.id)
    if (!old) return [markOf('add', item.id)]
    const was = new Map<string, unknown>(Object.entries(old))
    return Object.entries(item)
      .filter(([field, value]) => field !== 'lastReviewedAt' && was.get(field) !== value)
      .map(([field, value]) => markOf(`${item.id}.${field}`, value))
  })
}

const markOf = (what: string, value: unknown) => `${what}=${JSON.stringify(value)}`
