import { whole, type Answer, type Incoming, type Plan } from '#src/sandbox/vendor/answer.ts'
import type { Grants } from '#src/sandbox/vendor/control.ts'
import type { Fault, FaultBox } from '#src/sandbox/vendor/fault-box.ts'
import { runRoute } from '#src/sandbox/vendor/routes.ts'
import { struckBy, type Perform } from '#src/sandbox/vendor/strike.ts'
import { isVendor } from '#src/sandbox/vendor/value.ts'
import { refused, type Asked, type Route } from './answer.ts'
import { agileRoutes } from './agile-routes.ts'
import { commentRoutes } from './comment-routes.ts'
import { createRoutes } from './create-routes.ts'
import { editRoutes } from './edit-routes.ts'
import { faultAnswer } from './faults.ts'
import { issueRoutes } from './issue-routes.ts'
import { myPermissions } from './permissions.ts'
import { searchRoutes } from './search-routes.ts'
import type { Site } from './site.ts'
import { siteRoutes } from './site-routes.ts'
import { transitionRoutes } from './transition-routes.ts'
import { versionRoutes } from './version-routes.ts'

/** What a request meets: the site, the faults, scenario time, and the token it must carry. */
export type World = {
  site: Site
  faults: FaultBox
  now: () => Date
  token: { email: string; apiToken: string }
  base: string
  granted: Grants
}

/** Decides the answer to a request, faults included. */
export function answerTo(incoming: Incoming, world: World): Plan {
  if (!isAuthorised(incoming.headers.authorization, world.token)) {
    const answer = refused(401, 'Client must be authenticated to access this resource.')
    return whole({ ...answer, headers: { 'WWW-Authenticate': 'Basic realm="jira"' } })
  }
  const now = world.now().getTime()
  const hasToken =
    incoming.url.includes('nextPageToken=') || (isVendor(incoming.body) && 'nextPageToken' in incoming.body)
  const request = { ...incoming, hasToken }
  const fault = world.faults.take(request, now)
  const lagMs = world.faults.lag(request, now)
  const answer: Perform = (at, pageSize) => perform(incoming, world, { at, pageSize, lagMs })
  return fault === undefined ? whole(answer(now)) : struck(fault, answer, now)
}

function struck(fault: Fault, answer: Perform, now: number): Plan {
  const instead = faultAnswer(fault, now)
  if (instead !== undefined) return whole(instead)
  return struckBy(fault, now, answer, 'issues')
}

const routes: Route[] = [
  ...searchRoutes,
  ...createRoutes,
  ...issueRoutes,
  ...editRoutes,
  ...commentRoutes,
  ...transitionRoutes,
  ...versionRoutes,
  ...siteRoutes,
  ...agileRoutes,
]

type Moment = { at: number; pageSize: number | undefined; lagMs: number }

function perform(incoming: Incoming, world: World, { at, pageSize, lagMs }: Moment): Answer {
  const url = new URL(incoming.url, world.base)
  const path = url.pathname
  if (path === '/rest/api/3/mypermissions') return myPermissions(url.searchParams, world)
  const asked: Asked = {
    method: incoming.method,
    path,
    query: url.searchParams,
    body: incoming.body,
    at,
    indexedAt: at - lagMs,
    base: world.base,
    pageSize,
  }
  return runRoute(routes, world.site, asked, (isKnown) => unknownPath(path, isKnown))
}

function unknownPath(path: string, isKnown: boolean): Answer {
  if (path === '/rest/api/3/search') {
    return refused(
      410,
      'The requested API has been removed. Please use the /rest/api/3/search/jql API instead.',
    )
  }
  return isKnown ? refused(405, 'Method not allowed.') : refused(404, `The Jira double has no ${path}.`)
}

function isAuthorised(header: string | undefined, token: World['token']): boolean {
  const expected = Buffer.from(`${token.email}:${token.apiToken}`).toString('base64')
  return header === `Basic ${expected}`
}
