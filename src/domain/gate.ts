import { boundaryAt, leavesTheWorkbench, type ActionType, type Hold } from './boundary.ts'
import { confidenceOf, type Confidence, type ConfidenceInputs } from './confidence.ts'
import type { GateRecord } from './gate-record.ts'
import type { AutonomyLevel } from './project.ts'

export type Fate = GateRecord['fate']

export type GateInputs = {
  type: ActionType
  dial: AutonomyLevel
  paused: boolean
  confidence: Omit<ConfidenceInputs, 'boundary' | 'sourcesWanted'>
  /** Manners that speak against it, in words; each steps the act down to asking. */
  manners: string[]
  /** What acts like it have earned; left out where nothing is held. */
  hold?: Hold
  at: Date
}

const ONE_RUNG_DOWN: Record<Fate, Fate> = { do: 'hold', hold: 'ask', ask: 'ask', refuse: 'refuse' }
const WANTS_TWO_SOURCES: readonly ActionType[] = ['email_external', 'scope_change', 'milestone_change']

/**
 * What may happen to an act that the agent proposes on its own: do, hold, ask the PM, or refuse. Fails closed: a failed
 * boundary or form refuses, a failed check of the other two steps down one rung, a broken manner asks.
 */
export function judge(inputs: GateInputs): GateRecord {
  const boundary = boundaryAt(inputs.type, inputs.dial)
  const sourcesWanted = WANTS_TWO_SOURCES.includes(inputs.type) ? 2 : 1
  const checks = confidenceOf({ ...inputs.confidence, boundary, sourcesWanted })
  const { fate, reasons } = weigh(inputs, BY_BOUNDARY[boundary], checks)
  const { dial, paused, at, hold } = inputs
  const held = fate === 'hold' ? (hold ?? null) : null
  const given = { ...inputs.confidence, manners: inputs.manners, hold: hold ?? null }
  const answer = { boundary, confidence: checks, fate, reasons, hold: held }
  return { dial, paused, ...answer, inputs: given, at: at.toISOString() }
}

const BY_BOUNDARY: Record<GateRecord['boundary'], Fate> = {
  auto: 'do',
  hold: 'hold',
  approval: 'ask',
  never: 'refuse',
}

function weigh(inputs: GateInputs, start: Fate, checks: Confidence): { fate: Fate; reasons: string[] } {
  const reasons: string[] = []
  let fate = start
  if (!checks.boundaryCompliance.passed || !checks.schemaValidity.passed) {
    reasons.push(checks.schemaValidity.passed ? 'not allowed' : `form: ${checks.schemaValidity.says}`)
    return { fate: 'refuse', reasons }
  }
  for (const [name, check] of [
    ['sources', checks.sourceAgreement],
    ['precedent', checks.precedentMatch],
  ] as const)
    if (!check.passed) {
      fate = ONE_RUNG_DOWN[fate]
      reasons.push(`${name}: ${check.says}`)
    }
  for (const manner of inputs.manners) {
    fate = 'ask'
    reasons.push(manner)
  }
  // Nothing that leaves is ever done at once: see the table of boundaries. It is held, and goes when the pause has ended.
  if (inputs.paused && leavesTheWorkbench(inputs.type)) reasons.push('paused')
  return { fate, reasons }
}
