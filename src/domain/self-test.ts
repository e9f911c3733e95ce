import { z } from 'zod'
import { sourceName } from './cycle.ts'
import { instant } from './instant.ts'

/** What was tried of a connection, where, and if it failed why and what to change. */
export const finding = z.object({
  can: z.enum(['read', 'write']),
  /** A project's key, a folder, a kind of writing. */
  where: z.string(),
  /** Null: it can. */
  problem: z.string().nullable(),
  todo: z.string().nullable(),
})
export type Finding = z.infer<typeof finding>

const sourceFinding = finding.extend({ source: sourceName })
export type SourceFinding = z.infer<typeof sourceFinding>

const head = { version: z.number().int(), askedAt: instant }

/** `INTEGRATION | SELF_TEST`: asked for by the PM, and then what each connection can do. */
export const selfTest = z.discriminatedUnion('state', [
  z.object({ ...head, state: z.literal('asked') }),
  z.object({ ...head, state: z.literal('done'), testedAt: instant, findings: z.array(sourceFinding) }),
])
export type SelfTest = z.infer<typeof selfTest>

/** It works. */
export function can(what: Finding['can'], where: string): Finding {
  return { can: what, where, problem: null, todo: null }
}

/** It does not, and what to change. */
export function cannot(what: Finding['can'], where: string, problem: string, todo: string): Finding {
  return { can: what, where, problem, todo }
}
