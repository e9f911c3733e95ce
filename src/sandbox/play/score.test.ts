import { describe, expect, test } from 'vitest'
import { expectedFile } from '#src/sandbox/scenario/scenario-files.ts'
import type { Report } from './report.ts'
import { scoreOf } from './score.ts'

type Expected = Parameters<typeof scoreOf>[0]

/** A play in which a mail was sorted high, one decision raised, one comment done and one document written. */
function aReport(over: Partial<Report> = {}): Report {
  const act = {
    kind: 'jira_comment' as const,
    ref: 'WTL-4',
    fate: 'done',
    heldUntil: null,
    receipt: '1',
    supported: true,
  }
  return {
    ...{
      scenario: 'clinic',
      cycles: 1,
      quietSkipped: 0,
      modelCalls: 0,
      costUsd: 0.01,
      tableWrites: 9,
      blind: [],
    },
    signals: {
      recorded: 1,
      duplicates: 0,
      quarantined: 0,
      byImportance: { critical: 0, high: 1, medium: 0, low: 0, noise: 0 },
    },
    classified: [
      {
        ref: '<1@wattle.example>',
        source: 'outlook',
        kind: 'mail_received',
        importance: 'high',
        by: 'rules',
      },
    ],
    escalations: [
      {
        id: 'E1',
        title: 'Printer',
        refs: ['WTL-4'],
        status: 'pending',
        raisedAt: '2027-12-13T00:00:00.000Z',
      },
    ],
    acts: [act],
    artefacts: [{ project: 'WTL', type: 'raid_log', version: 1, refs: ['WTL-4'], evidenceValid: 1 }],
    ...over,
  }
}
function anExpectation(over: object = {}): Expected {
  const read = expectedFile.parse({
    signals: [{ match: { source: 'outlook', ref: '<1@wattle.example>' }, importance: 'high' }],
    escalations: { mustConcern: ['WTL-4'], mustNotConcern: ['WTL-9'], atMost: 1 },
    acts: { must: [{ kind: 'jira_comment', ref: 'WTL-4' }], mustNot: [{ kind: 'email_external', ref: '*' }] },
    artefacts: { raid_log: { mustConcern: ['WTL-4'] } },
    ...over,
  })
  return read
}
const failures = (expected: Expected, report = aReport()) =>
  scoreOf(expected, report).failures.map(({ what }) => what)
const signals = (importance: string) => ({
  signals: [{ match: { source: 'outlook', ref: '<1@wattle.example>' }, importance }],
})

describe('a play that meets what was expected', () => {
  test('has no failure, and counts that can be pooled with those of other plays', () => {
    expect(scoreOf(anExpectation(), aReport())).toEqual({
      ...{
        right: 1,
        judged: 1,
        confusion: { high: { high: 1 } },
        concerned: 1,
        mustConcern: 1,
        useful: 1,
        raised: 1,
      },
      ...{ hallucinatedActs: 0, evidence: { valid: 1, documents: 1 }, costUsd: 0.01, failures: [] },
    })
  })

  test('critical and high are one band, and so are low and noise: what a person would do is the same', () => {
    expect(failures(anExpectation(signals('critical')))).toEqual([])
    const classified = aReport().classified.map((each) => ({ ...each, importance: 'noise' as const }))
    const calm = aReport({ classified })
    expect(failures(anExpectation(signals('low')), calm)).toEqual([])
  })
})

describe('a play that does not', () => {
  test.each<[string, object, Partial<Report>, string]>([
    ['sorts otherwise', signals('medium'), {}, '<1@wattle.example> is medium, sorted as high'],
    ['never saw it', {}, { classified: [] }, '<1@wattle.example> is high, sorted as nothing'],
    ['misses a decision', {}, { escalations: [] }, 'no decision concerns WTL-4'],
    [
      'raises one too many',
      { escalations: { mustConcern: ['WTL-4'], mustNotConcern: [], atMost: 0 } },
      {},
      '1 decisions were raised, 0 at most are wanted',
    ],
    [
      'raises what it must not',
      { escalations: { mustConcern: ['WTL-4'], mustNotConcern: ['WTL-4'] } },
      {},
      'a decision concerns WTL-4: “Printer”',
    ],
    [
      'raises what nobody expected',
      { escalations: { mustConcern: [], mustNotConcern: [] } },
      {},
      'a decision that nobody expected: “Printer”',
    ],
    ['does not do what it must', {}, { acts: [] }, 'jira_comment on WTL-4 did not happen'],
    [
      'does what it must not',
      { acts: { must: [], mustNot: [{ kind: 'jira_comment', ref: '*' }] } },
      {},
      'jira_comment on * happened',
    ],
    ['writes nothing of it', {}, { artefacts: [] }, 'raid_log does not concern WTL-4'],
  ])('and %s is told so', (_, expected, report, says) => {
    expect(failures(anExpectation(expected), aReport(report))).toEqual([says])
  })

  test.each([
    ['escalated', ['jira_comment on WTL-4 did not happen']],
    ['held', []],
    ['unknown', ['jira_comment on WTL-4 did not happen']],
  ])('an act that is %s: %j', (fate, says) => {
    const acts = aReport().acts.map((each) => ({ ...each, fate }))
    expect(failures(anExpectation(), aReport({ acts }))).toEqual(says)
  })

  test('an act that nobody knows the end of may have broken a ban', () => {
    const acts = aReport().acts.map((each) => ({ ...each, fate: 'unknown' }))
    const banned = anExpectation({ acts: { must: [], mustNot: [{ kind: 'jira_comment', ref: 'WTL-4' }] } })
    expect(failures(banned, aReport({ acts }))).toEqual(['jira_comment on WTL-4 happened'])
  })

  test('acts that rest on nothing recorded are counted, notices aside', () => {
    const [act] = aReport().acts
    const acts = act
      ? [
          { ...act, supported: false },
          { ...act, kind: 'notification_internal' as const, supported: false },
        ]
      : []
    expect(scoreOf(anExpectation(), aReport({ acts })).hallucinatedActs).toBe(1)
  })
})
