import { describe, expect, test } from 'vitest'
import { anAct, anUpdate } from '../../tests/fixtures/builders.ts'
import { aProject, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import type { Act } from './act.ts'
import { demotionOf, demotionWords } from './demotion.ts'

const DAY = 24 * 60
const daysAgo = (days: number) => minutesAfter(-days * DAY).toISOString()
const receipt = { id: '1', url: null, at: nine }
const yesterday = { updatedAt: daysAgo(1) }
let made = 0
const of = (act: Act): Act => ({ ...act, id: `A${(made += 1)}` })

const stopped = (over: Partial<Act> = {}) =>
  of(anAct({ status: 'cancelled', by: 'Morgan', reason: 'no' }, { ...yesterday, ...over }))
const done = (over: Partial<Act> = {}) =>
  of(anAct({ status: 'done', outcome: 'lapsed', receipt }, { ...yesterday, ...over }))
const wrong = (at = daysAgo(1), over: Partial<Act> = {}) =>
  done({ mark: { verdict: 'wrong', by: 'Morgan', at }, ...over })
const edit = (share: number) => ({
  share,
  by: 'Morgan',
  at: daysAgo(1),
  before: { subject: null, text: 'x' },
})
const asked = { ...anAct().gate, fate: 'ask' as const }

const project = aProject({ autonomyLevel: 'tactical' })
const lowered = (acts: Act[], over: Partial<typeof project> = {}) =>
  demotionOf({ ...project, ...over }, acts, NINE)?.autonomyLevel ?? null

describe('the dial is lowered by rule, one step', () => {
  test.each<[string, () => Act[], string | null]>([
    ['for two that were marked wrong', () => [wrong(), wrong()], 'artefact'],
    ['for two that were taken back', () => [done({ undoneBy: 'U1' }), done({ undoneBy: 'U2' })], 'artefact'],
    ['for six that were stopped', () => Array.from({ length: 6 }, () => stopped()), 'artefact'],
    [
      'for six that were written anew',
      () => Array.from({ length: 6 }, () => done({ edit: edit(0.6) })),
      'artefact',
    ],
    ['not for five', () => Array.from({ length: 5 }, () => stopped()), null],
    [
      'not for six that were corrected',
      () => Array.from({ length: 6 }, () => done({ edit: edit(0.2) })),
      null,
    ],
    [
      'not for one, marked wrong and taken back',
      () => [wrong(daysAgo(1), { undoneBy: 'U1' }), stopped()],
      null,
    ],
    [
      'not for what was marked right',
      () => [1, 2].map(() => done({ mark: { verdict: 'right', by: 'M', at: nine } })),
      null,
    ],
    [
      'not for what the facts stopped',
      () => Array.from({ length: 6 }, () => of({ ...stopped(), by: 'executor' } as Act)),
      null,
    ],
    [
      'not for what asked from the start',
      () => Array.from({ length: 6 }, () => stopped({ gate: asked })),
      null,
    ],
    [
      'not for what the PM had asked for',
      () => Array.from({ length: 6 }, () => stopped({ askedFor: true })),
      null,
    ],
    ['not for what is a fortnight old', () => [wrong(daysAgo(14)), wrong()], null],
    ['not for nothing', () => [], null],
  ])('%s', (_, acts, dial) => {
    expect(lowered(acts())).toBe(dial)
  })

  test('from Maintain to Observe, and no further', () => {
    const acts = [wrong(), wrong()]
    expect(lowered(acts, { autonomyLevel: 'artefact' })).toBe('monitoring')
    expect(demotionOf({ ...project, autonomyLevel: 'monitoring' }, acts, NINE)).toBeNull()
  })

  test('by nothing that was before its last turn, or before the project was connected', () => {
    const acts = [wrong(daysAgo(3)), wrong(daysAgo(3))]
    expect(lowered(acts, { connectedAt: daysAgo(2) })).toBeNull()
    expect(lowered(acts, { connectedAt: daysAgo(3) })).toBeNull()
    expect(lowered(acts, { connectedAt: daysAgo(4) })).toBe('artefact')
    const turned = (days: number) => ({ dialTurn: { ...project.dialTurn, at: daysAgo(days) } })
    expect(lowered(acts, turned(2))).toBeNull()
    expect(lowered(acts, turned(4))).toBe('artefact')
  })

  test('and it says for what', () => {
    const update = { kind: 'artefact_update', payload: anUpdate().payload } as const
    const next = demotionOf(project, [wrong(), stopped(), done({ undoneBy: 'U1', ...update })], NINE)
    expect(next).toMatchObject({
      version: project.version + 1,
      dialTurn: { by: 'rule', at: nine, demoted: { at: nine } },
    })
    expect(next && demotionWords(next)).toBe(
      'Dial of SP lowered to Maintain: 1 marked wrong, 1 taken back, 1 stopped before they went, within 14 days.',
    )
    expect(demotionWords(project)).toBe('Dial of SP lowered to Act: ')
  })
})
