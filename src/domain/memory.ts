import { z } from 'zod'
import { dismissReason, type EscalationDraft } from './escalation.ts'
import { instant } from './instant.ts'
import { features, likeness } from './likeness.ts'
import { importance } from './verdict.ts'

const taught = {
  id: z.string(),
  version: z.number().int(),
  projectId: z.string(),
  by: z.string(),
  at: instant,
  /** What it was learned from. `title` is a copy: what it rests on may expire before it does. */
  from: z.object({
    kind: z.enum(['signal', 'escalation']),
    id: z.string(),
    ref: z.string(),
    title: z.string(),
  }),
  /** How often it has mattered, and when last. `latest`: for what, so that a step that is run again counts once. */
  mattered: z.object({ times: z.number().int(), lastAt: instant.nullable(), latest: z.array(z.string()) }),
}

/** Which decisions count as alike: of one playbook, about one matter or about any (null). */
export const askedLikeness = z.object({ rule: z.string(), matterId: z.string().nullable() })
export type AskedLikeness = z.infer<typeof askedLikeness>

/**
 * What was learned from the PM. `importance`: how much signals of a kind matter; `seen`: those of the one it was learned from. `silence`: decisions that should not be
 * raised, unless they weigh more than the one it was learned from. `choice`: how a decision was answered.
 */
export const memory = z.discriminatedUnion('teaches', [
  z.object({
    ...taught,
    teaches: z.literal('importance'),
    importance,
    was: importance.nullable(),
    like: likeness,
    seen: features,
  }),
  z.object({
    ...{
      ...taught,
      teaches: z.literal('silence'),
      like: askedLikeness,
      weight: importance,
      matterId: z.string(),
    },
    /** The reason of the dismissal that taught it; null: the PM said that it was wrong. */
    reason: dismissReason.nullable(),
  }),
  z.object({ ...taught, teaches: z.literal('choice'), like: askedLikeness, chose: z.string() }),
])
export type Memory = z.infer<typeof memory>
export type MemoryOf<T extends Memory['teaches']> = Extract<Memory, { teaches: T }>

/** Nothing has come of it yet. */
export const NEVER_MATTERED: Memory['mattered'] = { times: 0, lastAt: null, latest: [] }

/** Uses that are remembered one by one; far more than a step that is run again can repeat. */
const LATEST = 500

/** Counts uses, each by what it was for; the same object when all of them were counted before. */
export function mattered<M extends Memory>(before: M, uses: string[], at: Date): M {
  const known = new Set(before.mattered.latest)
  const fresh = [...new Set(uses)].filter((each) => !known.has(each))
  if (fresh.length === 0) return before
  const { times, latest } = before.mattered
  return {
    ...before,
    version: before.version + 1,
    mattered: {
      times: times + fresh.length,
      lastAt: at.toISOString(),
      latest: [...latest, ...fresh].slice(-LATEST),
    },
  }
}

/** A playbook's name without its version: a better rule answers the same question. */
export const playbookOf = ({ rule }: Pick<EscalationDraft, 'rule'>) => rule.split('@')[0] ?? rule
