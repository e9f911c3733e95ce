import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { DEFAULT_WAIT_SECONDS, type Fault } from '#src/sandbox/vendor/fault-box.ts'

/** The answer of a fault that replaces the real one, or undefined where it works otherwise. */
export function faultAnswer(fault: Fault, now: number): Answer | undefined {
  switch (fault.fault) {
    case '429':
    case 'throttle':
      return throttled(fault, now)
    case '401':
      return {
        status: 401,
        body: { errorMessages: ['Client must be authenticated to access this resource.'], errors: {} },
      }
    case '500':
      return { status: 500, body: { errorMessages: ['Internal server error'], errors: {} } }
    case '410':
      return { status: 410, body: { errorMessages: ['The requested API has been removed.'], errors: {} } }
    case 'expiredPageToken':
      return {
        status: 400,
        body: { errorMessages: ['The provided next page token is invalid or expired.'], errors: {} },
      }
    default:
      return undefined
  }
}

function throttled(fault: Fault, now: number): Answer {
  const seconds = Math.ceil(fault.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS)
  return {
    status: 429,
    body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
    headers: {
      'Retry-After': String(seconds),
      'RateLimit-Reason': fault.reason ?? 'jira-burst-based',
      'X-RateLimit-Limit': '100',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': new Date(now + seconds * 1000).toISOString(),
      'X-RateLimit-NearLimit': 'true',
    },
  }
}
