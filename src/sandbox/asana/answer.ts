import type { Answer } from '#src/sandbox/vendor/answer.ts'
import type { Route as VendorRoute } from '#src/sandbox/vendor/routes.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'
import { shaped } from './shape.ts'
import type { Workspace } from './workspace.ts'

/** A request past authentication. `path` is below `/api/1.0`; `at` is scenario time (ms); `pageSize` a fault's cap. */
export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
  at: number
  base: string
  pageSize: number | undefined
  /** The account may look, and not comment. */
  isViewer: boolean
}

export type Route = VendorRoute<Workspace, Asked>

const HELP =
  'For more information on API status codes and how to handle them, read the docs on errors: https://developers.asana.com/docs/errors'

/** A refusal in Asana's shape. */
export function refused(status: number, message: string, more: Vendor = {}): Answer {
  return { status, body: { errors: [{ message, help: HELP }], ...more } }
}

/** Asana's answer for an id that is not there, or that the account may not see. */
export function unknownObject(field: string, gid: string): Answer {
  return refused(404, `${field}: Unknown object: ${gid}`)
}

/** One record in Asana's envelope. */
export function record(status: number, item: Vendor, { query }: Asked): Answer {
  return { status, body: { data: shaped(item, query.get('opt_fields'), 'full') } }
}

const OFFSET = 'page:'
const MOST = 100

/** A list in Asana's envelope, a page of it where `limit` asks for pages. */
export function list(items: readonly Vendor[], asked: Asked): Answer {
  const { query, path, pageSize } = asked
  const fields = query.get('opt_fields')
  const given = query.get('limit')
  const limit = Math.min(Number(given ?? MOST), pageSize ?? MOST)
  if (!Number.isInteger(limit) || limit < 1 || Number(given ?? 1) > MOST)
    return refused(400, 'limit: Must be between 1 and 100.')
  const start = startOf(query.get('offset'))
  if (start === undefined) return offsetExpired
  const data = items.slice(start, start + limit).map((item) => shaped(item, fields, 'compact'))
  if (given === null) return { status: 200, body: { data } }
  const isLast = start + limit >= items.length
  return { status: 200, body: { data, next_page: isLast ? null : nextPage(path, asked, start + limit) } }
}

/** Asana's answer for a page token that it no longer takes. */
export const offsetExpired = refused(
  400,
  'offset: Your pagination token has expired. Please restart your request without a pagination token.',
)

function startOf(offset: string | null): number | undefined {
  if (offset === null) return 0
  const text = Buffer.from(offset, 'base64url').toString()
  const start = Number(text.slice(OFFSET.length))
  return text.startsWith(OFFSET) && Number.isInteger(start) ? start : undefined
}

function nextPage(path: string, { query, base }: Asked, start: number) {
  const offset = Buffer.from(`${OFFSET}${start}`).toString('base64url')
  const next = new URLSearchParams(query)
  next.set('offset', offset)
  return { offset, path: `${path}?${next}`, uri: `${base}/api/1.0${path}?${next}` }
}
