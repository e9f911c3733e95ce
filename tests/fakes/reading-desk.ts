import { connectBoards } from '#src/adapters/dynamo/boards.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { connectRereads } from '#src/adapters/dynamo/rereads.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import type { Table, Write } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import { detectChanges } from '#src/agent/detect-changes/detect-changes.ts'
import type { OwnCount } from '#src/agent/detect-changes/own-count.ts'
import type { Watched } from '#src/agent/detect-changes/watched.ts'
import type { HealthReport } from '#src/agent/messages.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { SourceName } from '#src/domain/cycle.ts'
import type { RawSignal } from '#src/domain/raw-signal.ts'
import { aDeskOf, aHeartbeat, aProject, minutesAfter, nine } from '../fixtures/desk.ts'
import { fakeTable } from './table.ts'

const ACCOUNTS: Record<SourceName, string> = {
  jira: 'example.atlassian.net',
  asana: 'app.asana.com',
  outlook: 'morgan@example.com',
}

/** What a source says when it is asked, and what it was asked. `cursor`: its own mark, if it has one. */
function aSource() {
  return {
    changes: [] as RawSignal[],
    unreadable: [] as { ref: string; why: string }[],
    /** Why it answers nothing, or nothing after its first page. */
    ...{ fails: '', breaksOff: '' },
    ...{ since: '', dies: 0 },
    ...{ cursor: undefined as string | undefined, asked: [] as (string | null)[] },
    /** Its own clock, where it shows one. */
    upTo: undefined as Date | undefined,
    ...{ resynced: false, excluded: 0 },
    /** What it says itself of a stretch, and how often it was asked. */
    count: undefined as OwnCount | undefined,
    counts: 0,
  }
}

/** Sources that say what the test has them say, read by the real step into the fake table; Outlook's on request. */
export function aDesk(sources: SourceName[] = ['jira']) {
  const table = fakeTable()
  const world = aSource()
  const mailbox = aSource()
  const spy: Table = {
    ...table,
    write: async (writes) => {
      dieAt(world, writes)
      await table.write(writes)
    },
  }
  /** The day's work, done unless a test says otherwise, and what it looks through. */
  const day = { isDue: false, matters: [] as Matter[] }
  const intakeOf = (source: SourceName) => ({
    ...connectIntake(spy, source, ACCOUNTS[source]),
    ...connectRereads(spy, source, ACCOUNTS[source]),
  })
  const cycles = connectCycles(table)
  const signals = connectSignals(table)
  const watched = (source: SourceName): Watched => {
    const said = source === 'jira' ? world : mailbox
    async function* changedSince(
      _: string[],
      { since, cursor }: { since: Date | undefined; cursor: string | null },
    ) {
      said.since = since?.toISOString() ?? 'ever'
      said.asked.push(cursor)
      const changes = said.changes.map((raw) => ({ raw, unownedSince: null }))
      const { unreadable, upTo, cursor: mark } = said
      if (said.fails) throw Object.assign(new Error(said.fails), { name: 'SourceUnreadable' })
      const { resynced, excluded } = said
      yield { changes, unreadable, upTo, resynced, excluded, cursor: mark ?? null, isLast: !said.breaksOff }
      if (said.breaksOff) throw Object.assign(new Error(said.breaksOff), { name: 'SourceUnreadable' })
    }
    const count = async () => {
      said.counts += 1
      if (!said.count) throw Object.assign(new Error('No count.'), { name: 'SourceUnreadable' })
      return said.count
    }
    return { source, account: ACCOUNTS[source], changedSince, count, ...intakeOf(source) }
  }
  const deps: Parameters<typeof detectChanges>[0] = {
    ...{
      now: () => new Date(nine),
      realNow: () => new Date(nine),
      newId: idFor,
      projects: async () => [aProject()],
    },
    sources: sources.map(watched),
    ...{ known: signals.known, open: signals.open, savePage: connectPages(table).save },
    ...{ running: cycles.running, close: cycles.close, dailyDone: async () => !day.isDue },
    ...{ matters: async () => day.matters, signals: signals.getMany, saveSprints: connectBoards(table).save },
    blindSpell: (spell, until, read) => intakeOf(spell.source).saveBlind({ ...spell, until, read }),
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
      desk: aDeskOf(),
      health: [],
    }
    return await detectChanges(deps, report)
  }
  const recorded = () => table.rows().filter((row) => row.type === 'signal')
  const spells = (source: SourceName) => intakeOf(source).blindSpells()
  const checkpoint = (source: SourceName = 'jira') => intakeOf(source).checkpoint()
  return { table, world, mailbox, day, deps, check, recorded, cycles, spells, checkpoint }
}

function dieAt(world: { dies: number }, writes: Write[]): void {
  if (world.dies > 0 && writes.length > 0 && --world.dies === 0) throw new Error('This worker is dead.')
}
