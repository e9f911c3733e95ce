import type { FaultFile } from '#src/sandbox/scenario/scenario-files.ts'

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

/** Keeps the faults and counts them down; the first that applies strikes. `paged`: part of every list's address. */
export function faultBox(initial: readonly Fault[], paged: string): FaultBox {
  let left = initial.map(counted)
  return {
    set: (faults) => {
      left = faults.map(counted)
    },
    take: (request, now) => {
      const struck = left.find(({ fault, times }) => times > 0 && applies(fault, request, now, paged))
      if (struck === undefined) return undefined
      struck.times -= 1
      return struck.fault
    },
  }
}

const listsOnly = new Set(['pageSize', 'duplicate', 'reorder'])

function applies(
  fault: Fault,
  request: { method: string; url: string; hasToken: boolean },
  now: number,
  paged: string,
): boolean {
  if (fault.at !== undefined && fault.at.getTime() > now) return false
  if (fault.fault === 'expiredPageToken' && !request.hasToken) return false
  if (listsOnly.has(fault.fault) && !request.url.includes(paged)) return false
  return fault.match === undefined || `${request.method} ${request.url}`.includes(fault.match)
}

function counted(fault: Fault): { fault: Fault; times: number } {
  return { fault, times: fault.times ?? 1 }
}
