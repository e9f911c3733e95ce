import { describe, expect, test } from 'vitest'
import { NINE } from '../../tests/fixtures/desk.ts'
import { actionType, boundaryAt, leavesTheWorkbench, type ActionType } from './boundary.ts'
import { judge, type Fate, type GateInputs } from './gate.ts'
import type { AutonomyLevel } from './project.ts'

const calm = { contradictions: [], sources: ['jira', 'outlook'], schemaProblem: null, precedents: [] }

function fateOf(type: ActionType, dial: AutonomyLevel, over: Partial<GateInputs> = {}): Fate {
  return judge({ type, dial, paused: false, confidence: calm, manners: [], at: NINE, ...over }).fate
}

/** product.md, Autonomy, written a second time on purpose: Observe, Maintain, Act. */
const TABLE: Record<ActionType, [Fate, Fate, Fate]> = {
  artefact_update: ['ask', 'do', 'do'],
  heartbeat_log: ['do', 'do', 'do'],
  notification_internal: ['do', 'do', 'do'],
  jira_comment: ['ask', 'ask', 'hold'],
  jira_status_change: ['ask', 'ask', 'hold'],
  email_stakeholder: ['ask', 'ask', 'hold'],
  email_external: ['ask', 'ask', 'ask'],
  jira_create_ticket: ['ask', 'ask', 'ask'],
  jira_assign: ['ask', 'ask', 'ask'],
  jira_fields: ['ask', 'ask', 'ask'],
  scope_change: ['ask', 'ask', 'ask'],
  milestone_change: ['ask', 'ask', 'ask'],
  delete_data: ['refuse', 'refuse', 'refuse'],
  share_confidential: ['refuse', 'refuse', 'refuse'],
  modify_integration_config: ['refuse', 'refuse', 'refuse'],
  change_own_autonomy_level: ['refuse', 'refuse', 'refuse'],
}
const DIALS = ['monitoring', 'artefact', 'tactical'] as const
const cases = actionType.options.flatMap((type) =>
  DIALS.map((dial, index) => [type, dial, TABLE[type][index]] as const),
)

describe('the gate', () => {
  test.each(cases)('%s at %s: %s', (type, dial, fate) => {
    expect(fateOf(type, dial)).toBe(fate)
  })

  test('an unlisted type is never', () => {
    expect(DIALS.map((dial) => boundaryAt('launch_rocket', dial))).toEqual(['never', 'never', 'never'])
  })

  test.each([
    ['a newer word against it', { ...calm, contradictions: ['SP-1 is now Done'] }],
    ['a bad precedent', { ...calm, precedents: ['cancelled', 'approved', 'approved', 'approved'] as const }],
  ])('%s steps it down one rung: do to hold, hold to ask', (_, confidence) => {
    const over = { confidence: { ...confidence, precedents: [...confidence.precedents] } }
    expect(fateOf('artefact_update', 'artefact', over)).toBe('hold')
    expect(fateOf('jira_comment', 'tactical', over)).toBe('ask')
    expect(fateOf('delete_data', 'tactical', over)).toBe('refuse')
  })

  test('a form that is not right refuses, and says so', () => {
    const answer = judge({
      ...{ type: 'jira_comment', dial: 'tactical', paused: false, manners: [], at: NINE },
      confidence: { ...calm, schemaProblem: 'text is missing' },
    })
    expect(answer).toMatchObject({ fate: 'refuse', reasons: ['form: text is missing'] })
  })

  test('the hold that was earned belongs to what is held, and to nothing else', () => {
    const hold = { minutes: 15, says: '5 approved in a row' }
    const given = (type: ActionType) =>
      judge({ type, dial: 'tactical', paused: false, confidence: calm, manners: [], hold, at: NINE }).hold
    expect(given('jira_comment')).toEqual(hold)
    expect([given('artefact_update'), given('email_external'), given('delete_data')]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('nothing that leaves is done at once, at any dial, paused or not', () => {
    for (const [type, dial] of cases)
      if (leavesTheWorkbench(type)) expect(fateOf(type, dial, { paused: true })).toBe(fateOf(type, dial))
    expect(cases.filter(([type, dial]) => leavesTheWorkbench(type) && fateOf(type, dial) === 'do')).toEqual(
      [],
    )
  })

  test('a broken manner asks', () => {
    expect(fateOf('jira_comment', 'tactical', { manners: ['SP-1 is done'] })).toBe('ask')
  })

  test.each(['email_external', 'scope_change', 'milestone_change'] as const)(
    '%s wants two sources',
    (type) => {
      const confidence = { ...calm, sources: ['jira'] }
      const answer = judge({ type, dial: 'tactical', paused: false, confidence, manners: [], at: NINE })
      expect(answer.confidence.sourceAgreement).toEqual({ passed: false, says: 'one source, two are wanted' })
    },
  )

  test('no combination widens what the table gives', () => {
    const RUNG: Fate[] = ['do', 'hold', 'ask', 'refuse']
    for (const [type, dial, fate] of cases)
      for (const paused of [true, false])
        for (const manners of [[], ['rude']])
          expect(RUNG.indexOf(fateOf(type, dial, { paused, manners }))).toBeGreaterThanOrEqual(
            RUNG.indexOf(fate!),
          )
  })
})
