import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** How long a browser's token opens the live connection: ten minutes of real time. */
export const LIVE_TOKEN_SECONDS = 600
const PREFIX = 'pm1'

/** `exp` is in seconds of real time since 1970. */
const liveClaims = z.strictObject({ sub: z.string().min(1), exp: z.int().positive(), aud: z.literal('live') })
export type LiveClaims = z.infer<typeof liveClaims>

/** The token is not ours, was altered or has expired; the message says which and holds no part of it. */
export class LiveTokenRefused extends Error {
  override name = 'LiveTokenRefused'
}

/** Mints `pm1.<payload>.<hmac-sha256>` for one person. `now` is real time. */
export function mintLiveToken(input: { sub: string; key: string; now: Date }): {
  token: string
  expiresAt: Date
} {
  const exp = Math.floor(input.now.getTime() / 1000) + LIVE_TOKEN_SECONDS
  const claims: LiveClaims = { sub: input.sub, exp, aud: 'live' }
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
  const signed = `${PREFIX}.${payload}`
  return {
    token: `${signed}.${signature(signed, input.key).toString('base64url')}`,
    expiresAt: new Date(exp * 1000),
  }
}

/** Reads back what {@link mintLiveToken} wrote. `now` is real time. Throws {@link LiveTokenRefused}. */
export function verifyLiveToken(input: { token: string; key: string; now: Date }): LiveClaims {
  const [prefix, payload, mac, ...rest] = input.token.split('.')
  if (prefix !== PREFIX || !payload || !mac || rest.length > 0) {
    throw new LiveTokenRefused(`A live token has the form ${PREFIX}.<payload>.<signature>.`)
  }
  const expected = signature(`${prefix}.${payload}`, input.key)
  const given = Buffer.from(mac, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new LiveTokenRefused('The live token was not signed with our key.')
  }
  const claims = liveClaims.safeParse(parsedJson(payload))
  if (!claims.success) throw new LiveTokenRefused('The live token is signed but does not hold our claims.')
  if (claims.data.exp * 1000 <= input.now.getTime()) throw new LiveTokenRefused('The live token has expired.')
  return claims.data
}

const signature = (text: string, key: string) => createHmac('sha256', key).update(text).digest()

/** Only reached by what carries our signature, so it is JSON that we wrote. */
const parsedJson = (payload: string): unknown =>
  JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
