import { createCookie } from '@remix-run/node'
import { z } from 'zod'

/** Until when this device's reader has marked changes as seen. Nothing is secret in it. */
export const seenCookie = createCookie('seen', {
  httpOnly: true,
  path: '/',
  sameSite: 'lax',
  maxAge: 31_536_000,
})

/** The mark, unless it lies in the future (a demo begun anew) or is none. */
export async function seenUntil(request: Request, now: string): Promise<string | null> {
  const read = z.iso.datetime().safeParse(await seenCookie.parse(request.headers.get('cookie')))
  return read.success && read.data <= now ? read.data : null
}
