import { addMinutes } from 'date-fns/addMinutes'
import type { SourceName } from '#src/domain/cycle.ts'
import type { Fault } from '#src/sandbox/vendor/fault-box.ts'
import type { World } from './worlds.ts'

type Target = 'jira' | 'graph' | 'asana'
export type TargetedFault = Fault & { target: Target }

/** Whose vendor it is. */
export const TARGETS: Record<Target, SourceName> = { jira: 'jira', graph: 'outlook', asana: 'asana' }

type Behind = Partial<Record<Target, number>>

export type IntakeCase = {
  name: string
  world: World
  faults: TargetedFault[]
  /** By so many seconds each vendor shows late what changed, whatever else strikes it. */
  behind?: Behind
  /** The zone of the Jira account's profile, where it is not the PM's. */
  accountTimeZone?: string
  /** The worker of each poll dies after each of its requests in turn. */
  kills?: true
  /** Takes so long that only the whole campaign plays it. */
  slow?: true
}

const LONDON = 'Europe/London'
/** A Tuesday morning in all three sources. */
const MORNING: World = { start: new Date('2026-10-20T07:00:00Z'), hours: 2.25, timeZone: LONDON }
const SHORT: World = { start: new Date('2026-10-20T07:00:00Z'), hours: 1.5, timeZone: LONDON }
/** Two working days of a story in which acts are held and done. */
const HARBOUR: World = {
  ...{ folder: 'scenarios/harbour', start: new Date('2026-10-22T07:00:00Z') },
  end: new Date('2026-10-23T18:00:00Z'),
}
const READING_ROOMS: World = {
  ...{ folder: 'scenarios/asana', start: new Date('2026-11-11T08:00:00Z') },
  end: new Date('2026-11-13T12:00:00Z'),
}
/** Long enough for a check on the hour to be shown the last of it. */
const LONG: World = { start: new Date('2026-10-20T07:00:00Z'), hours: 3, timeZone: LONDON }
/** As late as vendors are as a rule: within the five minutes that every check looks back. */
const AS_A_RULE: Behind = { jira: 240, graph: 60, asana: 60 }
const HARBOUR_AT = new Date('2026-10-23T09:28:00Z')
/** Just before the fourth of its ten checks. */
const MIDDLE = addMinutes(MORNING.start, 43)
const MANY = 100_000

/** What a read asks each vendor for, so that a fault strikes reading and nothing else. */
const READS: Record<Target, string> = { jira: '/search/jql', graph: '/delta', asana: '/events' }
/** Where each vendor gives things in pages. */
const LISTS: Record<Target, string> = { ...READS, asana: '/tasks' }
/** What a vendor shows from an index or a stream, which may be behind its own records. */
const LATE: Record<Target, string> = { jira: '/search/', graph: '/delta', asana: '/api' }
const ALL: Target[] = ['jira', 'graph', 'asana']

const onReads = (fault: Omit<Fault, 'match'>): TargetedFault[] =>
  ALL.map((target) => ({ at: MIDDLE, ...fault, target, match: READS[target] }))
/** Asana's events are given once: an answer that is lost is another case. */
const onLists = (fault: Omit<Fault, 'match'>): TargetedFault[] =>
  ALL.map((target) => ({ at: MIDDLE, ...fault, target, match: LISTS[target] }))
const always = (fault: Fault['fault'], more: Partial<Fault> = {}): TargetedFault[] =>
  onLists({ fault, at: MORNING.start, times: MANY, ...more })
/** The whole vendor, whatever it is asked. */
const skewed = (skewSeconds: number): TargetedFault[] =>
  ALL.map((target) => ({ target, fault: 'skew', at: MORNING.start, times: MANY, skewSeconds }))

/** Three hours around the moment at which a zone's clocks change, blind while they do. */
function clocksChange(name: string, at: string, zones: { pm: string; account?: string }): IntakeCase {
  const world: World = { start: addMinutes(new Date(at), -75), hours: 3, timeZone: zones.pm }
  const faults = ALL.map((target): TargetedFault => {
    return { target, fault: '500', at: addMinutes(new Date(at), -20), times: 3, match: READS[target] }
  })
  return { name, world, faults, behind: AS_A_RULE, ...(zones.account && { accountTimeZone: zones.account }) }
}

/** What vendors do to a reader. Whatever it is, nothing is lost and nothing is recorded twice. */
export const INTAKE_CASES: IntakeCase[] = [
  ...[
    { name: '429 for an hour', faults: onReads({ fault: '429', retryAfterSeconds: 3600 }) },
    { name: '429 for ten seconds', faults: onReads({ fault: '429', retryAfterSeconds: 10 }) },
    { name: '500', faults: onReads({ fault: '500', times: 4 }) },
    { name: 'cut body', faults: onReads({ fault: 'cut', times: 3 }) },
    { name: 'dropped connection', faults: onLists({ fault: 'drop', times: 3 }) },
    { name: 'malformed answer', faults: onReads({ fault: 'malformed', times: 3 }) },
    { name: 'timeout', slow: true as const, faults: onReads({ fault: 'timeout', times: 2 }) },
    { name: '401', faults: onReads({ fault: '401', times: 4 }) },
    { name: 'pages of one', faults: always('pageSize', { pageSize: 1 }) },
    {
      name: 'expired page token',
      faults: [...onReads({ fault: 'expiredPageToken' }), ...always('pageSize', { pageSize: 2 })],
    },
    { name: '410 in mid-page', faults: [forgotten(), ...always('pageSize', { pageSize: 2 })] },
    { name: 'items twice', faults: always('duplicate') },
    { name: 'items out of order', faults: always('reorder') },
    { name: 'clock 10 min behind', faults: skewed(-600) },
    { name: 'clock 10 min ahead', faults: skewed(600) },
    { name: 'search as late as every check looks back', behind: { ...AS_A_RULE, jira: 300 }, faults: [] },
  ].map((each) => ({ world: MORNING, behind: AS_A_RULE, ...each })),
  { name: 'search 35 min late', world: LONG, behind: { jira: 2100 }, faults: [], slow: true },
  clocksChange('clocks go back', '2026-10-25T01:00:00Z', { pm: LONDON }),
  clocksChange('clocks go forward', '2026-03-29T01:00:00Z', { pm: LONDON }),
  clocksChange('account in New York, clocks forward', '2026-03-08T07:00:00Z', {
    ...{ pm: LONDON, account: 'America/New_York' },
  }),
  clocksChange('account in Auckland, clocks back', '2026-04-04T14:00:00Z', {
    ...{ pm: LONDON, account: 'Pacific/Auckland' },
  }),
  {
    name: 'killed after every request',
    world: SHORT,
    behind: AS_A_RULE,
    faults: always('pageSize', { pageSize: 4 }),
    kills: true,
    slow: true,
  },
  {
    name: '429 for an hour while acts are held',
    world: HARBOUR,
    faults: [throttled('jira'), throttled('graph')],
    slow: true,
  },
  { name: 'events lost for good', world: READING_ROOMS, faults: [eventsLost()], slow: true },
]

function throttled(target: Target): TargetedFault {
  return { target, fault: '429', at: HARBOUR_AT, times: 1, retryAfterSeconds: 3600, match: READS[target] }
}

/** Graph forgets a page's mark; for Jira and Asana that is an expired page token. */
function forgotten(): TargetedFault {
  return { target: 'graph', fault: '410', at: MIDDLE, times: 1, match: '$skiptoken' }
}

/** Asana gives an event once, and this answer does not arrive: its task is found by its own date within a day. */
function eventsLost(): TargetedFault {
  return { target: 'asana', fault: 'drop', at: new Date('2026-11-12T09:55:00Z'), times: 1, match: '/events' }
}

/** Everything that strikes in a case, what is shown late too. */
export function faultsOf({ faults, behind = {}, world }: IntakeCase): TargetedFault[] {
  const late = ALL.flatMap((target): TargetedFault[] => {
    const lagSeconds = behind[target]
    const common = { at: world.start, times: MANY, match: LATE[target] }
    return lagSeconds === undefined ? [] : [{ target, fault: 'lag', lagSeconds, ...common }]
  })
  return [...faults, ...late]
}
