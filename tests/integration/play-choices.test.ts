import { describe, expect, test } from 'vitest'
import { played, playOutput, runPlay, sampleWith } from '../fixtures/run-play.ts'

/** SP-1 and SP-5 are blocked on the first of them. */
const DAYS = { start: '2021-08-29T12:00:00Z', end: '2021-08-31T12:00:00Z', liveFrom: '2021-08-29T12:00:00Z' }
const CHOOSE = { 'decisions.json': [{ whenConcerns: 'SP-1', choose: 'recommended', afterMinutes: 30 }] }

describe('a decision that the scenario makes', () => {
  test('is performed with a receipt, at Act and at Maintain; at Observe it is only recorded', async () => {
    const scenario = sampleWith(DAYS, CHOOSE)
    const fates = async (DIAL: string) => {
      const { acts, escalations } = await played([scenario], { DIAL })
      const chosen = escalations.find((each) => each.refs.includes('SP-1'))
      return { status: chosen?.status, comment: acts.find((each) => each.kind === 'jira_comment')?.fate }
    }
    const [act, maintain, observe] = await Promise.all(['tactical', 'artefact', 'monitoring'].map(fates))
    expect([act, maintain]).toEqual(Array.from({ length: 2 }, () => ({ status: 'decided', comment: 'done' })))
    expect(observe).toEqual({ status: 'decided', comment: undefined })
  })
})

describe('a decision that the facts overtake', () => {
  test('given an answer that comes too late for it, then that is said and the play ends well', async () => {
    const late = [{ whenConcerns: 'SP-5', choose: 'recommended', afterMinutes: 8 * 24 * 60 }]
    const scenario = sampleWith({ ...DAYS, end: '2021-09-07T12:00:00Z' }, { 'decisions.json': late })
    const ran = await runPlay([scenario, '--json'])
    expect(ran).toMatchObject({ code: 0, errors: expect.stringMatching(/already superseded/) })
    const { escalations } = playOutput.parse(JSON.parse(ran.output))
    expect(escalations.find((each) => each.refs.includes('SP-5'))?.status).toBe('superseded')
  })
})

describe('a source that fails', () => {
  test('just when an act is to be performed: it is performed at the next minutes', async () => {
    const match = 'GET /rest/api/3/issue/'
    const faults = [{ at: '2021-08-29T12:00:00Z', target: 'jira', fault: '500', times: 3, match }]
    const files = { ...CHOOSE, 'faults.json': faults }
    const ran = await runPlay([sampleWith(DAYS, files), '--json'], { DIAL: 'tactical' })
    expect(ran).toMatchObject({ code: 0, errors: expect.stringMatching(/release-holds/) })
    const { acts } = playOutput.parse(JSON.parse(ran.output))
    expect(acts.find((each) => each.kind === 'jira_comment')).toMatchObject({ ref: 'SP-1', fate: 'done' })
  })

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
