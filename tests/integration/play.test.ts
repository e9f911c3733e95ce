import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { played, runPlay, sampleWith, type PlayOutput } from '../fixtures/run-play.ts'

const DAYS = { start: '2021-08-29T12:00:00Z', end: '2021-09-02T12:00:00Z', liveFrom: '2021-08-29T12:00:00Z' }
const CHOOSE = { 'decisions.json': [{ whenConcerns: 'SP-1', choose: 'recommended', afterMinutes: 30 }] }

/** Played once for all tests that only look at it. */
let kept: Promise<PlayOutput> | undefined
const sample = () => (kept ??= played(['scenarios/sample', '--db', folder]))
const folder = mkdtempSync(join(tmpdir(), 'pm-db-'))

describe('the sample, played headless', () => {
  test('the flagged, unowned tickets become decisions, and the noise none', async () => {
    const result = await sample()
    expect(result.escalations.flatMap((each) => each.refs).sort()).toEqual(['SP-1', 'SP-5'])
    expect(result.signals).toMatchObject({ duplicates: 0, quarantined: 0 })
    expect(result.artefacts).toEqual([
      { project: 'SP', type: 'raid_log', version: 3, refs: ['SP-1', 'SP-5'], evidenceValid: 1 },
    ])
    expect(result.modelCalls).toBe(0)
    expect(result.quietSkipped).toBeGreaterThan(15_000)
  })

  test('at Act the agent asks whose a started ticket is; at Observe nothing leaves', async () => {
    const act = await sample()
    const observe = await played(['scenarios/sample'], { DIAL: 'monitoring' })
    const comments = (result: typeof act) => result.acts.filter((each) => each.kind === 'jira_comment')
    expect(comments(act).map(({ ref, fate }) => ({ ref, fate }))).toEqual([
      { ref: 'SP-1', fate: 'done' },
      { ref: 'SP-8', fate: 'done' },
    ])
    expect(comments(observe).map(({ ref, fate }) => ({ ref, fate }))).toEqual([
      { ref: 'SP-1', fate: 'escalated' },
      { ref: 'SP-8', fate: 'escalated' },
    ])
    expect(observe.acts.filter((each) => each.receipt !== null)).toEqual([])
  })

  test('playing it again on the same database adds nothing', async () => {
    const first = await sample()
    const second = await played(['scenarios/sample', '--db', folder])
    expect({ ...second, tableWrites: 0 }).toEqual({ ...first, tableWrites: 0 })
  })
})

describe('a decision that the scenario makes', () => {
  test('is performed with a receipt, at Act and at Maintain; at Observe it is only recorded', async () => {
    const scenario = sampleWith(DAYS, CHOOSE)
    const fates = async (DIAL: string) => {
      const { acts, escalations } = await played([scenario], { DIAL })
      const chosen = escalations.find((each) => each.refs.includes('SP-1'))
      return { status: chosen?.status, comment: acts.find((each) => each.kind === 'jira_comment')?.fate }
    }
    expect(await fates('tactical')).toEqual({ status: 'decided', comment: 'done' })
    expect(await fates('artefact')).toEqual({ status: 'decided', comment: 'done' })
    expect(await fates('monitoring')).toEqual({ status: 'decided', comment: undefined })
  })
})

describe('a source that fails', () => {
  test.each([
    ['401', /credentials/],
    ['429', /throttles/],
    ['500', /500|answer/i],
  ])('is blind and not quiet on a %s, and nothing is lost once it is back', async (fault, reason) => {
    const faults = [{ at: '2021-08-29T18:10:00Z', target: 'jira', fault, times: 40, retryAfterSeconds: 60 }]
    const result = await played([sampleWith(DAYS, { 'faults.json': faults })])
    expect(result.blind).toHaveLength(1)
    expect(result.blind[0]).toMatchObject({ source: 'jira', from: '2021-08-29T18:15:00.000Z' })
    expect(result.blind[0]?.to).not.toBeNull()
    expect(result.blind[0]?.reason).toMatch(reason)
    expect(result.escalations.flatMap((each) => each.refs).sort()).toEqual(['SP-1', 'SP-5'])
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
