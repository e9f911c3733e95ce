import { addMinutes } from 'date-fns'
import type { Fault } from '#src/sandbox/vendor/fault-box.ts'

/** A stretch of the harbour's story: two busy working days, or the weekend on which the clocks go back. */
export type Window = { from: Date; until: Date }
const BUSY: Window = { from: new Date('2026-10-22T07:00:00Z'), until: new Date('2026-10-23T18:00:00Z') }
const CLOCKS_BACK: Window = {
  from: new Date('2026-10-24T20:00:00Z'),
  until: new Date('2026-10-26T12:00:00Z'),
}

type Target = 'jira' | 'graph'
export type TargetedFault = Fault & { target: Target }

export type IntakeCase = {
  name: string
  window: Window
  faults: TargetedFault[]
  /** The zone of the Jira account's profile. */
  accountTimeZone?: string
  /** Each poll's worker is killed at another of its requests. */
  kills?: true
}

/** What a read asks each vendor for, so that a fault strikes reading and nothing else. */
const READS: Record<Target, string> = { jira: '/search/jql', graph: '/delta' }
const BOTH: Target[] = ['jira', 'graph']
/** Half past ten of the second day, in the middle of its work. */
const MIDDLE = new Date('2026-10-23T09:28:00Z')
const MANY = 100_000

const both = (fault: Omit<Fault, 'match'>): TargetedFault[] =>
  BOTH.map((target) => ({ at: MIDDLE, ...fault, target, match: READS[target] }))
const always = (fault: Fault['fault'], more: Partial<Fault> = {}): TargetedFault[] =>
  both({ fault, at: BUSY.from, times: MANY, ...more })

/** What vendors do to a reader. Whatever it is, nothing is lost and nothing is recorded twice. */
export const INTAKE_CASES: IntakeCase[] = [
  { name: '429 for an hour', faults: BOTH.map((target) => throttled(target, 3600)) },
  { name: '429 for ten seconds', faults: BOTH.map((target) => throttled(target, 10)) },
  { name: '500', faults: both({ fault: '500', times: 6 }) },
  { name: 'cut body', faults: both({ fault: 'cut', times: 3 }) },
  { name: 'dropped connection', faults: both({ fault: 'drop', times: 3 }) },
  { name: 'malformed answer', faults: both({ fault: 'malformed', times: 3 }) },
  { name: 'timeout', faults: both({ fault: 'timeout', times: 2 }) },
  { name: '401', faults: both({ fault: '401', times: 8 }) },
  { name: 'pages of one', faults: always('pageSize', { pageSize: 1 }) },
  {
    name: 'expired page token',
    faults: [...both({ fault: 'expiredPageToken', times: 1 }), ...always('pageSize')],
  },
  { name: '410 in mid-page', faults: [forgotten(), ...always('pageSize')] },
  { name: 'items twice', faults: always('duplicate') },
  { name: 'items out of order', faults: always('reorder') },
  { name: 'clock 10 min behind', faults: always('skew', { skewSeconds: -600 }) },
  { name: 'clock 10 min ahead', faults: always('skew', { skewSeconds: 600 }) },
  {
    name: 'account in New York',
    faults: both({ fault: '500', times: 4 }),
    accountTimeZone: 'America/New_York',
  },
  { name: 'account in Auckland', faults: [], accountTimeZone: 'Pacific/Auckland' },
  {
    name: 'clocks go back',
    window: CLOCKS_BACK,
    faults: both({ fault: '500', at: addMinutes(new Date('2026-10-25T00:15:00Z'), -2), times: 8 }),
  },
  { name: 'killed at every request', faults: [], kills: true as const },
].map((each) => ({ window: BUSY, ...each }))

function throttled(target: Target, retryAfterSeconds: number): TargetedFault {
  return { target, fault: '429', at: MIDDLE, times: 1, retryAfterSeconds }
}

/** Graph forgets a page's mark; for Jira that is an expired page token. */
function forgotten(): TargetedFault {
  return { target: 'graph', fault: '410', at: MIDDLE, times: 1, match: '$skiptoken' }
}
