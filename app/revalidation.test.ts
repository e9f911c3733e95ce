import { afterEach, expect, test } from 'vitest'
import { hasLostSession, unlessQueryOnly } from './revalidation.ts'

type Asked = Parameters<typeof unlessQueryOnly>[0]

/** A read of a page again, as it was asked for and as Remix would answer by itself. */
const isRead = (asked: Partial<Asked> & { to?: string } = {}) => {
  const { to = '/a', defaultShouldRevalidate = true, ...rest } = asked
  const [currentUrl, nextUrl] = ['/a', to].map((path) => new URL(path, 'http://localhost'))
  if (!currentUrl || !nextUrl) throw new Error('Two addresses were made.')
  return unlessQueryOnly({
    ...{ currentUrl, nextUrl, currentParams: {}, nextParams: {}, defaultShouldRevalidate },
    ...rest,
  })
}
const refused = (actionStatus: number) => ({
  ...{ formMethod: 'POST' as const, actionStatus, defaultShouldRevalidate: false },
})

afterEach(() => isRead({ to: '/elsewhere' }))

test('another query of the same page is no reason to read it again, a push is', () => {
  expect(isRead({ to: '/a?fact=2' })).toBe(false)
  expect(isRead()).toBe(true)
})

test('what came too late is read again, what was not well formed is not', () => {
  expect(isRead(refused(409))).toBe(true)
  expect(isRead(refused(400))).toBe(false)
})

test('a page whose session is over is not read again until its reader leaves it, or is signed in again', () => {
  expect(isRead(refused(401))).toBe(false)
  expect([isRead(), hasLostSession()]).toEqual([false, true])
  expect(isRead({ to: '/b' })).toBe(true)
  expect([isRead(), hasLostSession()]).toEqual([true, false])
  isRead(refused(401))
  expect(isRead({ formMethod: 'POST' })).toBe(true)
})
