import { z } from 'zod'
import { actionType, boundaryAt, leavesTheWorkbench } from './boundary.ts'
import { confidence } from './confidence.ts'
import { instant } from './instant.ts'
import { autonomyLevel, DIAL_WORDS } from './project.ts'

/** What the executor asks before an act goes, in this order; the first that speaks against it is its answer. */
export const CHECKS = [
  'paused',
  'permit',
  'boundary',
  'recipients',
  'confidence',
  'budget',
  'working_hours',
  'premise',
  'manners',
] as const
export type CheckName = (typeof CHECKS)[number]

/** Everything that the last check looked at, as it stood then. */
export const lastCheckInputs = z.object({
  at: instant,
  type: actionType,
  dial: autonomyLevel,
  paused: z.boolean(),
  /** The PM is away, or has not said yet what becomes of what waited meanwhile. */
  away: z.boolean().default(false),
  /** By whose leave it goes, and whether that leave was used before. */
  permit: z.object({ by: z.enum(['dial', 'pm']), isUsed: z.boolean() }),
  /** Of the register, as it stands now. */
  recipients: z.array(z.object({ id: z.string(), class: z.string() })),
  recipientsProblem: z.string().nullable(),
  /** Of what the agent does alone; the PM's word needs no score. */
  confidence: confidence.nullable(),
  /** Before then it is no time to act alone, and why; null: it may go now. */
  notBefore: z.object({ until: instant, says: z.string() }).nullable(),
  /** What no longer holds; `unasked` while something else spoke against it first. */
  premise: z.union([z.object({ problem: z.string().nullable() }), z.literal('unasked')]),
  /** What manners say against it as things stand now; null: the PM's word needs none. */
  manners: z
    .union([z.array(z.string()), z.literal('unasked')])
    .nullable()
    .default(null),
})
export type LastCheckInputs = z.infer<typeof lastCheckInputs>

/** The inputs and the answer of the last check, stored with the act so that it can be explained (law 10). */
export const lastCheck = z.object({
  inputs: lastCheckInputs,
  /** `wait`: as it is, and asked again. `hold`: until a better moment. `stop`: it does not go. */
  verdict: z.enum(['go', 'wait', 'hold', 'stop']),
  against: z.enum(CHECKS).nullable(),
  says: z.string().nullable(),
})
export type LastCheck = z.infer<typeof lastCheck>

type Against = { verdict: Exclude<LastCheck['verdict'], 'go'>; says: string } | null

/** Whether an act may go at this moment. Fails closed: what was not asked does not let it go. */
export function judgeLast(inputs: LastCheckInputs): LastCheck {
  for (const against of CHECKS) {
    const found = SPEAKS[against](inputs)
    if (found) return { inputs, against, ...found }
  }
  return { inputs, verdict: 'go', against: null, says: null }
}

const SPEAKS: Record<CheckName, (of: LastCheckInputs) => Against> = {
  paused: stopped,
  permit: ({ permit }) => (permit.isUsed ? stop('its permit was used before') : null),
  boundary,
  recipients: ({ recipientsProblem }) => (recipientsProblem === null ? null : stop(recipientsProblem)),
  confidence: unsure,
  // The text of an act is bought before there is an act: see docs/decisions/0022. An empty budget stops none.
  budget: () => null,
  working_hours: ({ notBefore }) => (notBefore ? { verdict: 'hold', says: notBefore.says } : null),
  premise: ({ premise }) => {
    if (premise === 'unasked') return { verdict: 'wait', says: 'not asked yet' }
    return premise.problem === null ? null : stop(premise.problem)
  },
  // After the premise: what no longer holds is no question of manners.
  manners: ({ manners }) => {
    if (manners === 'unasked') return { verdict: 'wait', says: 'not asked yet' }
    return manners === null || manners.length === 0 ? null : stop(manners.join('; '))
  },
}

/** Pause stops all that leaves; while the PM is away, what has no word of theirs waits. */
function stopped({ paused, away, type, permit }: LastCheckInputs): Against {
  if (!leavesTheWorkbench(type)) return null
  if (paused) return { verdict: 'wait', says: 'paused' }
  return away && permit.by === 'dial' ? { verdict: 'wait', says: 'you are away' } : null
}

/** What the dial has permitted it can take back; at Observe nothing leaves, and the PM's word changes that no more. */
function boundary({ type, dial, permit }: LastCheckInputs): Against {
  const now = boundaryAt(type, dial)
  if (now === 'never') return stop('not allowed')
  if (permit.by === 'dial')
    return now === 'approval' ? stop(`the dial was lowered to ${DIAL_WORDS[dial]}`) : null
  if (dial === 'monitoring' && leavesTheWorkbench(type)) return stop('the dial is at Observe')
  return null
}

/** A failed form lets nothing go. Each other failure is one rung down: what may go at once is held, what is held asks. */
function unsure({ type, dial, confidence: scores }: LastCheckInputs): Against {
  if (!scores) return null
  const { boundaryCompliance, schemaValidity, sourceAgreement, precedentMatch } = scores
  if (!boundaryCompliance.passed) return stop(`allowed: ${boundaryCompliance.says}`)
  if (!schemaValidity.passed) return stop(`form: ${schemaValidity.says}`)
  const failed = [
    ['sources', sourceAgreement],
    ['precedent', precedentMatch],
  ] as const
  const [first, ...more] = failed.filter(([, { passed }]) => !passed)
  const mayFail = boundaryAt(type, dial) === 'auto' && more.length === 0
  return first && !mayFail ? stop(`${first[0]}: ${first[1].says}`) : null
}

const stop = (says: string): Against => ({ verdict: 'stop', says })
