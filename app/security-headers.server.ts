import { services } from '#app/services.server.ts'

/** What a browser may load and whom it may talk to: ourselves, and the API that pushes. */
export function securityHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'referrer-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
  }
}

function contentSecurityPolicy(nonce: string): string {
  const hot = import.meta.env.DEV
  const policy = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`],
    'style-src': hot ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...liveOrigins(), ...(hot ? ['ws:'] : [])],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
}

/** The API is asked over http and pushes over a socket, on whichever origins each has. */
function liveOrigins(): string[] {
  const origins = services.liveUrls().map((url) => new URL(url).origin)
  const sockets = origins.map((origin) => origin.replace(/^http/, 'ws'))
  return [...new Set([...origins, ...sockets])]
}
