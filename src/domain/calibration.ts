import type { Act } from './act.ts'
import type { Confidence } from './confidence.ts'
import type { Escalation } from './escalation.ts'
import type { Fate } from './gate.ts'
import { endingOf, isAlone } from './graduation.ts'
import { undoingsIn } from './undoings.ts'

/** What the PM made of an act that the agent had proposed. */
type SaidOfAct = 'approved' | 'edited' | 'rewritten' | 'stopped' | 'undone'
/** How the PM answered a decision: as recommended, by another option, in their own way, or not at all. */
type SaidOfDecision = 'recommended' | 'other' | 'own' | 'dismissed'

/** Of what the agent was equally sure, and how often the PM said what of it. */
export type SureAlike<T, S extends string> = { sure: T; said: Record<S, number> }

/** How sure the agent was: by how many of the four checks passed, and of acts by what the gate made of that. */
export type Calibration = {
  byChecks: SureAlike<number, SaidOfAct>[]
  byFate: SureAlike<Fate, SaidOfAct>[]
  decisions: SureAlike<number, SaidOfDecision>[]
}

/** How sure the agent was, against what the PM said. Where the PM said nothing, nothing is counted. */
export function calibrationOf(acts: Act[], escalations: Escalation[]): Calibration {
  const undone = new Set(undoingsIn(acts).map(({ act }) => act.id))
  const judged = acts.flatMap((act) => {
    const said = isAlone(act) ? saidOf(act, undone) : null
    return said ? [{ gate: act.gate, said }] : []
  })
  const answered = escalations.flatMap((asked) => {
    const said = answerTo(asked)
    return said ? [{ sure: passedIn(asked.confidence), said }] : []
  })
  const none = { approved: 0, edited: 0, rewritten: 0, stopped: 0, undone: 0 }
  const byChecks = judged.map(({ gate, said }) => ({ sure: passedIn(gate.confidence), said }))
  const byFate = judged.map(({ gate, said }) => ({ sure: gate.fate, said }))
  return {
    byChecks: grouped(byChecks, none).sort((a, b) => b.sure - a.sure),
    byFate: grouped(byFate, none).sort((a, b) => FATES.indexOf(a.sure) - FATES.indexOf(b.sure)),
    decisions: grouped(answered, { recommended: 0, other: 0, own: 0, dismissed: 0 }).sort(
      (a, b) => b.sure - a.sure,
    ),
  }
}

const FATES: Fate[] = ['do', 'hold', 'ask', 'refuse']

const passedIn = (confidence: Confidence) => Object.values(confidence).filter(({ passed }) => passed).length

function saidOf(act: Act, undone: Set<string>): SaidOfAct | null {
  if (undone.has(act.id)) return 'undone'
  const ending = endingOf(act)
  switch (ending) {
    case 'approved':
    case 'edited':
    case 'rewritten':
    case 'undone':
      return ending
    case 'cancelled':
      return 'stopped'
    case 'wrong':
      return 'undone'
    case 'lapsed':
    case null:
      return null
  }
}

function answerTo(asked: Escalation): SaidOfDecision | null {
  if (asked.status === 'dismissed') return 'dismissed'
  if (asked.status !== 'decided') return null
  if (asked.decision.instead !== null) return 'own'
  return asked.decision.optionId === asked.recommendation.optionId ? 'recommended' : 'other'
}

function grouped<T, S extends string>(
  all: { sure: T; said: S }[],
  none: Record<S, number>,
): SureAlike<T, S>[] {
  return [...Map.groupBy(all, ({ sure }) => sure)].map(([sure, those]) => {
    const said = { ...none }
    for (const each of those) said[each.said] += 1
    return { sure, said }
  })
}
