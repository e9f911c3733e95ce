import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { CRASH_ONCE_THERE, played, runPlay, sampleWith, type PlayOutput } from '../fixtures/run-play.ts'

/** SP-1 and SP-5 are blocked on the first of them. */
const DAYS = { start: '2021-08-29T12:00:00Z', end: '2021-08-31T12:00:00Z', liveFrom: '2021-08-29T12:00:00Z' }
/** From two weeks before the flags to three after them, with the weekends between: the rest of the sample is quiet. */
const WEEKS = {
  start: '2021-08-15T12:00:00Z',
  end: '2021-09-20T06:00:00Z',
  liveFrom: '2021-08-15T12:00:00Z',
}
/** SP-1 is begun by nobody, which the agent asks about after some days. */
const FIRST_DAYS = {
  start: '2021-06-18T12:00:00Z',
  end: '2021-06-25T12:00:00Z',
  liveFrom: '2021-06-18T12:00:00Z',
}
/** Played once for all tests that only look at it. */
let kept: Promise<PlayOutput> | undefined
const sample = () => (kept ??= played([sampleWith(WEEKS)]))

describe('the sample, played headless', () => {
  beforeAll(sample, 400_000)

  test('the flagged, unowned tickets become decisions, and the noise none', async () => {
    const result = await sample()
    expect(result.escalations.flatMap((each) => each.refs).sort()).toEqual(['SP-1', 'SP-5'])
    expect(result.signals).toMatchObject({ duplicates: 0, quarantined: 0 })
    expect(result.artefacts.map(({ type, evidenceValid }) => [type, evidenceValid])).toEqual(
      ['delivery_state', 'raid_log', 'backlog_summary'].map((type) => [type, 1]),
    )
    expect(result.artefacts.find(({ type }) => type === 'raid_log')).toEqual({
      ...{ project: 'SP', type: 'raid_log', version: 3, refs: ['SP-1', 'SP-5'], evidenceValid: 1 },
    })
    // Only what the rules left open, and the words of two decisions, which are the larger model's and nearly all of it.
    expect(result.modelCalls).toBeLessThan(10)
    expect(result.costUsd).toBeLessThan(0.02)
    expect(result.quietSkipped).toBeGreaterThan(3_000)
  })

  test('at Act the agent asks whose a started ticket is; at Observe nothing leaves', async () => {
    const scenario = sampleWith(FIRST_DAYS)
    const [act, observe] = await Promise.all([
      played([scenario], { DIAL: 'tactical' }),
      played([scenario], { DIAL: 'monitoring' }),
    ])
    const comments = (result: PlayOutput) => result.acts.filter((each) => each.kind === 'jira_comment')
    expect(comments(act).map(({ ref, fate }) => ({ ref, fate }))).toEqual([{ ref: 'SP-1', fate: 'done' }])
    expect(comments(observe).map(({ ref, fate }) => ({ ref, fate }))).toEqual([
      { ref: 'SP-1', fate: 'escalated' },
    ])
    const done = observe.acts.filter((each) => each.receipt !== null)
    expect(new Set(done.map(({ kind }) => kind))).toEqual(new Set(['notification_internal']))
    expect(observe.artefacts).toEqual([])
  })

  test('each of its days has a digest, and a mail to nobody else', async () => {
    const { acts } = await sample()
    const days = differenceInCalendarDays(new Date(WEEKS.end), new Date(WEEKS.start))
    const notices = acts.filter(({ kind }) => kind === 'notification_internal')
    expect(notices.every(({ fate }) => fate === 'done')).toBe(true)
    expect(notices).toHaveLength(days)
    expect(acts.filter(({ kind }) => kind.startsWith('email'))).toEqual([])
  })

  test('playing it again on the same database adds nothing', async () => {
    const again = [sampleWith(DAYS), '--db', mkdtempSync(join(tmpdir(), 'pm-db-'))]
    const first = await played(again)
    const second = await played(again)
    expect({ ...second, tableWrites: 0 }).toEqual({ ...first, tableWrites: 0 })
  })
})

describe('the folder of a play that is not kept', () => {
  test('is gone afterwards, also after a crash', async () => {
    const TMPDIR = mkdtempSync(join(tmpdir(), 'pm-tmp-'))
    const scenario = sampleWith(DAYS)
    const ran = await runPlay([scenario], { TMPDIR, NODE_OPTIONS: CRASH_ONCE_THERE })
    expect(ran).toMatchObject({ code: 1, errors: expect.stringMatching(/a crash/) })
    expect(readdirSync(TMPDIR)).toEqual([])
    expect((await runPlay([scenario], { TMPDIR })).code).toBe(0)
    expect(readdirSync(TMPDIR)).toEqual([])
  })
})

describe('bad input', () => {
  test('a malformed scenario ends with 2 and says which file and what to do', async () => {
    const ran = await runPlay([sampleWith({ timeZone: 'Mars/Olympus', end: '2020-01-01T00:00:00Z' })])
    expect(ran.code).toBe(2)
    expect(ran.errors).toMatch(/scenario\.json/)
    expect(ran.errors).toMatch(/timeZone/)
    expect(ran.output).toBe('')
  })

  test('working hours that end before they begin end with 2 and say so', async () => {
    const ran = await runPlay([sampleWith({ workingHours: { from: '22:00', to: '06:00' } })])
    expect(ran).toMatchObject({ code: 2, output: '' })
    expect(ran.errors).toMatch(/workingHours\.to must be later than from, on the same day/)
  })

  test('a folder that is not there, an unknown dial and an unknown flag end with 2', async () => {
    expect(await runPlay(['scenarios/nowhere'])).toMatchObject({ code: 2, output: '' })
    expect(await runPlay(['scenarios/sample'], { DIAL: 'reckless' })).toMatchObject({ code: 2, output: '' })
    expect(await runPlay(['scenarios/sample', '--fast'])).toMatchObject({ code: 2, output: '' })
  })

  test('an issue without a status is named in the log, and the others go on', async () => {
    const broken = {
      'jira/SP-99.json': {
        id: '99999',
        key: 'SP-99',
        fields: { created: '2021-08-29T18:00:00.000+0000', summary: 'No status' },
      },
    }
    const result = await played([sampleWith(DAYS, broken)])
    expect(result.escalations.flatMap((each) => each.refs).sort()).toEqual(['SP-1', 'SP-5'])
  })
})
