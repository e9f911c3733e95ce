import type { Answer } from '#src/sandbox/vendor/answer.ts'
import type { Route as VendorRoute } from '#src/sandbox/vendor/routes.ts'
import type { Mailbox } from './mailbox.ts'

/** A request past authentication. `at` is scenario time (ms); `root` the double's own Graph address, with its version. */
export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
  at: number
  root: string
  /** What the header Prefer asks for. */
  pageSize: number
  immutableIds: boolean
}

/** One endpoint. Paths are those below the mailbox. */
export type Route = VendorRoute<Mailbox, Asked>

/** A refusal in Graph's shape. */
export function refused(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message, innerError: { 'request-id': 'double' } } } }
}

/** Graph's answer for an id that is not there. */
export const notFound = refused(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
