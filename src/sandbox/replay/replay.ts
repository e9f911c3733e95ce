import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { DUE_BUSINESS, DUE_REAL } from '#src/adapters/dynamo/keys.ts'
import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectPm } from '#src/adapters/dynamo/projects.ts'
import { signalRow } from '#src/adapters/dynamo/rows.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { isOpen, type Escalation } from '#src/domain/escalation.ts'
import { NEVER_MATTERED } from '#src/domain/memory.ts'
import { seed } from '#src/sandbox/cloud/seed.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { decide, decideOtherwise } from '#src/use-cases/decide.ts'
import { dismiss } from '#src/use-cases/dismiss.ts'
import { askStored, spentOn } from './ask-stored.ts'
import { differencesOf } from './differences.ts'
import { memoryTable } from './memory-table.ts'
import type { Settings } from './settings.ts'
import { asRecorded, monthsOf, readStored, type Stored, type StoredCheck } from './stored.ts'
import { timelineOf, type Moment } from './timeline.ts'
import { replayWorld } from './world.ts'

type Going = { table: Table; stored: Stored; world: ReturnType<typeof replayWorld>; clock: { at: Date } }

const MOST = 100_000

/** Runs what a database has stored through the real steps again, under other settings, and says what came out otherwise. */
export async function replay(from: Table, scenario: Scenario, settings: Settings) {
  const projects = scenario.projects.map(({ key }) => key)
  const months = monthsOf(scenario)
  const stored = await readStored(from, projects, months)
  const table = memoryTable()
  await seed(table, scenario, settings.dial)
  const clock = { at: scenario.start }
  const asking = await askStored(table, stored, settings, () => clock.at)
  const world = replayWorld(table, { ask: asking.ask, now: () => clock.at, sprints: stored.sprints })
  try {
    for (const moment of timelineOf(stored)) await live({ table, stored, world, clock }, moment)
  } finally {
    await asking.close()
  }
  const each = async <T>(read: (id: string) => Promise<T[]>) => (await Promise.all(projects.map(read))).flat()
  const now = {
    signals: await connectSignals(table).getMany([...stored.signals.keys()]),
    escalations: await each(connectEscalations(table).ofProject),
    acts: await each((id) => connectActs(table).ofProject(id, MOST)),
  }
  return {
    ...{ scenario: scenario.name, checks: stored.checks.length, signals: stored.signals.size },
    asked: { then: spentOn(stored.calls), now: await asking.spent(months) },
    ...differencesOf({ ...stored, signals: [...stored.signals.values()] }, now),
  }
}
export type Replayed = Awaited<ReturnType<typeof replay>>

async function live(going: Going, moment: Moment): Promise<void> {
  const at = new Date(moment.at)
  await sweepUpTo(going, at)
  going.clock.at = at
  switch (moment.is) {
    case 'taught': {
      const memory = { ...moment.memory, version: 1, mattered: NEVER_MATTERED }
      await connectMemories(going.table).save([memory])
      return
    }
    case 'answered': {
      await answer(going, moment.asked)
      return
    }
    case 'check': {
      await checkAgain(going, moment.check)
      return
    }
  }
}

/** Sweeps that change nothing before a replay goes on without them. */
const IN_VAIN = 20

/** Everything that falls due until then: held acts, chosen ones, decisions whose time is up. */
async function sweepUpTo({ table, world, clock }: Going, upTo: Date): Promise<void> {
  let before = ''
  for (let vain = 0; vain < IN_VAIN;) {
    const next = await nextDue(table)
    if (next === undefined || next > upTo.toISOString()) return
    vain = next === before ? vain + 1 : 0
    before = next
    if (next > clock.at.toISOString()) clock.at = new Date(next)
    await world.sweep()
  }
}

async function nextDue(table: Table): Promise<string | undefined> {
  const rows = await Promise.all(
    [DUE_BUSINESS, DUE_REAL].map((pk) => table.queryIndex('GSI2', pk, { limit: 1 })),
  )
  const dues = rows.flat().map((row) => String(row['GSI2SK']).split('#')[0] ?? '')
  return dues.sort()[0]
}

/** As the PM answered then, if it was asked again and still waits. */
async function answer({ world: { decisions } }: Going, then: Escalation): Promise<void> {
  const { projectId, id: escalationId } = then
  const now = await decisions.escalation(projectId, escalationId)
  if (!now || !isOpen(now)) return
  if (then.status === 'dismissed') {
    await dismiss(decisions, {
      projectId,
      escalationId,
      by: then.dismissal.by,
      reason: then.dismissal.reason,
    })
    return
  }
  if (then.status !== 'decided') return
  const { optionId, instead, by, device } = then.decision
  if (instead !== null)
    await decideOtherwise(decisions, { projectId, escalationId, text: instead, by, device })
  else if (now.options.some((option) => option.id === optionId))
    await decide(decisions, { projectId, escalationId, optionId, by, device, mailRead: true })
}

const AT_ONCE = 90

async function checkAgain({ table, stored, world }: Going, { slot, pages }: StoredCheck): Promise<void> {
  const { name, email, internalDomains, workingHours } = await connectPm(table).get()
  const desk = { pmName: name, pmEmail: email, internalDomains, workingHours }
  for (const [index, page] of pages.entries()) {
    const known = await connectSignals(table).known(page.ids)
    const fresh = page.ids.flatMap((id) => (known.has(id) ? [] : (stored.signals.get(id) ?? [])))
    for (let at = 0; at < fresh.length; at += AT_ONCE)
      await table.write(fresh.slice(at, at + AT_ONCE).map((each) => ({ put: signalRow(asRecorded(each)) })))
    await connectPages(table).save(slot, index + 1, page)
    await world.run({
      ...{ slot, startedAt: slot, desk, page: index + 1, pages: pages.length, quiet: false, more: false },
      ...{ signals: page.ids.length, readings: [] },
    })
  }
}
