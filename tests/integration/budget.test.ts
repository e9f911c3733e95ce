import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { signalRow } from '#src/adapters/dynamo/rows.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import { env } from '#src/adapters/env.ts'
import { costOf, modelName } from '#src/domain/prices.ts'
import { DAY_CEILING, daySpending, MONTH_CEILING, monthSpending } from '#src/domain/spending.ts'
import { everyImage } from '#src/sandbox/campaign/table-history.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { aSignal } from '../fixtures/builders.ts'
import { aPage, NINE, nine } from '../fixtures/desk.ts'
import { flaggedScenario } from '../fixtures/flagged-scenario.ts'
import { spentBefore } from '../fixtures/spent-before.ts'
import { unmarshalled } from '../fixtures/unmarshalled.ts'

const LAMBDAS = 64
const DAY = '2026-10-22'

/** What the functions have wired once goes on to find the cloud there. */
const ports = await freePorts()
let open: { cloud: Cloud; folder: string } | undefined
afterEach(async () => {
  await open?.cloud.stop()
  if (open) rmSync(open.folder, { recursive: true, force: true })
  open = undefined
})

/** The whole cloud, and 64 pages of one signal each that wait for a model. */
async function aCrowdedBudget() {
  const folder = mkdtempSync(join(tmpdir(), 'pm-budget-'))
  const cloud = await startCloud({
    ...{ scenario: flaggedScenario(1), folder, ports, startAt: NINE, model: 'double' },
    functions: () => ({ invoke: inProcess(), close: async () => undefined }),
    ...{ retryAtOnce: true, forgetful: true, log: () => undefined },
  })
  open = { cloud, folder }
  cloud.clock.standAt(NINE)
  const ids: string[] = []
  for (let page = 1; page <= LAMBDAS; page++) {
    const text = `Question ${page}: can the supplier still make it?`
    const each = { ...aSignal({ externalId: `${page}#1`, kind: 'comment', text }), projectId: 'SP' }
    await cloud.table.write([{ put: signalRow(each), if: 'absent' }])
    await connectPages(cloud.table).save(nine, page, { ids: [each.id], again: [] })
    ids.push(each.id)
  }
  const spendAtOnce = () =>
    Promise.all(ids.map((_, n) => cloud.invoke('classify', { ...aPage(), page: n + 1, pages: LAMBDAS })))
  return { cloud, ids, spendAtOnce }
}

/** Every state that a counter was ever in: what is spent with what is set apart. */
async function everySum(type: 'spending_day' | 'spending_month'): Promise<number[]> {
  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '' } = process.env
  const rows = (await everyImage(endpoint, env().APP_TABLE)).map((image) => unmarshalled(image))
  const sums = z.object({ spent: z.number(), reserved: z.number() })
  const [day, month] = [daySpending.shape, monthSpending.shape]
  const schema = type === 'spending_day' ? sums.extend({ day: day.day }) : sums.extend({ month: month.month })
  return rows
    .filter((row) => row['type'] === type)
    .map((row) => schema.parse(row))
    .map(({ spent, reserved }) => spent + reserved)
}

test.each([
  ['the day', 'spending_day', DAY_CEILING, [[DAY, 393_000]]],
  [
    'the month',
    'spending_month',
    MONTH_CEILING,
    [
      ...Array.from(
        { length: 20 },
        (_, n) => [`2026-10-${String(n + 1).padStart(2, '0')}`, 399_600] as const,
      ),
      [DAY, 1000],
    ],
  ],
] as const)(
  '64 Lambdas that spend at once near the ceiling of %s never pass it, and whoever finds no room sorts by rules',
  async (_, row, ceiling, before) => {
    const { cloud, ids, spendAtOnce } = await aCrowdedBudget()
    for (const [day, cost] of before) await spentBefore(cloud.table, day, cost, NINE)
    await spendAtOnce()
    const sums = await everySum(row)
    expect(sums.length).toBeGreaterThan(LAMBDAS / 4)
    expect(Math.max(...sums)).toBeLessThanOrEqual(ceiling)
    expect(Math.max(...sums)).toBeGreaterThan(ceiling - 3000)

    const { day, month } = await connectSpending(cloud.table).standing(DAY)
    const bought = cloud.claude.journal().map(({ model, usage }) =>
      costOf(modelName.parse(model), {
        ...{ input: usage.input_tokens, output: usage.output_tokens },
        ...{ cacheWrite: usage.cache_creation_input_tokens, cacheRead: usage.cache_read_input_tokens },
      }),
    )
    const paid = before.reduce((sum, [, cost]) => sum + cost, 0)
    expect({ spent: month.spent, apart: month.reserved + day.reserved }).toEqual({
      spent: paid + bought.reduce((sum, each) => sum + each, 0),
      apart: 0,
    })
    const judged = (await connectSignals(cloud.table).getMany(ids)).map(({ verdict }) => verdict?.by)
    expect(judged.filter((by) => by === 'model')).toHaveLength(bought.length)
    expect(judged.filter((by) => by === 'rules')).toHaveLength(LAMBDAS - bought.length)
    expect(bought.length).toBeGreaterThan(0)
    expect(bought.length).toBeLessThan(LAMBDAS)
    const { skipped } = await connectSpending(cloud.table).list('2026-10')
    expect(new Set(skipped.flatMap(({ about }) => about)).size).toBe(LAMBDAS - bought.length)
  },
)
