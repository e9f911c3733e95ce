import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type Headers = Record<string, string | undefined>
export type SignedRequest = { method: string; path: string; headers: Headers; body: string }
export type IamKey = { accessKeyId: string; secretAccessKey: string }

/** AWS allows a clock to be wrong by this much. */
const SKEW_MS = 5 * 60_000
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/

/**
 * Checks a Signature Version 4 for service `appsync`, written apart from the signer that our product uses.
 * Returns why it is refused, or undefined when it is good. Header names are in lower case.
 * Source: docs.aws.amazon.com, "Create a signed AWS API request".
 */
export function signatureFault(request: SignedRequest, key: IamKey, now: Date): string | undefined {
  const parts = AUTHORIZATION.exec(request.headers.authorization ?? '')
  if (!parts) return 'The Authorization header is not a Signature Version 4.'
  const [, accessKeyId = '', date = '', region = '', service = '', signedHeaders = '', given = ''] = parts
  if (accessKeyId !== key.accessKeyId) return 'The security token included in the request is invalid.'
  if (service !== 'appsync') return `Credential should be scoped to service appsync, not ${service}.`
  const stamp = request.headers['x-amz-date'] ?? ''
  const skew = Math.abs(now.getTime() - signedAt(stamp))
  if (!stamp.startsWith(date) || !(skew <= SKEW_MS)) return `Signature expired or not yet current: ${stamp}.`
  if (!signedHeaders.split(';').includes('host')) return 'The host header must be signed.'
  const scope = `${date}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical(request, signedHeaders))].join('\n')
  const expected = hmac(signingKey(key.secretAccessKey, date, region, service), toSign)
  return timingSafeEqual(expected, Buffer.from(given, 'hex'))
    ? undefined
    : 'The request signature we calculated does not match the signature you provided.'
}

function canonical({ method, path, headers, body }: SignedRequest, signedHeaders: string): string {
  const lines = signedHeaders.split(';').map((name) => `${name}:${trimmed(headers[name])}\n`)
  return [method, path, '', lines.join(''), signedHeaders, sha256(body)].join('\n')
}

const trimmed = (value: string | undefined) => (value ?? '').trim().replace(/ +/g, ' ')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

function signingKey(secret: string, date: string, region: string, service: string): Buffer {
  return hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request')
}

/** `20261022T090000Z` as milliseconds; NaN when it is none. */
function signedAt(stamp: string): number {
  const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? []
  return Date.parse(`${y}-${m}-${d}T${h}:${min}:${s}Z`)
}
