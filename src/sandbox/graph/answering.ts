import type { Answer, Incoming, Plan } from '#src/sandbox/vendor/answer.ts'
import type { Fault, FaultBox } from '#src/sandbox/vendor/fault-box.ts'
import { refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import { deltaRoutes } from './delta-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { distorted, faultAnswer, throttled } from './faults.ts'
import type { Mailbox } from './mailbox.ts'
import { messageRoutes } from './message-routes.ts'
import type { Tokens } from './tokens.ts'

/** What a request meets: the mailbox, the faults, scenario time, the sign-in, and until when it is told to wait. */
export type World = {
  mailbox: Mailbox
  faults: FaultBox
  tokens: Tokens
  now: () => Date
  /** Microsoft goes on refusing until the time it named. */
  waiting: { until: number; match: string }[]
}

const VERSION = '/v1.0'
const TOKEN_PATH = '/oauth2/v2.0/token'

/** Decides the answer to a request, faults included. */
export function answerTo(incoming: Incoming, base: string, world: World): Plan {
  const now = world.now().getTime()
  const line = `${incoming.method} ${incoming.url}`
  const isSignIn = incoming.method === 'POST' && incoming.url.endsWith(TOKEN_PATH)
  if (isSignIn) return whole(world.tokens.answer(incoming.url, incoming.text))
  if (!world.tokens.isValid(incoming.headers.authorization))
    return whole(refused(401, 'InvalidAuthenticationToken', 'Access token is empty, unknown or expired.'))
  const waits = world.waiting.find(({ until, match }) => until > now && line.includes(match))
  if (waits) return whole(throttled((waits.until - now) / 1000))
  const hasToken = /[?&]\$(skip|delta)token=/.test(incoming.url)
  const fault = world.faults.take({ ...incoming, hasToken }, now)
  return fault === undefined
    ? whole(perform(incoming, base, world, now))
    : struck(fault, incoming, base, world)
}

function struck(fault: Fault, incoming: Incoming, base: string, world: World): Plan {
  const now = world.now().getTime()
  const instead = faultAnswer(fault)
  if (instead !== undefined) return whole(instead)
  switch (fault.fault) {
    case '429':
    case 'throttle': {
      const seconds = fault.retryAfterSeconds ?? 5
      world.waiting.push({ until: now + seconds * 1000, match: fault.match ?? '' })
      return whole(throttled(seconds))
    }
    case 'timeout':
      return { way: 'hang' }
    case 'drop':
      return { way: 'drop' }
    case 'malformed':
      return { way: 'garbled', answer: { status: 200, body: {} } }
    case 'lostReply':
      perform(incoming, base, world, now)
      return { way: 'drop' }
    case 'cut':
      return { way: 'cut', answer: perform(incoming, base, world, now) }
    case 'pageSize':
      return whole(perform(incoming, base, world, now, fault.pageSize ?? 1))
    case 'skew':
      return whole(perform(incoming, base, world, now + (fault.skewSeconds ?? -600) * 1000))
    case 'duplicate':
    case 'reorder':
      return whole(distorted(perform(incoming, base, world, now), fault))
    default:
      return whole(perform(incoming, base, world, now))
  }
}

const routes: Route[] = [...deltaRoutes, ...messageRoutes, ...draftRoutes]

function perform(incoming: Incoming, base: string, world: World, at: number, pageSize?: number): Answer {
  const url = new URL(incoming.url, base)
  const found = /^\/v1\.0\/users\/([^/]+)(\/.*)$/.exec(url.pathname)
  const [, user = '', path = ''] = found ?? []
  if (decodeURIComponent(user).toLowerCase() !== world.mailbox.address)
    return refused(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
  const prefer = String(incoming.headers.prefer ?? '')
  const asked: Asked = {
    method: incoming.method,
    path,
    query: url.searchParams,
    body: incoming.body,
    at,
    root: `${base}${VERSION}/users/${user}`,
    pageSize: pageSize ?? Number(/odata\.maxpagesize=(\d+)/.exec(prefer)?.[1] ?? 10),
    immutableIds: /IdType="ImmutableId"/.test(prefer),
  }
  const route = routes.find((it) => it.method === incoming.method && it.path.test(path))
  const answer = route?.run(world.mailbox, asked, idsIn(route, path)) ?? unknownPath(path)
  return { ...answer, headers: { Date: new Date(at).toUTCString(), ...answer.headers } }
}

function idsIn(route: Route, path: string): string[] {
  return (route.path.exec(path) ?? []).slice(1).map(decodeURIComponent)
}

function unknownPath(path: string): Answer {
  const known = routes.some((it) => it.path.test(path))
  return known
    ? refused(405, 'MethodNotAllowed', 'The HTTP method is not allowed here.')
    : refused(404, 'ResourceNotFound', `The Graph double has no ${path}.`)
}

function whole(answer: Answer): Plan {
  return { way: 'whole', answer }
}
