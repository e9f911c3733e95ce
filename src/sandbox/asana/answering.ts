import { whole, type Answer, type Incoming, type Plan } from '#src/sandbox/vendor/answer.ts'
import type { Grants } from '#src/sandbox/vendor/control.ts'
import { DEFAULT_WAIT_SECONDS, type Fault, type FaultBox } from '#src/sandbox/vendor/fault-box.ts'
import { runRoute } from '#src/sandbox/vendor/routes.ts'
import { shownLate, struckBy, type Perform } from '#src/sandbox/vendor/strike.ts'
import { isVendor } from '#src/sandbox/vendor/value.ts'
import { offsetExpired, refused, type Asked } from './answer.ts'
import { asanaRoutes } from './routes.ts'
import type { Workspace } from './workspace.ts'

/** What a request meets: the workspace, the faults, scenario time and the token. */
export type World = {
  workspace: Workspace
  faults: FaultBox
  now: () => Date
  accessToken: string
  granted: Grants
}

/** What stands before every path. */
export const VERSION = '/api/1.0'

/** Decides the answer to a request, faults included. */
export function answerTo(incoming: Incoming, base: string, world: World): Plan {
  if (incoming.headers.authorization !== `Bearer ${world.accessToken}`)
    return whole(refused(401, 'Not Authorized'))
  const now = world.now().getTime()
  const hasToken = /[?&](offset|sync)=/.test(incoming.url)
  const request = { ...incoming, hasToken }
  const fault = world.faults.take(request, now)
  const lagMs = world.faults.lag(request, now)
  const answerTo: Answering = (url) =>
    shownLate((at, pageSize) => perform({ ...incoming, url }, base, world, at, pageSize), lagMs)
  return fault ? struck(fault, incoming.url, answerTo, now) : whole(answerTo(incoming.url)(now))
}

/** The same request at an address. */
type Answering = (url: string) => Perform

function struck(fault: Fault, url: string, answerTo: Answering, now: number): Plan {
  const isEvents = url.startsWith(`${VERSION}/events`)
  const again = answerTo(url)
  switch (fault.fault) {
    case '429':
    case 'throttle':
      return whole(throttled(fault.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS))
    case '401':
      return whole(refused(401, 'Not Authorized'))
    case '500':
      return whole(failed)
    case '410':
    case 'expiredPageToken':
      if (!isEvents) return whole(offsetExpired)
      return whole(answerTo(withoutToken(url))(now))
    case 'drop':
      return isEvents ? whole(emptied(again(now))) : struckBy(fault, now, again, 'data')
    default:
      return struckBy(fault, now, again, 'data')
  }
}

/** At most once: the events of this answer never come again. */
function emptied({ body, ...answer }: Answer): Answer {
  return { ...answer, body: isVendor(body) && 'data' in body ? { ...body, data: [] } : body }
}

function withoutToken(url: string): string {
  const asked = new URL(url, 'http://asana.double')
  asked.searchParams.delete('sync')
  return `${asked.pathname}${asked.search}`
}

function perform(incoming: Incoming, base: string, world: World, at: number, pageSize?: number): Answer {
  const url = new URL(incoming.url, base)
  const path = url.pathname.startsWith(VERSION) ? url.pathname.slice(VERSION.length) : url.pathname
  const { method, body } = incoming
  const isViewer = world.granted.missing.includes('comment')
  const asked: Asked = { method, path, query: url.searchParams, body, at, base, pageSize, isViewer }
  return runRoute(asanaRoutes, world.workspace, asked, (isKnown) =>
    isKnown ? refused(405, 'Method not allowed') : refused(404, `No matching route for request ${path}`),
  )
}

const failed: Answer = {
  status: 500,
  body: { errors: [{ message: 'Server Error', phrase: '6 sad squid snuggle softly' }] },
}

function throttled(seconds: number): Answer {
  const wait = String(Math.ceil(seconds))
  const message = `You have made too many requests recently. Please, be chill. Try again in ${wait} seconds.`
  return { ...refused(429, message), headers: { 'Retry-After': wait } }
}
