import { z } from 'zod'
import { instant } from './instant.ts'

/**
 * The PM is on leave: since when, until when (null: until they say that they are back), and whom they briefed. It stands
 * until they are back and have said what becomes of what waited, also when its end has gone by.
 */
export const away = z.object({
  since: instant,
  until: instant.nullable(),
  /** `news`: on working mornings they are told what has come up since; only where the PM said so as they went. */
  deputy: z
    .object({ id: z.string(), name: z.string(), projectId: z.string(), news: z.boolean().optional() })
    .nullable(),
})
export type Away = z.infer<typeof away>

/** Whether the PM is away at a moment. */
export function isAway(of: Away | null, now: Date): of is Away {
  return of !== null && (of.until === null || now.toISOString() < of.until)
}

/** Whether what is due at a moment stands still: while the PM is away, and afterwards what fell due meanwhile. */
export function isFrozen(of: Away | null, dueAt: string, now: Date): boolean {
  if (of === null || of.until === null) return of !== null
  return now.toISOString() < of.until || dueAt < of.until
}
