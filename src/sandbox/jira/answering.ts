import type { Plan } from '#src/sandbox/vendor/answer.ts'
import type { Fault, FaultBox } from '#src/sandbox/vendor/fault-box.ts'
import { refused } from './answer.ts'
import type { Answer, Asked, Route } from './answer.ts'
import { commentRoutes } from './comment-routes.ts'
import { distorted, faultAnswer } from './faults.ts'
import { issueRoutes } from './issue-routes.ts'
import { searchRoutes } from './search-routes.ts'
import type { Site } from './site.ts'
import { siteRoutes } from './site-routes.ts'
import { transitionRoutes } from './transition-routes.ts'
import { isVendor } from './value.ts'

/** What a request meets: the site, the faults, scenario time, and the token it must carry. */
export type World = {
  site: Site
  faults: FaultBox
  now: () => Date
  token: { email: string; apiToken: string }
  base: string
}

type Incoming = { method: string; url: string; body: unknown; authorization: string | undefined }

/** Decides the answer to a request, faults included. */
export function answerTo(incoming: Incoming, world: World): Plan {
  if (!isAuthorised(incoming.authorization, world.token)) {
    const answer = refused(401, 'Client must be authenticated to access this resource.')
    return { way: 'whole', answer: { ...answer, headers: { 'WWW-Authenticate': 'Basic realm="jira"' } } }
  }
  const now = world.now().getTime()
  const hasToken =
    incoming.url.includes('nextPageToken=') || (isVendor(incoming.body) && 'nextPageToken' in incoming.body)
  const fault = world.faults.take({ ...incoming, hasToken }, now)
  return fault === undefined ? whole(perform(incoming, world, now)) : struck(fault, incoming, world, now)
}

function struck(fault: Fault, incoming: Incoming, world: World, now: number): Plan {
  const instead = faultAnswer(fault, now)
  if (instead !== undefined) return whole(instead)
  switch (fault.fault) {
    case 'timeout':
      return { way: 'hang' }
    case 'drop':
      return { way: 'drop' }
    case 'malformed':
      return { way: 'garbled', answer: { status: 200, body: {} } }
    case 'lostReply':
      perform(incoming, world, now)
      return { way: 'drop' }
    case 'cut':
      return { way: 'cut', answer: perform(incoming, world, now) }
    case 'pageSize':
      return whole(perform(incoming, world, now, fault.pageSize ?? 1))
    case 'skew':
      return whole(perform(incoming, world, now + (fault.skewSeconds ?? -600) * 1000))
    case 'duplicate':
    case 'reorder':
      return whole(distorted(perform(incoming, world, now), fault))
    default:
      return whole(perform(incoming, world, now))
  }
}

const routes: Route[] = [
  ...searchRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...transitionRoutes,
  ...siteRoutes,
]

function perform(incoming: Incoming, world: World, at: number, pageSize?: number): Answer {
  const url = new URL(incoming.url, world.base)
  const path = url.pathname
  const asked: Asked = {
    method: incoming.method,
    path,
    query: url.searchParams,
    body: incoming.body,
    at,
    base: world.base,
    pageSize,
  }
  const route = routes.find((it) => it.method === incoming.method && it.path.test(path))
  const answer = route?.run(world.site, asked, idsIn(route, path)) ?? unknownPath(path)
  return { ...answer, headers: { Date: new Date(at).toUTCString(), ...answer.headers } }
}

function idsIn(route: Route, path: string): string[] {
  return (route.path.exec(path) ?? []).slice(1).map(decodeURIComponent)
}

function unknownPath(path: string): Answer {
  if (path === '/rest/api/3/search') {
    return refused(
      410,
      'The requested API has been removed. Please use the /rest/api/3/search/jql API instead.',
    )
  }
  const known = routes.some((it) => it.path.test(path))
  return known ? refused(405, 'Method not allowed.') : refused(404, `The Jira double has no ${path}.`)
}

function isAuthorised(header: string | undefined, token: World['token']): boolean {
  const expected = Buffer.from(`${token.email}:${token.apiToken}`).toString('base64')
  return header === `Basic ${expected}`
}

function whole(answer: Answer): Plan {
  return { way: 'whole', answer }
}
