import { createRequestHandler, type RequestHandler } from '@remix-run/architect/dist/server.js'
import type { ServerBuild } from '@remix-run/node'
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- what is built is no room
import * as built from '../build/remix/server/index.js'

const answer = createRequestHandler({ build: asServerBuild(built) })

/**
 * The web function. Remix takes the forwarded host for the page's own when it checks where a form came from, and
 * anybody can send that header: the host that API Gateway saw replaces it.
 */
export const handler: RequestHandler = (event, context, callback) => {
  const host = event.headers['host'] ?? ''
  const headers = { ...event.headers, host, 'x-forwarded-host': host }
  return answer({ ...event, headers }, context, callback)
}

function asServerBuild(found: unknown): ServerBuild {
  if (isServerBuild(found)) return found
  throw new Error('build/remix/server/index.js is not a Remix build: run `npm run build`.')
}

function isServerBuild(found: unknown): found is ServerBuild {
  return (
    typeof found === 'object' && found !== null && 'routes' in found && 'entry' in found && 'assets' in found
  )
}
