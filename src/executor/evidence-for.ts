import type { Act } from '#src/domain/act.ts'
import { boundaryAt, type ActionType } from '#src/domain/boundary.ts'
import { confidenceOf, type Confidence, type ConfidenceInputs } from '#src/domain/confidence.ts'
import { sourcesOf, type Evidence } from '#src/domain/evidence.ts'
import { endingOf, isAlone } from '#src/domain/graduation.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'

/** How far back precedent looks among like acts. */
const PRECEDENTS = 30

/** What the PM said of the agent's like acts, newest first; what lapsed is no word of theirs. */
export function precedentsAmong(acts: Act[], type: ActionType): ConfidenceInputs['precedents'] {
  return acts
    .filter((each) => each.kind === type && isAlone(each))
    .flatMap((each) => {
      const ending = endingOf(each)
      if (ending === null || ending === 'lapsed') return []
      if (ending === 'wrong') return 'undone' as const
      return ending === 'rewritten' ? ('edited' as const) : ending
    })
    .slice(0, PRECEDENTS)
}

/** The sources an act rests on; a notice to the PM rests on the workbench's own records. */
export function sourcesFor(evidence: Evidence[]): string[] {
  return evidence.length === 0 ? ['workbench'] : sourcesOf(evidence)
}

type Now = { dial: AutonomyLevel; problem: string | null }

/**
 * The four scores of an act when its time has come. What may be done and whom it reaches is scored anew, and whether its
 * matter moved on is asked of the source; precedent stands as it was: who stops one of four mails has seen the other three.
 */
export function confidenceNow({ gate, kind }: Act, { dial, problem }: Now): Confidence {
  const { boundaryCompliance, schemaValidity } = confidenceOf({
    ...{ contradictions: [], sources: [], sourcesWanted: 1, precedents: [] },
    ...{ boundary: boundaryAt(kind, dial), schemaProblem: problem },
  })
  return { ...gate.confidence, boundaryCompliance, schemaValidity }
}
