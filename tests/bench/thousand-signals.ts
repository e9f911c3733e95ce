import { addMinutes } from 'date-fns/addMinutes'
import { subDays } from 'date-fns/subDays'
import type { JiraRaw } from '#src/domain/raw-signal.ts'
import { aRaw, context } from '../fixtures/builders.ts'
import { aProject, NINE } from '../fixtures/desk.ts'

export const SIGNALS = 1000
/** Before them, on both sides: neither is charged for what a process does once, as compiling. */
export const WARM_UP = 100
/** One in five is a blocked ticket that nobody has: it becomes a decision, and a person answers it. */
export const ASKED_EVERY = 5
const PROJECTS = 10

export const projects = Array.from({ length: PROJECTS }, (_, n) => aProject({ id: keyOf(n) }))

/** The thousand in checks of so many, of ten projects; each signal is of a ticket of its own. */
export const checksOf = (atOnce: number) =>
  Array.from({ length: SIGNALS / atOnce }, (_, check) => checkOf(check + 2, WARM_UP + check * atOnce, atOnce))

/** Other signals than the thousand, in a check before theirs. */
export const warmUp = () => checkOf(1, 0, WARM_UP)

function checkOf(slots: number, first: number, count: number) {
  const at = addMinutes(NINE, 15 * slots)
  return {
    slot: at.toISOString(),
    at,
    changes: Array.from({ length: count }, (_, n) => changeOf(first + n, at)),
  }
}

function changeOf(n: number, at: Date): JiraRaw {
  const project = keyOf(n % PROJECTS)
  const key = `${project}-${n + 1}`
  const common = {
    ...{ externalId: `${10_000 + n}#1-0`, project, ref: key, title: `Part ${n + 1} of the move` },
    ...{ url: `https://example.atlassian.net/browse/${key}`, occurredAt: addMinutes(at, -5).toISOString() },
  }
  const changedAt = subDays(at, 8).toISOString()
  if (n % ASKED_EVERY === 0) {
    const flagged = { ...context, flagged: true, changedAt }
    const words = { before: null, after: 'Impediment', text: 'Flagged: none → Impediment' }
    return aRaw({ ...common, ...words, kind: 'flag', context: flagged })
  }
  const assignee = { accountId: 'a2', name: 'Ann Lee', email: 'ann.lee@example.com' }
  const text = `The supplier of part ${n + 1} asks whether next week would do.`
  const said = { kind: 'comment' as const, before: null, after: text, text }
  return aRaw({ ...common, ...said, context: { ...context, assignee, changedAt } })
}

function keyOf(n: number): string {
  return `P${String.fromCharCode(65 + n)}`
}
