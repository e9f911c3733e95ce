import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  LIVE_TOKEN_SECONDS,
  LiveTokenRefused,
  mintLiveToken,
  verifyLiveToken,
} from '#src/adapters/push/live-token.ts'

const key = 'k'.repeat(32)
const now = new Date('2026-10-22T09:00:00.500Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('a live token', () => {
  test('names its person until ten minutes have passed', () => {
    const { token, expiresAt } = mintLiveToken({ sub: 'pm@example.com', key, now })
    expect(expiresAt.toISOString()).toBe('2026-10-22T09:10:00.000Z')
    const claims = verifyLiveToken({ token, key, now: later(LIVE_TOKEN_SECONDS - 1) })
    expect(claims).toEqual({ sub: 'pm@example.com', exp: expiresAt.getTime() / 1000, aud: 'live' })
  })

  test('has the shape that the API lets through to the authoriser', () => {
    expect(mintLiveToken({ sub: 'pm', key, now }).token).toMatch(/^pm1\.[\w-]+\.[\w-]{43}$/)
  })
})

describe('refused', () => {
  const { token } = mintLiveToken({ sub: 'pm', key, now })
  const [prefix, payload, mac] = token.split('.')
  const signed = (text: string) => {
    const body = `pm1.${Buffer.from(text).toString('base64url')}`
    return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`
  }

  test.each([
    ['an expired token', token, later(LIVE_TOKEN_SECONDS), 'has expired'],
    ['a token at its very end', token, new Date('2026-10-22T09:10:00Z'), 'has expired'],
    ['junk', 'junk', now, 'has the form'],
    ['nothing', '', now, 'has the form'],
    ['another prefix', `pm2.${payload}.${mac}`, now, 'has the form'],
    ['a fourth part', `${token}.x`, now, 'has the form'],
    ['an altered payload', `${prefix}.${payload}A.${mac}`, now, 'not signed with our key'],
    ['a cut signature', token.slice(0, -2), now, 'not signed with our key'],
    ['another audience', signed('{"sub":"pm","exp":9999999999,"aud":"session"}'), now, 'our claims'],
    ['a claim too many', signed('{"sub":"pm","exp":9999999999,"aud":"live","admin":1}'), now, 'our claims'],
  ])('%s', (_, text, at, why) => {
    const attempt = () => verifyLiveToken({ token: text, key, now: at })
    expect(attempt).toThrow(LiveTokenRefused)
    expect(attempt).toThrow(why)
  })

  test('a token signed with another key', () => {
    expect(() => verifyLiveToken({ token, key: 'x'.repeat(32), now })).toThrow('not signed with our key')
  })
})
