import { addMinutes } from 'date-fns/addMinutes'
import { addSeconds } from 'date-fns/addSeconds'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { aMail, anIssue, LEAD, PM } from './vendor-records.ts'

/**
 * So much changes at once. `busyShare`: how much of it in the first project; the rest is spread over the others. `flags`: so
 * many tickets of each project are flagged after everything else.
 */
export type Crowd = { projects: number; issues: number; mails: number; busyShare?: number; flags?: number }

/** The first check connects the projects; the second finds the crowd. */
export const CROWD_START = new Date('2026-03-02T09:00:00Z')
export const CROWD_AT = addMinutes(CROWD_START, 15)

/**
 * Projects whose every ticket moves, and a mailbox into which everybody writes, in the quarter of an hour between two
 * checks: what comes after a bulk edit, a migration or a night in which nothing could be read.
 */
export function crowdedScenario({ projects, issues, mails, busyShare = 0.9, flags = 0 }: Crowd): Scenario {
  const keys = Array.from({ length: projects }, (_, n) => `P${letters(n)}`)
  const keyOf = (n: number) =>
    n < issues * busyShare || projects === 1 ? 'PA' : (keys[1 + (n % (projects - 1))] ?? 'PA')
  const tickets = Array.from({ length: issues }, (_, n) => {
    const isFlagged = n < flags || n >= issues - flags * (projects - 1)
    return anIssue(n, `${keyOf(n)}-${n + 1}`, [
      { at: momentOf(n, issues), what: 'moved' },
      ...(isFlagged ? [{ at: addSeconds(CROWD_START, 750 + (n % 100)), what: 'flagged' as const }] : []),
    ])
  })
  return {
    ...emptyWorld('crowd', CROWD_START, addMinutes(CROWD_START, 120), 'Europe/London'),
    projects: keys.map((key) => aProject(key)),
    issues: tickets,
    mail: Array.from({ length: mails }, (_, n) =>
      aMail(n, momentOf(n, mails), `${keyOf(n)}: part ${n + 1} of the move`),
    ),
  }
}

/** A made-up scenario in which nothing is yet. */
export function emptyWorld(name: string, start: Date, end: Date, timeZone: string): Scenario {
  return {
    ...{ name, folder: name, timeZone, start, end, liveFrom: start, tickMinutes: 15 },
    ...{ pm: PM, internalDomains: ['example.com'], workingHours: { from: '08:00', to: '17:30' } },
    ...{ projects: [], issues: [], tasks: [], mail: [], board: undefined, sprints: [], statuses: [] },
    ...{ faults: [], decisions: [], expected: undefined },
  }
}

/** A project of the lead's; `asana`: the gid under which Asana keeps it. */
export function aProject(key: string, asana?: string): Scenario['projects'][number] {
  const kept = asana === undefined ? {} : { asana }
  return { key, name: `Project ${key}`, autonomyLevel: 'artefact', stakeholders: [LEAD], ...kept }
}

function letters(n: number): string {
  const [high, low] = [Math.floor(n / 26), n % 26]
  return (high > 0 ? letters(high - 1) : '') + String.fromCharCode(65 + low)
}

/** Spread over the ten minutes before the crowd is found. */
const momentOf = (n: number, of: number) => addSeconds(CROWD_START, 120 + Math.floor((n / of) * 600))
