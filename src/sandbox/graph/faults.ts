import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { DEFAULT_WAIT_SECONDS, type Fault } from '#src/sandbox/vendor/fault-box.ts'
import { refused } from './answer.ts'
import { syncStateNotFound } from './delta-routes.ts'

/** The answer of a fault that replaces the real one, or undefined where it works otherwise. */
export function faultAnswer(fault: Fault): Answer | undefined {
  switch (fault.fault) {
    case '429':
    case 'throttle':
      return throttled(fault.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS)
    case '401':
      return refused(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.')
    case '500':
      return refused(500, 'InternalServerError', 'An internal server error occurred. The operation failed.')
    case '410':
    case 'expiredPageToken':
      return syncStateNotFound
    default:
      return undefined
  }
}

/** Graph's answer to too many requests. `seconds` are of scenario time. */
function throttled(seconds: number): Answer {
  const answer = refused(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.')
  return { ...answer, headers: { 'Retry-After': String(Math.ceil(seconds)) } }
}
