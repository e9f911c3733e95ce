import { addMinutes } from 'date-fns/addMinutes'
import { subDays } from 'date-fns/subDays'
import type { JiraRaw } from '#src/domain/raw-signal.ts'
import { aRaw, context } from '../fixtures/builders.ts'
import { aProject, NINE } from '../fixtures/desk.ts'

export const SIGNALS = 1000
/** One in five is a blocked ticket that nobody has: it becomes a decision, and a person answers it. */
export const ASKED_EVERY = 5
const PROJECTS = 10

export const projects = Array.from({ length: PROJECTS }, (_, n) => aProject({ id: keyOf(n) }))

/** The thousand in checks of so many, of ten projects; each signal is of a ticket of its own. */
export function checksOf(atOnce: number) {
  return Array.from({ length: SIGNALS / atOnce }, (_, check) => {
    const at = addMinutes(NINE, 15 * (check + 1))
    const changes = Array.from({ length: atOnce }, (__, n) => changeOf(check * atOnce + n, at))
    return { slot: at.toISOString(), at, changes }
  })
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
