import type { Signal } from '#src/domain/signal.ts'

type SignalKind = Signal['kind']

/** A signal that is not finished: enough of it to say whose turn it is. */
export type Waiting = { id: string; kind: SignalKind; ref: string }

/** What can't wait, what is work as usual, and what hardly ever matters. Kinds that are not named are as usual. */
const URGENT: ReadonlySet<SignalKind> = new Set([
  'flag',
  'due_date',
  'priority',
  'mail_received',
  'mail_revived',
])
const IDLE: ReadonlySet<SignalKind> = new Set(['rank', 'other', 'link', 'mail_bulk', 'mail_automatic'])

/**
 * Kinds that can't wait first; within them each project in its turn, and the mailbox as one of them, so that ten thousand
 * changes of one project do not keep a few of another waiting. Otherwise in the order given.
 */
export function inTurns(waiting: Waiting[]): Waiting[] {
  return [...Map.groupBy(waiting, rankOf)]
    .sort(([a], [b]) => a - b)
    .flatMap(([, ofRank]) => roundRobin([...Map.groupBy(ofRank, ownerOf).values()]))
}

function rankOf({ kind }: Waiting): number {
  if (URGENT.has(kind)) return 0
  return IDLE.has(kind) ? 2 : 1
}

/** A ticket's project; mails share one turn until they are placed. */
function ownerOf({ ref }: Waiting): string {
  return /^([A-Z][A-Z0-9_]*)-\d+$/.exec(ref)?.[1] ?? 'mail'
}

function roundRobin<T>(queues: T[][]): T[] {
  const longest = Math.max(0, ...queues.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) =>
    queues.flatMap((queue) => queue.slice(turn, turn + 1)),
  ).flat()
}
