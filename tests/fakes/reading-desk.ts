import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import type { Table, Write } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import { detectChanges } from '#src/agent/detect-changes/detect-changes.ts'
import type { HealthReport } from '#src/agent/messages.ts'
import type { RawSignal } from '#src/domain/raw-signal.ts'
import { aHeartbeat, aProject, hours, minutesAfter, nine } from '../fixtures/desk.ts'
import { fakeTable } from './table.ts'

const account = 'example.atlassian.net'

/** A source that says what the test has it say, read by the real step into the fake table. */
export function aDesk() {
  const table = fakeTable()
  const world = {
    changes: [] as RawSignal[],
    unreadable: [] as { ref: string; why: string }[],
    fails: '',
    since: '',
    dies: 0,
  }
  const spy: Table = {
    ...table,
    write: async (writes) => {
      dieAt(world, writes)
      await table.write(writes)
    },
  }
  const intake = connectIntake(spy, 'jira', account)
  const cycles = connectCycles(table)
  const signals = connectSignals(table)
  async function* changedSince(_: string[], since: Date | undefined) {
    world.since = since?.toISOString() ?? 'ever'
    yield { changes: world.changes.map((raw) => ({ raw, unownedSince: null })), unreadable: world.unreadable }
    if (world.fails) throw Object.assign(new Error(world.fails), { name: 'SourceUnreadable' })
  }
  const deps: Parameters<typeof detectChanges>[0] = {
    ...{ now: () => new Date(nine), newId: idFor, projects: async () => [aProject()] },
    ...{
      source: { source: 'jira', account, changedSince },
      checkpoint: intake.checkpoint,
      record: intake.record,
    },
    ...{ known: signals.known, openIds: signals.openIds, savePage: connectPages(table).save },
    watched: connectMatters(table).watched,
    ...{ running: cycles.running, close: cycles.close, dailyDone: async () => true },
    blindSpell: (spell, until) => intake.saveBlind({ ...spell, until }),
  }
  const check = async (minutes: number) => {
    const slot = minutesAfter(minutes).toISOString()
    const before = await cycles.running()
    const version = (before?.version ?? 0) + 1
    const beat = aHeartbeat({ ...before, version, lease: { slot, execution: slot } })
    await cycles.beat({ ...beat, heartbeatAt: slot })
    const report: HealthReport = {
      slot,
      startedAt: slot,
      desk: { pmName: 'Morgan', workingHours: hours },
      health: [],
    }
    return await detectChanges(deps, report)
  }
  const recorded = () => table.rows().filter((row) => row.type === 'signal')
  return { table, world, deps, check, recorded, cycles, checkpoint: intake.checkpoint }
}

function dieAt(world: { dies: number }, writes: Write[]): void {
  if (world.dies > 0 && writes.length > 0 && --world.dies === 0) throw new Error('This worker is dead.')
}
