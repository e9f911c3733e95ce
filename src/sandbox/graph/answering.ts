import { whole, type Answer, type Incoming, type Plan } from '#src/sandbox/vendor/answer.ts'
import type { Fault, FaultBox } from '#src/sandbox/vendor/fault-box.ts'
import type { Grants } from '#src/sandbox/vendor/control.ts'
import { runRoute } from '#src/sandbox/vendor/routes.ts'
import { shownLate, struckBy, type Perform } from '#src/sandbox/vendor/strike.ts'
import { refused, type Asked, type Route } from './answer.ts'
import { deltaRoutes } from './delta-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { faultAnswer } from './faults.ts'
import type { Mailbox } from './mailbox.ts'
import { messageRoutes } from './message-routes.ts'
import type { Tokens } from './tokens.ts'

/** What a request meets: the mailbox, the faults, scenario time and the sign-in. */
export type World = {
  mailbox: Mailbox
  faults: FaultBox
  tokens: Tokens
  now: () => Date
  granted: Grants
}

/** What an app needs to read and send, as Entra or Exchange grant it. */
export const ROLES = ['Mail.ReadWrite', 'Mail.Send']

const VERSION = '/v1.0'
const TOKEN_PATH = '/oauth2/v2.0/token'

/** Decides the answer to a request, faults included. */
export function answerTo(incoming: Incoming, base: string, world: World): Plan {
  const now = world.now().getTime()
  const isSignIn = incoming.method === 'POST' && incoming.url.endsWith(TOKEN_PATH)
  if (isSignIn) return whole(world.tokens.answer(incoming.url, incoming.text))
  if (!world.tokens.isValid(incoming.headers.authorization))
    return whole(refused(401, 'InvalidAuthenticationToken', 'Access token is empty, unknown or expired.'))
  if (!isGranted(incoming, world.granted)) return whole(denied)
  const hasToken = /[?&]\$(skip|delta)token=/.test(incoming.url)
  const request = { ...incoming, hasToken }
  const fault = world.faults.take(request, now)
  const asked: Perform = (at, pageSize) => perform(incoming, base, world, at, pageSize)
  const answer = shownLate(asked, world.faults.lag(request, now))
  return fault === undefined ? whole(answer(now)) : struck(fault, answer, now)
}

const denied = refused(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')

/** Microsoft looks at what an app may do before it looks for the mail. */
function isGranted({ method, url }: Incoming, { missing }: Grants): boolean {
  const needed = method === 'POST' && /\/send(Mail)?$/.test(url) ? 'Mail.Send' : 'Mail.ReadWrite'
  return !missing.includes(needed)
}

function struck(fault: Fault, answer: Perform, now: number): Plan {
  const instead = faultAnswer(fault)
  if (instead !== undefined) return whole(instead)
  return struckBy(fault, now, answer, 'value')
}

const routes: Route[] = [...deltaRoutes, ...messageRoutes, ...draftRoutes]

function perform(incoming: Incoming, base: string, world: World, at: number, pageSize?: number): Answer {
  const url = new URL(incoming.url, base)
  const found = /^\/v1\.0\/users\/([^/]+)(\/.*)$/.exec(url.pathname)
  const [, user = '', path = ''] = found ?? []
  if (decodeURIComponent(user).toLowerCase() !== world.mailbox.address) return denied
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
  return runRoute(routes, world.mailbox, asked, (isKnown) => unknownPath(path, isKnown))
}

function unknownPath(path: string, isKnown: boolean): Answer {
  return isKnown
    ? refused(405, 'MethodNotAllowed', 'The HTTP method is not allowed here.')
    : refused(404, 'ResourceNotFound', `The Graph double has no ${path}.`)
}
