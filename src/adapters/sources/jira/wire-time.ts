import { z } from 'zod'

/** Jira's times: ISO with `+0000`, or epoch milliseconds in bulk answers; ISO in UTC when read. */
export const when = z.union([z.string(), z.number()]).transform((value, context) => {
  const date = new Date(value)
  if (!Number.isNaN(date.getTime())) return date.toISOString()
  context.addIssue('Expected a date and time.')
  return z.NEVER
})
