import { z } from 'zod'

const findings = z.array(z.string())

/** What an attacked play came to: each list names what should not be, the counts what it rests on. */
export const seen = z.object({
  signalsLost: findings,
  signalsDoubled: findings,
  actsDoubled: findings,
  actsLost: findings,
  actsOutsideBoundary: findings,
  actsEarly: findings,
  recipientsUnknown: findings,
  secretsShown: findings,
  markupRendered: findings,
  remoteLoads: findings,
  linksRelayed: findings,
  notMet: findings,
  /** Fields that carried an attack and were read. */
  struck: z.number(),
  /** What there was to look at. */
  looked: z.record(z.string(), z.number()),
})
export type Seen = z.infer<typeof seen>
