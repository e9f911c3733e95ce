import { whole, type Answer, type Plan } from './answer.ts'
import type { Fault } from './fault-box.ts'
import { isVendor } from './value.ts'

/** Does what was asked, at a moment of scenario time (ms), with pages no longer than a fault wants them. */
export type Perform = (at: number, pageSize?: number) => Answer

/** What a fault leaves of an answer, for every vendor alike. `list`: the field of a page that holds its items. */
export function struckBy(fault: Fault, now: number, perform: Perform, list: string): Plan {
  switch (fault.fault) {
    case 'timeout':
      return { way: 'hang' }
    case 'drop':
      return { way: 'drop' }
    case 'malformed':
      return { way: 'garbled', answer: { status: 200, body: {} } }
    case 'lostReply':
      perform(now)
      return { way: 'drop' }
    case 'cut':
      return { way: 'cut', answer: perform(now) }
    case 'pageSize':
      return whole(perform(now, fault.pageSize ?? 1))
    case 'skew':
      return whole(perform(now + (fault.skewSeconds ?? -600) * 1000))
    case 'duplicate':
    case 'reorder':
      return whole(distorted(perform(now), fault, list))
    default:
      return whole(perform(now))
  }
}

/** What a vendor shows that is behind its own records by so much (ms), at its own time all the same. */
export function shownLate(perform: Perform, lagMs: number): Perform {
  if (lagMs === 0) return perform
  return (at, pageSize) => {
    const answer = perform(at - lagMs, pageSize)
    return { ...answer, headers: { ...answer.headers, Date: new Date(at).toUTCString() } }
  }
}

/** A page with its first item twice, or backwards; other answers as they are. */
function distorted(answer: Answer, { fault }: Fault, list: string): Answer {
  const found = isVendor(answer.body) ? answer.body[list] : undefined
  if (!isVendor(answer.body) || !Array.isArray(found)) return answer
  const items: unknown[] = found
  const changed = fault === 'duplicate' ? [...items, ...items.slice(0, 1)] : items.toReversed()
  return { ...answer, body: { ...answer.body, [list]: changed } }
}
