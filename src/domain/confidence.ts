import { z } from 'zod'
import type { Boundary } from './boundary.ts'

const score = z.object({ passed: z.boolean(), says: z.string() })

/** Four independent, deterministic checks; never a model's own number, never a percentage. */
export const confidence = z.object({
  sourceAgreement: score,
  boundaryCompliance: score,
  schemaValidity: score,
  precedentMatch: score,
})
export type Confidence = z.infer<typeof confidence>

/** How an act like it ended. */
export const precedentEnd = z.enum(['approved', 'edited', 'cancelled', 'undone'])

export type ConfidenceInputs = {
  /** Signals of the same matter that are newer than the evidence and say otherwise. */
  contradictions: string[]
  /** Distinct sources the evidence comes from. */
  sources: string[]
  /** External mail, scope and milestones want two. */
  sourcesWanted: 1 | 2
  boundary: Boundary
  schemaProblem: string | null
  /** How like acts ended, newest first. */
  precedents: z.infer<typeof precedentEnd>[]
}

const FEW = 3
const RECENT = 5
const WANTED_SHARE = 0.7

/** Scores an act before it may go. Fewer than three like acts is neutral: "first of its kind". */
export function confidenceOf(inputs: ConfidenceInputs): Confidence {
  return {
    sourceAgreement: agreement(inputs),
    boundaryCompliance: {
      passed: inputs.boundary !== 'never',
      says: inputs.boundary === 'never' ? 'not allowed' : 'yes',
    },
    schemaValidity: { passed: inputs.schemaProblem === null, says: inputs.schemaProblem ?? 'complete' },
    precedentMatch: precedent(inputs.precedents),
  }
}

function agreement({ contradictions, sources, sourcesWanted }: ConfidenceInputs) {
  const newer = contradictions[0]
  if (newer !== undefined) return { passed: false, says: `newer word against it: ${newer}` }
  if (sources.length < sourcesWanted) return { passed: false, says: 'one source, two are wanted' }
  return {
    passed: true,
    says: sources.length === 1 ? 'one source, nothing newer against it' : 'sources agree',
  }
}

function precedent(ended: ConfidenceInputs['precedents']) {
  if (ended.length < FEW)
    return { passed: true, says: ended.length === 0 ? 'first of its kind' : `${ended.length} before` }
  const good = ended.filter((end) => end === 'approved' || end === 'edited').length
  const recentBad = ended.slice(0, RECENT).some((end) => end === 'cancelled' || end === 'undone')
  const passed = good / ended.length >= WANTED_SHARE && !recentBad
  return { passed, says: `${good} of ${ended.length} like it approved` }
}
