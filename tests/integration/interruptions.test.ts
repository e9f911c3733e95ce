import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectPreferences } from '#src/adapters/dynamo/preferences.ts'
import { AS_IT_COMES } from '#src/domain/preferences.ts'
import { webReader } from '#src/sandbox/campaign/injection/web-reader.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { WorkerPool } from '#src/sandbox/cloud/worker-pool.ts'
import { play } from '#src/sandbox/play/player.ts'
import { flaggedScenario, slotOf } from '../fixtures/flagged-scenario.ts'
import { openCloud } from '../fixtures/open-cloud.ts'

/** One interruption a day, and three decisions on a Monday morning, each to be taken by Wednesday noon. */
const scenario = flaggedScenario(3)
const [FIRST, SECOND, THIRD] = [1, 2, 3].map((n) => `Blocked story ${n}: blocked, nobody on it`)

let cloud: Cloud
let web: WorkerPool | undefined

beforeAll(async () => {
  cloud = await openCloud(scenario, {
    functions: (env) => {
      const pool = new WorkerPool({ ...env, ARC_SANDBOX: 'warm' }, () => undefined)
      web = pool
      return { invoke: inProcess(), close: pool.close }
    },
  })
  await connectPreferences(cloud.table).save({ ...AS_IT_COMES, version: 1, interruptionsADay: 1 })
}, 120_000)

afterAll(async () => cloud.stop())

test('what can wait for the next day waits quietly once the limit is reached, and the page says so', async () => {
  await play({ cloud, scenario, from: scenario.start, until: slotOf(4), log: () => undefined })
  await sweptAt('2021-08-30T16:00:00.000Z')
  expect(await loud()).toEqual({ [String(FIRST)]: null })
  const today = await page('/')
  for (const quiet of [SECOND, THIRD])
    expect(today).toMatch(new RegExp(`· not announced.{1,60}${String(quiet)}`))
  expect(today).not.toContain('beyond the limit')
})

test('what can no longer wait interrupts although it is reached, and the decision says why', async () => {
  await sweptAt('2021-09-01T08:01:00.000Z')
  expect(await loud()).toEqual({ [String(FIRST)]: null, [String(SECOND)]: null, [String(THIRD)]: 'soon' })
  const third = (await waiting()).find(({ title }) => title === THIRD)
  expect(await page('/')).toContain('announced beyond the limit: cannot wait')
  expect(await page(`/projects/SP/decisions/${third?.id ?? ''}`)).toContain(
    'Announced although the day’s interruptions were used: it cannot wait for the next working day’s.',
  )
})

/** As the schedule fires it. */
async function sweptAt(at: string): Promise<void> {
  cloud.clock.standAt(new Date(at))
  await cloud.invoke('release-holds', { scheduledAt: at })
}

const waiting = () => connectEscalations(cloud.table).list('pending')

/** Those that have interrupted, and why beyond the limit. */
async function loud(): Promise<Record<string, string | null>> {
  const told = (await waiting()).filter(({ interruptedAt }) => interruptedAt !== null)
  return Object.fromEntries(told.map(({ title, beyondLimit }) => [title, beyondLimit]))
}

/** What the PM reads on a page. */
async function page(path: string): Promise<string> {
  if (!web) throw new Error('Nobody serves the pages.')
  const { email } = scenario.pm
  const read = await webReader(web.invoke, { email, password: cloud.secrets.password })
  return (await read(path)).html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}
