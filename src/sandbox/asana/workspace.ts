import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { StoryFile } from '#src/sandbox/scenario/vendor-files.ts'
import { isVendor, type Vendor } from '#src/sandbox/vendor/value.ts'
import type { Journal, WriteRecord } from './journal.ts'
import { gidOf, listOf, momentsOf, storyAt, taskAt, timedTask, timeOf, type TimedTask } from './task-at.ts'

/** Asana as it is at a moment (`at` in epoch ms): the scenario's life with our own comments laid over it. */
export type Workspace = {
  /** The account of the token: the PM. */
  account: Vendor & { gid: string }
  journal: Journal
  task: (gid: string, at: number) => Vendor | undefined
  /** Those that lie in a project now. */
  tasksOf: (projectGid: string, at: number) => Vendor[]
  /** Oldest first. */
  stories: (taskGid: string, at: number) => Vendor[]
  /** Every task that ever lay in a project, with all its stories so far, ours last. */
  livesIn: (projectGid: string) => Life[]
  hasProject: (gid: string) => boolean
  changedBetween: (from: Date, to: Date) => boolean
  nextGid: () => string
}

export type Life = { timed: TimedTask; written: StoryFile[] }

/** Lays the journal over the scenario. */
export function openWorkspace(scenario: Scenario, journal: Journal): Workspace {
  const people = peopleIn(scenario)
  const timed = new Map(scenario.tasks.map((file) => [file.gid, timedTask(file)]))
  const whole = (person: unknown) => people.get(gidOf(person)) ?? person ?? null
  const account = accountOf(scenario, people)
  const writtenOn = (gid: string) =>
    journal.all().flatMap((record) => (record.taskGid === gid ? [storyOf(record, account)] : []))
  const task = (gid: string, at: number) => {
    const known = timed.get(gid)
    const shown = known && taskAt(known, at)
    if (!known || !shown) return undefined
    const moments = [...momentsOf(known), ...writtenOn(gid).map(timeOf)].filter((moment) => moment <= at)
    const modified_at = new Date(Math.max(...moments)).toISOString()
    return { ...shown, assignee: whole(shown['assignee']), modified_at }
  }
  const projects = new Set(scenario.projects.flatMap(({ asana }) => asana ?? []))
  return {
    ...{ account, journal, task },
    tasksOf: (projectGid, at) =>
      [...timed.keys()].flatMap((gid) => {
        const shown = task(gid, at)
        return shown && projectsOf(shown).includes(projectGid) ? [shown] : []
      }),
    stories: (gid, at) =>
      [...(timed.get(gid)?.stories ?? []), ...writtenOn(gid)]
        .filter((story) => timeOf(story) <= at)
        .sort((a, b) => timeOf(a) - timeOf(b))
        .map((story) => storyAt({ ...story, created_by: whole(story['created_by']) }, at)),
    livesIn: (projectGid) =>
      [...timed.values()]
        .filter(({ file }) => everIn(file).includes(projectGid))
        .map((life) => ({ timed: life, written: writtenOn(life.file.gid) })),
    hasProject: (gid) => projects.has(gid),
    changedBetween: (from, to) => {
      const isBetween = (moment: number) => moment > from.getTime() && moment <= to.getTime()
      return (
        [...timed.values()].some((each) => momentsOf(each).some(isBetween)) ||
        journal.all().some(({ at }) => isBetween(Date.parse(at)))
      )
    },
    nextGid: () => String(1_209_900_000_000_001 + journal.all().length),
  }
}

function projectsOf(task: Vendor): unknown[] {
  return listOf(task['memberships']).map(({ project }) => gidOf(project))
}

/** The projects in which a task lies at its end, and those that it was taken out of before. */
function everIn({ memberships, stories }: Scenario['tasks'][number]): unknown[] {
  const left = stories.filter(({ resource_subtype }) => resource_subtype === 'removed_from_project')
  return [...projectsOf({ memberships }), ...left.map(({ project }) => gidOf(project))]
}

function storyOf({ gid, at, text }: WriteRecord, account: Vendor): StoryFile {
  const { gid: user, name } = account
  const created_by = { gid: user, resource_type: 'user', name }
  return { gid, created_at: at, created_by, resource_subtype: 'comment_added', text, is_editable: true }
}

/** Everybody who is named with an address somewhere, by gid. */
function peopleIn({ tasks }: Scenario): Map<unknown, Vendor> {
  const named = tasks.flatMap(({ assignee, created_by, stories }) => [
    assignee,
    created_by,
    ...stories.flatMap((story) => [story['created_by'], story['assignee']]),
  ])
  const withAddress = named.filter(isVendor).filter(({ email }) => typeof email === 'string')
  return new Map(withAddress.map((person) => [person['gid'], person]))
}

function accountOf({ pm }: Scenario, people: Map<unknown, Vendor>): Vendor & { gid: string } {
  const known = [...people.values()].find(({ email }) => email === pm.email)
  const gid = typeof known?.['gid'] === 'string' ? known['gid'] : '1200000000000001'
  return { resource_type: 'user', name: pm.name, email: pm.email, ...known, gid }
}
