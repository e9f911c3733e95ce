import { z } from 'zod'

export const highlightKind = z.enum(['blocked', 'stale', 'missing_criteria', 'scope_creep', 'new'])
export type HighlightKind = z.infer<typeof highlightKind>

const count = z.object({ name: z.string(), tickets: z.number().int() })

/** What waits to be done, and what in it wants a hand. */
export const backlogSummary = z.object({
  byStatus: z.array(count),
  byPriority: z.array(count),
  highlights: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      kind: highlightKind,
      note: z.string(),
      action: z.string(),
    }),
  ),
  refinement: z.array(z.object({ key: z.string(), title: z.string(), lacks: z.string() })),
  scopeNotes: z.array(z.string()),
})
export type BacklogSummary = z.infer<typeof backlogSummary>

/** Before anything was read. */
export const EMPTY_BACKLOG: BacklogSummary = {
  byStatus: [],
  byPriority: [],
  highlights: [],
  refinement: [],
  scopeNotes: [],
}
