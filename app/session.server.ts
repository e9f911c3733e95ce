import { createCookie, data, redirect } from '@remix-run/node'
import { services } from '#app/services.server.ts'
import type { Session } from '#src/domain/session.ts'

const THIRTY_DAYS_SECONDS = 30 * 24 * 60 * 60

/** Who asks, if anybody signed in does. */
export async function whoAsks(request: Request): Promise<Session | undefined> {
  const id = await sessionIdOf(request)
  return id === undefined ? undefined : services.whoAsks(id)
}

/** Who asks. A reader who is signed out is sent to sign in and back; a form is answered that it was not done. */
export async function requirePm(request: Request): Promise<Session> {
  const session = await whoAsks(request)
  if (session) return session
  if (request.method !== 'GET') {
    const message = 'Signed out. Your choice was not sent.'
    throw data({ refused: 'SignedOut', message }, { status: 401 })
  }
  throw redirect(`/sign-in?to=${encodeURIComponent(pathOf(request))}`)
}

/** The cookie that carries a session; sent again with each page, so that it slides with the session. */
export async function sessionCookie(request: Request, session: Session): Promise<string> {
  return (await cookieFor(request)).serialize(session.id)
}

/** The cookie that takes the session away. */
export async function noCookie(request: Request): Promise<string> {
  return (await cookieFor(request)).serialize('', { maxAge: 0 })
}

/** The id in the cookie, if we signed it. */
export async function sessionIdOf(request: Request): Promise<string | undefined> {
  const value: unknown = await (await cookieFor(request)).parse(request.headers.get('cookie'))
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Only a path of ours: anything else would let a link carry a signed-in PM elsewhere. */
export function localPath(wanted: string | null): string {
  return wanted !== null && /^\/(?![/\\])[^\\\s]*$/.test(wanted) ? wanted : '/'
}

async function cookieFor(request: Request) {
  const secure = new URL(request.url).protocol === 'https:'
  return createCookie(secure ? '__Host-session' : 'session', {
    httpOnly: true,
    maxAge: THIRTY_DAYS_SECONDS,
    path: '/',
    sameSite: 'lax',
    secrets: [await services.sessionKey()],
    secure,
  })
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return `${pathname}${search}`
}
