import type { JiraSignal, Signal } from '#src/domain/signal.ts'

/** Fewer tickets than this are changes that a reader wants to see one by one. */
const LEAST_TICKETS = 5
/** A bulk edit, a closed sprint or a board put in order is written by the tracker within so many seconds. */
const MOST_SECONDS = 60

/** The same change to many tickets, by one hand at one go. */
export type Burst = { signals: [JiraSignal, ...JiraSignal[]]; tickets: number }

/**
 * Finds the bursts among some signals: one person or automation, one kind of change with the same result, at least five
 * tickets, no minute between one and the next. What a burst holds is not to be told again by itself.
 */
export function burstsIn(signals: Signal[]): { bursts: Burst[]; others: Signal[] } {
  const changes = signals.filter((each) => each.source !== 'outlook')
  const alike = [...Map.groupBy(changes.filter(isOfManyTickets), sameHand).values()]
  const bursts = alike.flatMap(atOneGo).flatMap((run) => burstOf(run) ?? [])
  const told = new Set(bursts.flatMap((burst) => burst.signals.map(({ id }) => id)))
  return { bursts, others: signals.filter(({ id }) => !told.has(id)) }
}

/** Nobody says the same to five tickets within a minute by hand, but what is said is never only counted. */
const isOfManyTickets = ({ kind }: JiraSignal) => !['comment', 'mention', 'created'].includes(kind)

/** An order on the board has no result that two tickets could share. */
function sameHand({ project, source, kind, actor, text, after }: JiraSignal): string {
  const field = text.split(':')[0]
  return JSON.stringify([source, project, kind, field, actor?.accountId, kind === 'rank' ? null : after])
}

function atOneGo(alike: JiraSignal[]): JiraSignal[][] {
  const runs: JiraSignal[][] = []
  for (const each of alike.toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt))) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const gap = last ? Date.parse(each.occurredAt) - Date.parse(last.occurredAt) : Infinity
    if (run && gap <= MOST_SECONDS * 1000) run.push(each)
    else runs.push([each])
  }
  return runs
}

function burstOf(run: JiraSignal[]): Burst | null {
  const tickets = new Set(run.map(({ ref }) => ref)).size
  const [first, ...rest] = run
  return first && tickets >= LEAST_TICKETS ? { signals: [first, ...rest], tickets } : null
}
