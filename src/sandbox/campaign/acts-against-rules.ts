import type { Act } from '#src/domain/act.ts'
import type { Told } from './told.ts'

type Done = Extract<Act, { status: 'done' }>

/** Done though the gate said neither to do nor to hold it, and without the PM's word. */
export function isOutside(each: Done): boolean {
  if (each.outcome === 'approved' || each.outcome === 'edited') return false
  return each.gate.fate !== 'do' && each.gate.fate !== 'hold'
}

/** One that was held went before its time, and without the PM's word. */
export function isEarly({ id, outcome, receipt }: Done, history: Told['history']): boolean {
  const held = history.findLast((entry) => entry.is === 'held' && entry.id === id)
  return held?.is === 'held' && outcome === 'lapsed' && receipt.at < held.heldUntil
}
