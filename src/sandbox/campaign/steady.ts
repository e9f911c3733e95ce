import { addMinutes } from 'date-fns/addMinutes'
import { addSeconds } from 'date-fns/addSeconds'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { aProject, emptyWorld } from './crowd.ts'
import { aMail, anIssue, aTask, type Happened } from './vendor-records.ts'

/** A stretch in which all three sources change every few minutes. */
export type Steady = { start: Date; hours: number; timeZone: string }

/** Nothing happens before the first check has connected the projects, by a clock that is ten minutes ahead too. */
const FIRST_MINUTES = 12
/** So long before its end nothing happens any more, so that the last thing is found however late. */
const REST_MINUTES = 40
/** No two of these meet in one second, and none keeps to a check's quarter of an hour. */
const EVERY = { jira: 97, outlook: 211, asana: 173 }
const ISSUES = 14
const TASKS = 5
const ASANA = { key: 'PC', gid: '1208800000000001', name: 'Project PC' }

export function steadyScenario({ start, hours, timeZone }: Steady): Scenario {
  const end = addMinutes(start, hours * 60)
  const moments = (seconds: number) => {
    const count = Math.floor(((hours * 60 - REST_MINUTES - FIRST_MINUTES) * 60) / seconds)
    return Array.from({ length: count }, (_, n) => addSeconds(start, FIRST_MINUTES * 60 + n * seconds))
  }
  const jira = moments(EVERY.jira)
  const asana = moments(EVERY.asana)
  return {
    ...emptyWorld('steady', start, end, timeZone),
    projects: [aProject('PA'), aProject('PB'), aProject(ASANA.key, ASANA.gid)],
    issues: Array.from({ length: ISSUES }, (_, n) =>
      anIssue(n, `${n % 2 === 0 ? 'PA' : 'PB'}-${n + 1}`, shareOf(jira, n, ISSUES)),
    ),
    tasks: Array.from({ length: TASKS }, (_, n) => aTask(n, ASANA, shareOf(asana, n, TASKS))),
    mail: moments(EVERY.outlook).map((at, n) =>
      aMail(n, at, `Project PA: part ${n + 1}`, n % 4 === 3 ? 'pm' : 'lead'),
    ),
  }
}

/** Every so manyeth moment; every third of them is somebody's words. */
function shareOf(all: Date[], n: number, of: number): Happened[] {
  return all
    .filter((_, index) => index % of === n)
    .map((at, index) => ({ at, what: index % 3 === 2 ? 'commented' : 'moved' }))
}
