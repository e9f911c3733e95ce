import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anAct } from '../../tests/fixtures/builders.ts'
import { aProject, minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { mei } from '../../tests/fixtures/people.ts'
import type { Act, ActPayload } from './act.ts'
import type { TrustDay } from './clean-day.ts'
import { earnedBy, missingFor } from './earned.ts'
import { endingsOf, standingOf } from './graduation.ts'

/** Silence is not consent (law 3), over random histories of acts: what nobody spoke about earns nothing, anywhere. */

const payload: ActPayload = {
  ...{ kind: 'email_stakeholder', to: [mei.id], cc: [], subject: 'When?', text: 'By when?', replyTo: null },
}
const receipt = { id: '1', url: null, at: nine }
const edit = (share: number) => ({ share, by: 'Morgan', at: nine, before: { subject: null, text: 'x' } })

/** How a mail came to its end, with the PM's word for it or without. */
const ENDS = {
  approved: (over: Partial<Act>) => anAct({ status: 'done', outcome: 'approved', receipt }, over),
  edited: (over: Partial<Act>) =>
    anAct({ status: 'done', outcome: 'edited', receipt }, { ...over, edit: edit(0.1) }),
  rewritten: (over: Partial<Act>) =>
    anAct({ status: 'done', outcome: 'edited', receipt }, { ...over, edit: edit(0.7) }),
  cancelled: (over: Partial<Act>) => anAct({ status: 'cancelled', reason: 'no', by: 'Morgan' }, over),
  lapsed: (over: Partial<Act>) => anAct({ status: 'done', outcome: 'lapsed', receipt }, over),
  auto: (over: Partial<Act>) => anAct({ status: 'done', outcome: 'auto', receipt }, over),
  expired: (over: Partial<Act>) => anAct({ status: 'expired' }, over),
  stoppedByRule: (over: Partial<Act>) => anAct({ status: 'cancelled', reason: 'x', by: 'executor' }, over),
  failed: (over: Partial<Act>) => anAct({ status: 'failed', outcome: 'lapsed', reason: 'x' }, over),
  waiting: (over: Partial<Act>) => anAct({ status: 'awaiting', waitsUntil: nine }, over),
  going: (over: Partial<Act>) => anAct({ status: 'held', heldUntil: nine }, over),
}
type End = keyof typeof ENDS
const SILENT: End[] = ['lapsed', 'auto', 'expired', 'stoppedByRule', 'failed', 'waiting', 'going']
const SPOKEN: End[] = ['approved', 'edited', 'rewritten', 'cancelled']

const history = fc.array(fc.constantFrom(...SILENT, ...SPOKEN), { maxLength: 50 })

/** Oldest first, a minute apart. */
function lived(ends: End[]): Act[] {
  return ends.map((end, n) =>
    ENDS[end]({
      ...{ id: `A${n}`, kind: payload.kind, payload, updatedAt: minutesAfter(n).toISOString() },
    }),
  )
}
const without = (ends: End[], left: End[]) => lived(ends).filter((_, n) => !left.includes(ends[n] ?? 'going'))
const standing = (acts: Act[]) => {
  const { minutes, inARow } = standingOf(
    'email_stakeholder',
    'team',
    endingsOf(acts, payload.kind, 'team', [mei]),
  )
  return { minutes, inARow }
}

describe('over any history', () => {
  test('a hold is as long as it is without everything that nobody spoke about', () => {
    fc.assert(
      fc.property(history, (ends) => {
        expect(standing(lived(ends))).toEqual(standing(without(ends, SILENT)))
      }),
      { numRuns: 1_000 },
    )
  })

  test('silence alone leaves the hold and the dial where they were', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SILENT), { maxLength: 60 }), (ends) => {
        expect(standing(lived(ends))).toEqual({ minutes: 30, inARow: 0 })
        const earned = earnedBy(aProject(), [], lived(ends))
        expect(earned.approved).toBe(0)
        expect(missingFor('tactical', { ...earned, cleanDays: 30 })).toBe(
          '0 of 5 approved communications; 5 more.',
        )
      }),
    )
  })

  test('what was earned towards the dial is what the PM said yes to, and no more', () => {
    fc.assert(
      fc.property(history, (ends) => {
        const yes = ends.filter((end) => end === 'approved' || end === 'edited').length
        expect(earnedBy(aProject(), [], lived(ends)).approved).toBe(yes)
      }),
    )
  })
})

describe('a setting of the dial', () => {
  const day = (stained: boolean): TrustDay => ({
    day: '2026-10-22',
    stains: stained ? [{ what: 'stopped', times: 1 }] : [],
  })

  test.each([
    ['monitoring', 0, 0, null],
    ['artefact', 6, 9, '6 of 7 clean days; 1 more.'],
    ['artefact', 7, 0, null],
    ['tactical', 13, 5, '13 of 14 clean days; 1 more.'],
    ['tactical', 14, 4, '4 of 5 approved communications; 1 more.'],
    ['tactical', 2, 1, '2 of 14 clean days; 12 more. 1 of 5 approved communications; 4 more.'],
    ['tactical', 14, 5, null],
  ] as const)('%s after %i clean days and %i approvals: %s', (level, cleanDays, approved, says) => {
    expect(missingFor(level, { cleanDays, approved })).toBe(says)
  })

  test('rests on clean days and on communications, both since the dial was last lowered by rule', () => {
    const days = [day(false), day(true), day(false)]
    const acts = lived(['approved', 'approved', 'approved'])
    expect(earnedBy(aProject(), days, acts)).toEqual({ cleanDays: 2, approved: 3 })
    const at = minutesAfter(1).toISOString()
    const lowered = aProject({ dialTurn: { by: 'rule', at, demoted: { at, because: 'stops' } } })
    expect(earnedBy(lowered, days, acts).approved).toBe(2)
    const moved: Act = {
      ...ENDS.approved({}),
      payload: { kind: 'jira_status_change', key: 'SP-1', toStatus: 'Done' },
      kind: 'jira_status_change',
    }
    expect(earnedBy(aProject(), [], [moved]).approved).toBe(0)
  })
})
