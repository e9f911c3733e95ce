import { z } from 'zod'
import { instant } from './instant.ts'

export const importance = z.enum(['critical', 'high', 'medium', 'low', 'noise'])
export type Importance = z.infer<typeof importance>

/** Highest first. */
export const IMPORTANCES: readonly Importance[] = importance.options

/** How much it matters, as people read it. Source: words.md. */
export type Band = 'needs you' | 'worth knowing' | 'routine' | 'noise'

const BANDS: Record<Importance, Band> = {
  critical: 'needs you',
  high: 'needs you',
  medium: 'worth knowing',
  low: 'routine',
  noise: 'noise',
}

export const bandOf = (of: Importance): Band => BANDS[of]

/** One importance for each band, highest first: what the PM can say of a signal. */
export const ANSWERS = ['high', 'medium', 'low', 'noise'] as const satisfies Importance[]

/** What triage made of a signal, with the rule and the inputs it rested on, so that it can be re-run (law 10). */
export const verdict = z.object({
  signalId: z.string(),
  importance,
  complexity: z.enum(['routine', 'complex']),
  by: z.enum(['rules', 'model']),
  /** The rule's name and version, such as `flag-unowned@1`. */
  rule: z.string(),
  reason: z.string(),
  /** The memory that said so. */
  memoryId: z.string().optional(),
  at: instant,
})
export type Verdict = z.infer<typeof verdict>
