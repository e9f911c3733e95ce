import type { FaultFile } from '#src/sandbox/scenario/scenario-files.ts'

/** A fault as tests inject it: `at` in scenario time, left out: at once; `times` left out: once. */
export type Fault = {
  fault: FaultFile['fault']
  at?: Date | undefined
  times?: number | undefined
  retryAfterSeconds?: number | undefined
  match?: string | undefined
  skewSeconds?: number | undefined
  lagSeconds?: number | undefined
  pageSize?: number | undefined
  /** The RateLimit-Reason of a 429. */
  reason?: string | undefined
}

type Request = { method: string; url: string; hasToken: boolean }

/**
 * A request that met a fault. `asked`: its method and address; `until`: for when it was told to come again; `early`: it came before the time for which an
 * earlier one was told to.
 */
export type Strike = {
  fault: Fault['fault']
  asked: string
  at: Date
  until: Date | null
  early: boolean
}

export type FaultBox = {
  /** Replaces the faults, and forgets who is told to wait. */
  set: (faults: readonly Fault[]) => void
  /** The fault that strikes this request, if any, used up by one. `now` is scenario time in ms. */
  take: (request: Request, now: number) => Fault | undefined
  /** How late (ms) this request is shown what changed; other faults may strike it besides. */
  lag: (request: Request, now: number) => number
  strikes: () => readonly Strike[]
}

/**
 * Keeps the faults and counts them down; the first that applies strikes. Whoever was told to wait is refused until then,
 * as vendors do. `paged`: part of every list's address; `late`: addresses at which a vendor may be behind its own records.
 */
export function faultBox(initial: readonly Fault[], paged: string, late = /$^/): FaultBox {
  let left = initial.map(counted)
  let waits: { until: number; fault: Fault }[] = []
  const strikes: Strike[] = []
  const strike = (fault: Fault, { method, url }: Request, told: Pick<Strike, 'at' | 'until' | 'early'>) => {
    strikes.push({ fault: fault.fault, asked: `${method} ${url}`, ...told })
    return fault
  }
  return {
    set: (faults) => {
      left = faults.map(counted)
      waits = []
    },
    take: (request, now) => {
      const at = new Date(now)
      const wait = waits.find(({ until, fault }) => until > now && isMeant(fault, request))
      if (wait) {
        const { until, fault } = wait
        const again = { ...fault, retryAfterSeconds: (until - now) / 1000 }
        return strike(again, request, { at, until: new Date(until), early: true })
      }
      const struck = left.find(
        ({ fault, times }) => times > 0 && fault.fault !== 'lag' && applies(fault, request, now, paged),
      )
      if (struck === undefined) return undefined
      struck.times -= 1
      const { fault } = struck
      if (!THROTTLES.has(fault.fault)) return strike(fault, request, { at, until: null, early: false })
      const until = now + (fault.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS) * 1000
      waits.push({ until, fault })
      return strike(fault, request, { at, until: new Date(until), early: false })
    },
    lag: (request, now) => {
      if (!late.test(request.url)) return 0
      const lagging = left.find(
        ({ fault, times }) => times > 0 && fault.fault === 'lag' && applies(fault, request, now, paged),
      )
      if (lagging === undefined) return 0
      lagging.times -= 1
      strike(lagging.fault, request, { at: new Date(now), until: null, early: false })
      return (lagging.fault.lagSeconds ?? DEFAULT_LAG_SECONDS) * 1000
    },
    strikes: () => strikes,
  }
}

/** How long a 429 asks to wait when a fault does not say. */
export const DEFAULT_WAIT_SECONDS = 5
/** Jira: most changes are shown within seconds, bulk edits within minutes (developer.atlassian.com, Search and reconcile). */
const DEFAULT_LAG_SECONDS = 60
const THROTTLES: ReadonlySet<string> = new Set(['429', 'throttle'])

const listsOnly = new Set(['pageSize', 'duplicate', 'reorder'])

function applies(fault: Fault, request: Request, now: number, paged: string): boolean {
  if (fault.at !== undefined && fault.at.getTime() > now) return false
  if (fault.fault === 'expiredPageToken' && !request.hasToken) return false
  if (listsOnly.has(fault.fault) && !request.url.includes(paged)) return false
  return isMeant(fault, request)
}

function isMeant({ match }: Fault, { method, url }: Request): boolean {
  return match === undefined || `${method} ${url}`.includes(match)
}

function counted(fault: Fault): { fault: Fault; times: number } {
  return { fault, times: fault.times ?? 1 }
}
