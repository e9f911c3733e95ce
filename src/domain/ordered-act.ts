import { act, typeOf, type Act, type ActPayload } from './act.ts'
import { confidenceOf } from './confidence.ts'
import type { Evidence } from './evidence.ts'
import type { Premise } from './premise.ts'
import type { Project } from './project.ts'

export type Ordered = {
  id: string
  project: Project
  payload: ActPayload
  summary: string
  why: string
  /** When it may begin, in real time. */
  notBefore: Date
} & Partial<{
  matterId: string
  ref: string
  evidence: Evidence[]
  premise: Premise
  after: string
  compensates: string
  /** What stands in the log of why it may go. */
  reason: string
}>

/** An act that the PM has asked for, planned with their word: the executor does it as it does any act. */
export function actAsOrdered({ now, paused }: { now: Date; paused: boolean }, order: Ordered): Act {
  const { id, project, payload, summary, why, notBefore } = order
  const { matterId = project.id, evidence = [], premise = null, after = null } = order
  const { ref = matterId, compensates = null, reason = 'asked for by the PM' } = order
  const at = now.toISOString()
  const calm = { contradictions: [], sources: ['pm'], schemaProblem: null, precedents: [] }
  return act.parse({
    ...{ id, version: 1, projectId: project.id, matterId, ref, kind: typeOf(payload), payload },
    ...{ summary, why, evidence, premise, escalationId: null, after, askedFor: true, compensates },
    gate: {
      ...{ dial: project.autonomyLevel, paused, boundary: 'approval', fate: 'do', at },
      confidence: confidenceOf({ ...calm, boundary: 'approval', sourcesWanted: 1 }),
      reasons: [reason],
    },
    ...{ createdAt: at, updatedAt: at },
    ...{ status: 'planned', outcome: 'approved', notBefore: notBefore.toISOString() },
  })
}
