import type { Act } from '#src/domain/act.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { Verdict } from '#src/domain/verdict.ts'

type Sorted = Pick<Verdict, 'importance' | 'by' | 'rule'>
type Outcome = { signals: Signal[]; escalations: Escalation[]; acts: Act[] }

/** What came out otherwise: then, as stored, and now. Null: it was not there. */
export type Differences = {
  sorted: { ref: string; source: string; kind: string; then: Sorted | null; now: Sorted | null }[]
  decisions: { id: string; title: string; then: Raised | null; now: Raised | null }[]
  acts: { kind: string; ref: string; summary: string; then: string | null; now: string | null }[]
}
type Raised = Pick<Escalation, 'title' | 'importance' | 'wordedBy'> & { recommended: string }

/** Compares what was stored with what a replay came to, by the names that both have in common. */
export function differencesOf(then: Outcome, now: Outcome): Differences {
  const sorted = pairs(then.signals, now.signals).flatMap(([before, after, { ref, source, kind }]) => {
    const [was, is] = [sortedOf(before), sortedOf(after)]
    return same(was, is) ? [] : [{ ref, source, kind, then: was, now: is }]
  })
  const decisions = pairs(then.escalations, now.escalations).flatMap(([before, after, { id, title }]) => {
    const [was, is] = [raisedOf(before), raisedOf(after)]
    return same(was, is) ? [] : [{ id, title, then: was, now: is }]
  })
  const acts = pairs(then.acts.filter(isOwn), now.acts.filter(isOwn)).flatMap(([before, after, of]) => {
    const [was, is] = [before?.gate.fate ?? null, after?.gate.fate ?? null]
    const { kind, ref, summary } = of
    return was === is ? [] : [{ kind, ref, summary, then: was, now: is }]
  })
  return { sorted, decisions, acts }
}

/** Acts of a choice are the PM's, and no gate rules over them. */
const isOwn = ({ escalationId }: Act) => escalationId === null

function pairs<T extends { id: string }>(then: T[], now: T[]): [T | undefined, T | undefined, T][] {
  const [before, after] = [
    new Map(then.map((each) => [each.id, each])),
    new Map(now.map((each) => [each.id, each])),
  ]
  const all = new Map([...before, ...after])
  return [...all].map(([id, each]) => [before.get(id), after.get(id), each])
}

function sortedOf(of: Signal | undefined): Sorted | null {
  if (!of?.verdict) return null
  const { importance, by, rule } = of.verdict
  return { importance, by, rule }
}

function raisedOf(of: Escalation | undefined): Raised | null {
  if (!of) return null
  const { title, importance, wordedBy, recommendation } = of
  return { title, importance, wordedBy, recommended: recommendation.optionId }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
