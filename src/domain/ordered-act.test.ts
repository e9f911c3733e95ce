import { describe, expect, test } from 'vitest'
import { anEscalation, anEvidence, aSuggestion, anUpdate } from '../../tests/fixtures/builders.ts'
import { aProject, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { plannedNotice } from './notice.ts'
import { actAsOrdered, type Ordered } from './ordered-act.ts'
import { documentUpdate, proposal } from './proposal.ts'
import { can, cannot, selfTest } from './self-test.ts'

describe('an act that the PM asks for', () => {
  const { payload, premise } = aSuggestion()
  const ordered = (over: Partial<Ordered> = {}) =>
    actAsOrdered(
      { now: NINE, paused: true },
      {
        ...{ id: 'A1', project: aProject(), payload, summary: 'Comment on SP-1', why: 'You asked for it.' },
        ...{ notBefore: minutesAfter(1), ...over },
      },
    )

  test('is planned with their word, and says nothing of what the agent does alone', () => {
    expect(ordered()).toMatchObject({
      ...{
        id: 'A1',
        version: 1,
        status: 'planned',
        outcome: 'approved',
        askedFor: true,
        kind: 'jira_comment',
      },
      ...{ projectId: 'SP', matterId: 'SP', ref: 'SP', notBefore: minutesAfter(1).toISOString() },
      ...{ evidence: [], premise: null, after: null, compensates: null, createdAt: nine, updatedAt: nine },
      gate: {
        ...{
          dial: 'tactical',
          paused: true,
          boundary: 'approval',
          fate: 'do',
          reasons: ['asked for by the PM'],
        },
        confidence: { sourceAgreement: { says: 'one source, nothing newer against it' } },
      },
    })
    const { confidence } = ordered().gate
    expect(Object.values(confidence).map(({ passed }) => passed)).toEqual([true, true, true, true])
    expect(confidence.precedentMatch.says).toBe('first of its kind')
  })

  test('keeps what it is about and what it rests on', () => {
    const about = { matterId: 'SP-1', premise, after: 'A0', compensates: 'A9', evidence: [anEvidence()] }
    expect(ordered(about)).toMatchObject({ ...about, ref: 'SP-1' })
    expect(ordered({ matterId: 'thread-1', ref: '<1@x>', reason: 'chosen' })).toMatchObject({
      ...{ ref: '<1@x>', gate: { reasons: ['chosen'] } },
    })
  })
})

test('a notice to the PM goes at once, rests on the workbench’s own word and names no evidence', () => {
  const words = {
    id: 'N1',
    subject: 'Dial lowered',
    text: 'See Trust.',
    summary: 'Notice',
    why: '2 marked wrong',
  }
  const notice = plannedNotice(words, { at: NINE, realNow: minutesAfter(1), paused: false })
  expect(notice).toMatchObject({
    ...{
      status: 'planned',
      outcome: 'auto',
      kind: 'notification_internal',
      evidence: [],
      escalationId: null,
    },
    ...{ notBefore: minutesAfter(1).toISOString(), createdAt: nine, why: '2 marked wrong' },
    gate: {
      fate: 'do',
      at: nine,
      confidence: { sourceAgreement: { says: 'one source, nothing newer against it' } },
    },
  })
  expect(notice.gate.confidence.precedentMatch.says).toBe('first of its kind')
})

describe('what reasoning made of a project', () => {
  const { matterId, rule, episode, since, title } = anEscalation()
  const whole = {
    ...{
      projectId: 'SP',
      slot: nine,
      page: 1,
      drafts: [],
      over: [],
      acts: [aSuggestion()],
      updates: [],
      problems: [],
    },
    ...{ keptBack: [{ matterId, rule, episode, since, title, memoryId: 'M1' }] },
    weighed: [{ memoryId: 'M1', matterId, episode }],
  }

  test('is handed on whole, and what is newer in it may be left out by an older step', () => {
    expect(proposal.parse(whole)).toEqual(whole)
    const { keptBack, weighed, ...older } = whole
    expect([keptBack, weighed].map(({ length }) => length)).toEqual([1, 1])
    expect(proposal.parse(older)).toEqual({ ...older, keptBack: [], weighed: [] })
  })

  test('has no update of a document without a change', () => {
    const { payload } = anUpdate()
    const changes = payload.kind === 'artefact_update' ? payload.changes : []
    const update = {
      matterId,
      ref: 'SP-1',
      artefactType: 'raid_log',
      summary: 'RAID log',
      rule,
      episode,
      since,
    }
    const fits = (some: unknown[]) => documentUpdate.safeParse({ ...update, changes: some }).success
    expect([fits([]), fits(changes), fits([...changes, ...changes])]).toEqual([false, true, true])
  })
})

describe('a self-test', () => {
  test('says what a connection can do, or what to change', () => {
    expect(can('read', 'SP')).toEqual({ can: 'read', where: 'SP', problem: null, todo: null })
    expect(cannot('write', 'SP', 'It is refused.', 'Grant it.')).toEqual({
      ...{ can: 'write', where: 'SP', problem: 'It is refused.', todo: 'Grant it.' },
    })
  })

  test('is read back while it is asked for and once it is done', () => {
    const asked = { version: 1, askedAt: nine, state: 'asked' }
    const findings = [{ ...can('write', 'SP'), source: 'jira' }]
    const done = { version: 2, askedAt: nine, state: 'done', testedAt: nine, findings }
    expect([selfTest.parse(asked), selfTest.parse(done)]).toEqual([asked, done])
  })
})
