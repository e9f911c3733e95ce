import type { z } from 'zod'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import type { Route as VendorRoute } from '#src/sandbox/vendor/routes.ts'
import type { Site } from './site.ts'

/** A request past authentication. `at` is the site's moment (ms), `indexedAt` that of its search; `base` the double's own URL; `pageSize` a fault's cap. */
export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
  at: number
  indexedAt: number
  base: string
  pageSize: number | undefined
}

export type Route = VendorRoute<Site, Asked>

/** A refusal in Jira's shape. */
export function refused(status: number, message: string, errors: Record<string, string> = {}): Answer {
  return { status, body: { errorMessages: message === '' ? [] : [message], errors } }
}

/** Jira's answer for an issue that is not there, or that the account may not see. */
export const noSuchIssue = refused(404, 'Issue does not exist or you do not have permission to see it.')

/** A body checked against a schema, or the 400 that Jira gives. */
export function readBody<T>(
  schema: z.ZodType<T>,
  body: unknown,
): { ok: true; value: T } | { ok: false; answer: Answer } {
  const parsed = schema.safeParse(body)
  if (parsed.success) return { ok: true, value: parsed.data }
  const places = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`)
  return { ok: false, answer: refused(400, `Invalid request payload. ${places.join('; ')}`) }
}

/** A list parameter: repeated, comma-separated, or both. */
export function listOf(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
}

/** A whole number from the query, within bounds. */
export function numberOf(query: URLSearchParams, name: string, otherwise: number, most: number): number {
  const value = Number(query.get(name) ?? otherwise)
  return Number.isInteger(value) && value >= 0 ? Math.min(value, most) : otherwise
}

/** A slice of a list as Jira's page bean. */
export function pageBean<T>(values: readonly T[], asked: Asked, most: number) {
  const startAt = numberOf(asked.query, 'startAt', 0, values.length)
  const maxResults = Math.min(numberOf(asked.query, 'maxResults', most, most), asked.pageSize ?? most)
  const next = startAt + maxResults
  const isLast = next >= values.length
  const page = (start: number) =>
    `${asked.base}${asked.path}?startAt=${String(start)}&maxResults=${String(maxResults)}`
  return {
    self: page(startAt),
    ...(!isLast && { nextPage: page(next) }),
    maxResults,
    startAt,
    total: values.length,
    isLast,
    values: values.slice(startAt, next),
  }
}
