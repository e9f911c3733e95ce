import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { signalRow } from '#src/adapters/dynamo/rows.ts'
import { idFor } from '#src/adapters/ids.ts'
import type { Act } from '#src/domain/act.ts'
import type { Away } from '#src/domain/away.ts'
import type { JiraContext } from '#src/domain/jira-issue.ts'
import type { Person } from '#src/domain/person.ts'
import type { Project } from '#src/domain/project.ts'
import { HandBusy, HandRefused, type ExecutorDeps, type Hand } from '#src/executor/deps.ts'
import { performDue } from '#src/executor/perform.ts'
import { artefactHand } from '#src/executor/hands/artefact-hand.ts'
import { aSignal, context } from '../fixtures/builders.ts'
import { aProject, hours, NINE } from '../fixtures/desk.ts'
import { fakeTable } from './table.ts'

/** How the vendor treats the next request. `lostReply`: it does it, and its answer never comes. */
export type Mood = 'takes' | 'lostReply' | 'refuses' | 'busy' | 'unreachable' | 'silent'

/** An executor on the fake table, with a vendor that keeps a journal and a clock that the test moves. */
export function anExecutorWorld(over: Partial<Project> = {}, table = fakeTable()) {
  const acts = connectActs(table)
  const people = connectPeople(table)
  const vendor = { mood: 'takes' as Mood, requests: 0, did: [] as string[] }
  const world = {
    now: NINE,
    paused: false,
    away: null as Away | null,
    /** How the ticket of an act stands now. */
    ticket: context as JiraContext | string,
    dial: aProject(over).autonomyLevel,
    problem: null as string | null,
    /** When somebody last wrote in whatever thread an act answers. */
    threadAt: '',
    killed: false,
  }

  const hand: Hand = {
    perform: async ({ id }) => {
      vendor.requests += 1
      if (vendor.mood === 'refuses') throw new HandRefused('No such ticket.')
      if (vendor.mood === 'busy') throw new HandBusy('Too many requests.', 30)
      if (vendor.mood === 'unreachable' || vendor.mood === 'silent') throw new Error('No answer.')
      vendor.did.push(id)
      if (vendor.mood === 'lostReply') throw new Error('No answer.')
      return { id: `comment of ${id}`, url: null, at: world.now.toISOString() }
    },
    find: async ({ id }) => {
      if (vendor.mood === 'silent') throw new Error('Jira does not answer.')
      return vendor.did.includes(id)
        ? { id: `comment of ${id}`, url: null, at: world.now.toISOString() }
        : undefined
    },
  }
  const deps: ExecutorDeps = {
    now: () => world.now,
    realNow: () => world.now,
    newId: idFor,
    project: async () => aProject({ ...over, autonomyLevel: world.dial }),
    paused: async () => world.paused,
    away: async () => world.away,
    ticket: async () => world.ticket,
    hours: async () => hours,
    act: acts.get,
    saveAct: async (next, also) => {
      if (world.killed) throw new Error('This worker is dead.')
      await acts.save(next, also)
    },
    isPermitUsed: acts.isPermitUsed,
    followers: acts.followers,
    recentActs: (projectId) => acts.ofProject(projectId),
    people: people.getMany,
    premiseProblem: async (premise) => {
      const late = premise && 'newestAt' in premise && premise.newestAt < world.threadAt
      return late ? 'somebody has written in the thread since' : world.problem
    },
    hands: {
      jira_comment: hand,
      jira_status_change: hand,
      jira_create_ticket: hand,
      jira_assign: hand,
      jira_fields: hand,
      scope_change: hand,
      milestone_change: hand,
      email_stakeholder: hand,
      email_external: hand,
      notification_internal: hand,
      artefact_update: artefactHand({ now: () => world.now, ...connectArtefacts(table) }),
    },
  }
  const stored = async (act: Act): Promise<Act> => {
    const found = await acts.get(act.projectId, act.id)
    if (!found) throw new Error(`No act ${act.id} is stored.`)
    return found
  }
  const put = (act: Act) => acts.save(act, { events: [] })
  const register = async (...known: Person[]) => {
    for (const each of known) await people.save({ ...each, projectId: 'SP' })
  }
  return {
    ...{ deps, table, vendor, world, acts, stored, put, register },
    /** The row of the signal that evidence cites. */
    begin: () => table.write([{ put: signalRow(aSignal()) }]),
    /** What becomes of an act whose time has come, with these in the register. */
    due: async (act: Act, ...known: Person[]): Promise<Act> => {
      await register(...known)
      await put(act)
      return await performDue(deps, await stored(act))
    },
    events: () => table.rows().filter((row) => row.type === 'event'),
  }
}
