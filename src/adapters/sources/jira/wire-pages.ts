import { z } from 'zod'

/** A page of a search; its issues are parsed one by one, so that one bad issue spoils no other. */
export const searchPage = z.object({ issues: z.array(z.unknown()), nextPageToken: z.string().nullish() })

/** A page of an issue's comments, unread. */
export const commentPage = z.object({ total: z.number(), comments: z.array(z.unknown()) })

/** A page of `changelog/bulkfetch`, histories unread. */
export const bulkChangelogPage = z.object({
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: z.array(z.unknown()) })),
  nextPageToken: z.string().nullish(),
})
