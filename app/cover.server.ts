import { createCookie } from '@remix-run/node'

/** Whether this browser hides people and mail: before a screen is projected. */
export const coverCookie = createCookie('cover', { httpOnly: true, path: '/', sameSite: 'lax' })

export async function isCovering(request: Request): Promise<boolean> {
  return (await coverCookie.parse(request.headers.get('cookie'))) === 'yes'
}
