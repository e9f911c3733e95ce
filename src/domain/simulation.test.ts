import { describe, expect, test } from 'vitest'
import { anAct, anUpdate } from '../../tests/fixtures/builders.ts'
import { minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import type { Act } from './act.ts'
import { judge } from './gate.ts'
import type { AutonomyLevel } from './project.ts'
import { simulate } from './simulation.ts'

const calm = { contradictions: [], sources: ['jira'], schemaProblem: null, precedents: [] }
const gateAt = (dial: AutonomyLevel, over: Partial<Parameters<typeof judge>[0]> = {}) =>
  judge({
    ...{ type: 'jira_comment', dial, paused: false, confidence: calm, manners: [], at: NINE },
    ...{ hold: { minutes: 5, says: 'nothing earned yet' }, ...over },
  })
const receipt = { id: '1', url: null, at: nine }
const since = minutesAfter(-60).toISOString()
const fates = (acts: Act[], dial: AutonomyLevel) =>
  simulate(acts, dial, since).acts.map(({ act, became, would, differs }) => [act.id, became, would, differs])

/** What Maintain made wait: two that the PM stopped, one approved, one that nobody answered. */
const atMaintain = [
  anAct({ status: 'cancelled', reason: 'no', by: 'PM' }, { id: 'a', gate: gateAt('artefact') }),
  anAct({ status: 'cancelled', reason: 'no', by: 'PM' }, { id: 'b', gate: gateAt('artefact') }),
  anAct({ status: 'done', outcome: 'approved', receipt }, { id: 'c', gate: gateAt('artefact') }),
  anAct({ status: 'expired' }, { id: 'd', gate: gateAt('artefact') }),
]

describe('what was proposed is judged again by the inputs that were stored', () => {
  test('under a higher dial it would have gone by itself, and those that the PM stopped are counted', () => {
    const { alone, asked, acts } = simulate(atMaintain, 'tactical', since)
    expect(alone).toEqual({ all: 4, against: 2, approved: 1, unsaid: 1 })
    expect(asked).toEqual({ all: 0, wentAlone: 0 })
    expect(acts[0]).toMatchObject({ would: 'hold', minutes: 5, differs: true })
  })

  test('what nobody knows the end of waits, and what went wrong was not done', () => {
    const state = { reason: 'no answer', outcome: 'approved' as const }
    const acts = [
      anAct({ status: 'unknown', askAgainAt: nine, ...state }, { id: 'a', gate: gateAt('artefact') }),
      anAct({ status: 'failed', ...state }, { id: 'b', gate: gateAt('artefact') }),
    ]
    const found = simulate(acts, 'tactical', since).acts
    expect(found.map(({ act, became }) => [act.id, became]).sort()).toEqual([
      ['a', 'waits'],
      ['b', 'not done'],
    ])
  })

  test('newest first, from that moment on; what the PM took back counts as against, what they edited as approved', () => {
    const at = (minutes: number) => ({
      createdAt: minutesAfter(minutes).toISOString(),
      gate: gateAt('artefact'),
    })
    const edited = anAct({ status: 'done', outcome: 'edited', receipt }, { id: 'new', ...at(5) })
    const undone = anAct(
      { status: 'done', outcome: 'lapsed', receipt },
      { id: 'undone', undoneBy: 'U1', ...at(0) },
    )
    const byFacts = anAct({ status: 'cancelled', reason: 'x', by: 'executor' }, { id: 'facts', ...at(-1) })
    const first = anAct({ status: 'expired' }, { id: 'first', ...at(-60) })
    const { acts, alone } = simulate([first, undone, byFacts, edited], 'tactical', since)
    expect(acts.map(({ act, became }) => [act.id, became])).toEqual([
      ['new', 'edited'],
      ['undone', 'against'],
      ['facts', 'not done'],
      ['first', 'not done'],
    ])
    expect(alone).toEqual({ all: 4, against: 1, approved: 1, unsaid: 2 })
    expect(simulate([edited], 'monitoring', since).alone.all).toBe(0)
  })

  test('a hold that nothing was said of stays unsaid', () => {
    const bare = gateAt('artefact')
    const gate = { ...bare, inputs: bare.inputs && { ...bare.inputs, hold: null } }
    const [judged] = simulate([anAct({ status: 'expired' }, { gate })], 'tactical', since).acts
    expect(judged).toMatchObject({ would: 'hold', minutes: null })
  })

  test('a check that failed then fails again, whatever the dial', () => {
    const contradicted = { ...calm, contradictions: ['SP-1 is now Done'] }
    const rude = gateAt('artefact', { manners: ['its thread is live'] })
    const acts = [
      anAct({ status: 'expired' }, { id: 'a', gate: gateAt('artefact', { confidence: contradicted }) }),
      anAct({ status: 'expired' }, { id: 'b', gate: rude }),
    ]
    expect(fates(acts, 'tactical')).toEqual([
      ['a', 'not done', 'ask', false],
      ['b', 'not done', 'ask', false],
    ])
  })

  test('under a lower dial what went by itself would have waited', () => {
    const went = anAct({ status: 'done', outcome: 'lapsed', receipt }, { gate: gateAt('tactical') })
    expect(simulate([went], 'artefact', since).asked).toEqual({ all: 1, wentAlone: 1 })
    expect(fates([went], 'artefact')).toEqual([['A1', 'alone', 'ask', true]])
  })

  test('at Observe the documents are only shown; at Maintain they would have been kept', () => {
    const { payload } = anUpdate()
    const gate = gateAt('monitoring', { type: 'artefact_update' })
    const shown = anAct(
      { status: 'escalated', reason: 'Observe' },
      { kind: 'artefact_update', payload, gate },
    )
    expect(fates([shown], 'artefact')).toEqual([['A1', 'shown', 'do', true]])
    expect(fates([shown], 'monitoring')).toEqual([['A1', 'shown', 'ask', false]])
  })

  test('what the PM chose, what was mailed to the PM and what is older are no part of it', () => {
    const gate = { ...gateAt('tactical'), inputs: null }
    const acts = [
      anAct(undefined, { gate }),
      anAct(undefined, { escalationId: 'E1' }),
      anAct(undefined, { kind: 'notification_internal' }),
      anAct(undefined, { createdAt: minutesAfter(-61).toISOString() }),
    ]
    expect(simulate(acts, 'tactical', since).acts).toEqual([])
  })
})
