import { z } from 'zod'
import { instant } from './instant.ts'

export const importance = z.enum(['critical', 'high', 'medium', 'low', 'noise'])
export type Importance = z.infer<typeof importance>

/** Highest first. */
export const IMPORTANCES: readonly Importance[] = importance.options

/** What triage made of a signal, with the rule and the inputs it rested on, so that it can be re-run (law 10). */
export const verdict = z.object({
  signalId: z.string(),
  importance,
  complexity: z.enum(['routine', 'complex']),
  by: z.enum(['rules', 'model']),
  /** The rule's name and version, such as `flag-unowned@1`. */
  rule: z.string(),
  reason: z.string(),
  at: instant,
})
export type Verdict = z.infer<typeof verdict>
