import { createRequestHandler, type RequestHandler } from '@remix-run/architect/dist/server.js'
import * as build from '../build/remix/server/index.js'

const answer = createRequestHandler({ build })

/**
 * The web function. Remix takes the forwarded host for the page's own when it checks where a form came from, and
 * anybody can send that header: the host that API Gateway saw replaces it.
 */
export const handler: RequestHandler = (event, context, callback) => {
  const host = event.headers['host'] ?? ''
  const headers = { ...event.headers, host, 'x-forwarded-host': host }
  return answer({ ...event, headers }, context, callback)
}
