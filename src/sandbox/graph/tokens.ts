import { randomBytes } from 'node:crypto'
import type { Answer } from '#src/sandbox/vendor/answer.ts'

/** What the token endpoint must be given. */
export type AppCredentials = { tenantId: string; clientId: string; clientSecret: string }

/** Microsoft's token endpoint: gives bearer tokens for the right secret, in real time. */
export type Tokens = {
  answer: (url: string, form: string) => Answer
  isValid: (authorization: string | undefined) => boolean
}

/** `lifeSeconds`: how long a token lasts; Microsoft's last about an hour. `roles`: what Entra grants, in each new token. */
export function tokenEndpoint(
  credentials: AppCredentials,
  lifeSeconds: number,
  roles: () => string[],
): Tokens {
  const given = new Map<string, number>()
  return {
    answer: (url, form) => {
      const asked = new URLSearchParams(form)
      if (!url.startsWith(`/${encodeURIComponent(credentials.tenantId)}/`))
        return denied('invalid_request', 'AADSTS90002: Tenant not found.', 400)
      if (asked.get('grant_type') !== 'client_credentials' || !asked.get('scope')?.endsWith('/.default'))
        return denied('invalid_request', 'AADSTS900144: The request body is not as expected.', 400)
      if (asked.get('client_id') !== credentials.clientId)
        return denied('unauthorized_client', 'AADSTS700016: Application not found in the directory.', 400)
      if (asked.get('client_secret') !== credentials.clientSecret)
        return denied('invalid_client', 'AADSTS7000215: Invalid client secret provided.', 401)
      const claims = { roles: roles(), uti: randomBytes(16).toString('base64url') }
      const token = `eyJ0eXAi.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.double`
      given.set(token, Date.now() + lifeSeconds * 1000)
      return { status: 200, body: { token_type: 'Bearer', expires_in: lifeSeconds, access_token: token } }
    },
    isValid: (authorization) => (given.get(authorization?.replace(/^Bearer /, '') ?? '') ?? 0) > Date.now(),
  }
}

function denied(error: string, description: string, status: number): Answer {
  return { status, body: { error, error_description: description } }
}
