import { dailySk, CYCLE_PK } from '#src/adapters/dynamo/keys.ts'
import { connectStores } from '#src/adapters/dynamo/stores.ts'
import { idFor } from '#src/adapters/ids.ts'
import { dayAfter } from '#src/domain/day.ts'
import type { Act } from '#src/domain/act.ts'
import type { AutonomyLevel, Project } from '#src/domain/project.ts'
import type { TurnDeps } from '#src/use-cases/set-dial.ts'
import { aHeartbeat, aPm, aProject, NINE } from '../fixtures/desk.ts'
import { fakeTable } from './table.ts'

/** Project SP on the fake table, connected long ago, and what the dial and the Trust page need of it. */
export async function aTrustDesk(over: Partial<Project> = {}) {
  const table = fakeTable()
  const stores = connectStores(table)
  const { acts, cycles, projects } = stores
  await projects.save(aProject({ connectedAt: '2026-06-01T08:00:00.000Z', ...over }))
  const account = 'example.atlassian.net'
  const reading = { source: 'jira' as const, ok: true, readAt: NINE.toISOString(), changed: 0, reason: null }
  await cycles.beat(aHeartbeat({ version: 1, readings: [{ ...reading, account }] }))
  const clock = { now: NINE }
  const deps = {
    ...{ ...stores, now: () => clock.now, newId: idFor, pm: async () => aPm() },
    ...{ project: projects.get, saveProject: projects.save },
  } satisfies TurnDeps
  return {
    ...{ table, stores, deps, clock },
    put: async (...those: Act[]) => {
      for (const each of those) await acts.save(each, { events: [] })
    },
    /** The days before today, each with a check. */
    checkedFor: async (days: number) => {
      for (let back = 1; back <= days; back++) {
        const day = dayAfter('2026-10-22', -back)
        await table.write([{ put: { PK: CYCLE_PK, SK: dailySk(day), type: 'daily' } }])
      }
    },
    blind: (since: string, until: string | null) =>
      stores.intake('jira', account).saveBlind({ since, until, reason: 'Jira did not answer.' }),
    dial: async (): Promise<AutonomyLevel | undefined> => (await projects.get('SP'))?.autonomyLevel,
  }
}
