import { addDays } from 'date-fns/addDays'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import type { Act } from '#src/domain/act.ts'
import { WORKBENCH_HEADER } from '#src/domain/mail-change.ts'
import { openCrashDesk, type CrashDesk } from '../fixtures/crash-desk.ts'
import { flaggedScenario, slotOf } from '../fixtures/flagged-scenario.ts'

const MAIL = 'POST /v2/email/outbound-emails'
/** One day's digest each. `begun` is written before the request and `sent` after it; SES itself can't be asked. */
const DAYS = [
  { point: `before:${MAIL}`, status: 'unknown', mails: 0 },
  { point: `after:${MAIL}`, status: 'unknown', mails: 1 },
  { point: `before:${MAIL}+1`, status: 'unknown', mails: 1 },
  { point: `after:${MAIL}+1`, status: 'done', mails: 1 },
  { point: `before:${MAIL}+2`, status: 'done', mails: 1 },
  { point: `after:${MAIL}+2`, status: 'done', mails: 1 },
] as const
/** The lease of the hand that died is over, and what nobody can tell was asked twice. */
const SWEEPS = [50, 65, 65]

let desk: CrashDesk

beforeAll(async () => {
  desk = await openCrashDesk(flaggedScenario(0))
  await desk.check(slotOf(0))
})

afterAll(() => desk.stop())

test.each(DAYS.map((day, index) => ({ ...day, n: index + 1 })))(
  'a digest whose hand dies $point ends as $status, with $mails mail',
  async ({ point, status, mails, n }) => {
    const deathsBefore = desk.deaths()
    desk.killNext('housekeeping', point)
    await desk.check(addDays(slotOf(0), n))
    await desk.sweep(SWEEPS)
    expect(desk.deaths() - deathsBefore).toBe(1)
    const digests = await digestsOf(addDays(slotOf(0), n))
    expect(digests.map((digest) => digest.status)).toEqual([status])
    expect(await mailsOf(digests)).toBe(mails)
  },
)

test('no check afterwards mails a second one', async () => {
  const before = (await desk.cloud.ses.sent()).length
  await desk.check(addDays(slotOf(1), DAYS.length))
  await desk.sweep([24 * 60 * 60 - 16 * 60])
  expect(await desk.cloud.ses.sent()).toHaveLength(before)
})

async function digestsOf(day: Date): Promise<Act[]> {
  const acts = await connectActs(desk.cloud.table).ofProject('GLOBAL')
  return acts.filter(({ createdAt }) => createdAt.slice(0, 10) === day.toISOString().slice(0, 10))
}

async function mailsOf(digests: Act[]): Promise<number> {
  const ids = new Set(digests.map(({ id }) => id))
  const sent = await desk.cloud.ses.sent()
  return sent.filter(({ headers }) =>
    headers.some(
      ({ name, value }) => name.toLowerCase() === WORKBENCH_HEADER.toLowerCase() && ids.has(value),
    ),
  ).length
}
