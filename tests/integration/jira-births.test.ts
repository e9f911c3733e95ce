import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '#src/adapters/env.ts'
import type { Signal } from '#src/domain/signal.ts'
import { detectAndNormalise } from '#src/sandbox/campaign/detect-and-normalise.ts'
import { tableHistory } from '#src/sandbox/campaign/table-history.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { allSignals } from '#src/sandbox/play/report.ts'
import { readScenario, type Scenario } from '#src/sandbox/scenario/scenario.ts'

/** Real issues of a real site: see NOTICE. */
const scenario: Scenario = { ...readScenario('scenarios/sample'), start: new Date('2021-06-01T00:00:00Z') }
const SLOT_MS = 15 * 60_000

let cloud: Cloud
const folder = mkdtempSync(join(tmpdir(), 'pm-births-'))

beforeAll(async () => {
  cloud = await startCloud({
    ...{ scenario, folder, ports: await freePorts(), startAt: scenario.start, model: 'none' },
    functions: () => ({ invoke: inProcess(), close: async () => undefined }),
    ...{ forgetful: true, log: () => undefined },
  })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('every issue, played from its birth, yields what its changelog holds, in that order and nothing else', async () => {
  expect(scenario.issues).toHaveLength(6)
  for (const at of checksOf(scenario.issues)) await detectAndNormalise(cloud, scenario, at)

  const signals = await allSignals(cloud.table, { source: 'jira', account: '127.0.0.1' })
  const known = new Map(signals.map((each) => [each.id, each]))
  const order = await tableHistory(process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '', env().APP_TABLE)
  const recorded = order.flatMap((entry) => (entry.is === 'recorded' ? (known.get(entry.id) ?? []) : []))
  expect(recorded).toHaveLength(signals.length)
  for (const issue of scenario.issues) {
    const found = recorded.filter(({ ref }) => ref === issue.key)
    expect(found.map(told), issue.key).toEqual(lifeOf(issue))
    expect(found.map(({ projectId, matterId }) => [projectId, matterId])).toEqual(
      found.map(() => ['SP', issue.key]),
    )
  }
})

type Issue = Scenario['issues'][number]
type Line = { id: string; at: number; before: string | null; after: string | null }

const told = ({ externalId, occurredAt, before, after }: Signal): Line => {
  return { id: externalId, at: Date.parse(occurredAt), before, after }
}

/** A check before anything was born, and one after each moment at which something happened. */
function checksOf(issues: Issue[]): Date[] {
  const moments = issues.flatMap((issue) => lifeOf(issue).map(({ at }) => Math.ceil(at / SLOT_MS) * SLOT_MS))
  return [scenario.start, ...[...new Set(moments)].sort((a, b) => a - b).map((at) => new Date(at))]
}

/** Read off the file by hand: its birth, then each item of its changelog, by its time and its number. */
function lifeOf({ id, fields, changelog }: Issue): Line[] {
  const histories = (changelog?.histories ?? []).toSorted(
    (a, b) => Date.parse(a.created) - Date.parse(b.created) || Number(a.id) - Number(b.id),
  )
  const changes = histories.flatMap((history) =>
    history.items.map((item, index) => {
      const { to, toString: toText } = Object.fromEntries(Object.entries(item))
      return {
        id: `${id}#${history.id}-${index}`,
        at: Date.parse(history.created),
        before: shown(item.fromString, item.from),
        after: shown(toText, to),
      }
    }),
  )
  const first = histories.flatMap(({ items }) => items).find(({ field }) => field === 'summary')
  const name = first ? shown(first.fromString, null) : shown(fields['summary'], null)
  return [{ id: `${id}#created`, at: Date.parse(fields.created), before: null, after: name }, ...changes]
}

/** The first of two that says something. */
function shown(text: unknown, id: unknown): string | null {
  const [found] = [text, id].filter((each) => typeof each === 'string' && each !== '')
  return found === undefined ? null : String(found)
}
