import type { FaultFile } from '#src/sandbox/scenario/scenario-files.ts'
import type { Answer } from './answer.ts'
import { isVendor } from './value.ts'

/** A fault as tests inject it: `at` in scenario time, left out: at once; `times` left out: once. */
export type Fault = {
  fault: FaultFile['fault']
  at?: Date | undefined
  times?: number | undefined
  retryAfterSeconds?: number | undefined
  match?: string | undefined
  skewSeconds?: number | undefined
  pageSize?: number | undefined
  /** The RateLimit-Reason of a 429. */
  reason?: string | undefined
}

export type FaultBox = {
  set: (faults: readonly Fault[]) => void
  /** The fault that strikes this request, if any, used up by one. `now` is scenario time in ms. */
  take: (request: { method: string; url: string; hasToken: boolean }, now: number) => Fault | undefined
}

/** Keeps the faults and counts them down; the first that applies strikes. */
export function faultBox(initial: readonly Fault[]): FaultBox {
  let left = initial.map(counted)
  return {
    set: (faults) => {
      left = faults.map(counted)
    },
    take: (request, now) => {
      const struck = left.find(({ fault, times }) => times > 0 && applies(fault, request, now))
      if (struck === undefined) return undefined
      struck.times -= 1
      return struck.fault
    },
  }
}

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

/** A search page with its first issue twice, or backwards; other answers as they are. */
export function distorted(answer: Answer, fault: Fault): Answer {
  if (!isVendor(answer.body) || !Array.isArray(answer.body.issues)) return answer
  const issues: unknown[] = answer.body.issues
  const changed = fault.fault === 'duplicate' ? [...issues, ...issues.slice(0, 1)] : issues.toReversed()
  return { ...answer, body: { ...answer.body, issues: changed } }
}

const searchOnly = new Set(['pageSize', 'duplicate', 'reorder'])

function applies(
  fault: Fault,
  request: { method: string; url: string; hasToken: boolean },
  now: number,
): boolean {
  if (fault.at !== undefined && fault.at.getTime() > now) return false
  if (fault.fault === 'expiredPageToken' && !request.hasToken) return false
  if (searchOnly.has(fault.fault) && !request.url.includes('/search/jql')) return false
  return fault.match === undefined || `${request.method} ${request.url}`.includes(fault.match)
}

function throttled(fault: Fault, now: number): Answer {
  const seconds = Math.ceil(fault.retryAfterSeconds ?? 5)
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

function counted(fault: Fault): { fault: Fault; times: number } {
  return { fault, times: fault.times ?? 1 }
}
