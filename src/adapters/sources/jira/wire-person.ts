import { z } from 'zod'
import type { JiraPerson } from '#src/domain/jira-issue.ts'

/** Nobody, for removed accounts and automation; someone without an id keeps the name. */
export const person = z
  .object({
    accountId: z.string().optional(),
    displayName: z.string().optional(),
    emailAddress: z.string().optional(),
  })
  .nullish()
  .transform((user): JiraPerson | null => {
    const name = user?.displayName ?? user?.accountId
    if (user === null || user === undefined || name === undefined) return null
    return { accountId: user.accountId ?? 'unknown', name, email: user.emailAddress ?? null }
  })

export const wireWatches = z.object({ watchCount: z.number().int().min(0), isWatching: z.boolean() })

/** How many a comment mails: without the PM, whom Jira does not mail about what they wrote. */
export function watchersIn(watches: z.infer<typeof wireWatches> | null | undefined): { watchers?: number } {
  return watches ? { watchers: Math.max(0, watches.watchCount - (watches.isWatching ? 1 : 0)) } : {}
}
