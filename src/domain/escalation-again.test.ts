import { describe, expect, test } from 'vitest'
import { anAct, anEscalation } from '../../tests/fixtures/builders.ts'
import { minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import type { Act } from './act.ts'
import { CannotChooseAgain, chooseAgain, stillUndecided } from './escalation-again.ts'
import { AlreadyDecided, decide, supersede, type Decision } from './escalation.ts'

const answer: Decision = {
  ...{ optionId: 'A', optionName: 'Ask who takes it', by: 'Morgan', device: 'Firefox', at: nine },
  ...{ undoUntil: nine, actIds: ['A1', 'A2'], logActId: null, instead: null, recordedOnly: false },
}
const pending = anEscalation()
if (pending.status !== 'pending') throw new Error('The builder gives a pending one.')
const decided = decide(pending, answer)
const overtaken = supersede(pending, 'SP-1 is Done.', NINE)

const chosen = { outcome: 'approved' as const }
const done: Act = anAct({ status: 'done', receipt: { id: '1', url: null, at: nine }, ...chosen })
const failed: Act = anAct({ status: 'failed', reason: 'ticket is closed', ...chosen })
const stopped: Act = anAct({ status: 'cancelled', reason: 'SP-1 has moved', by: 'executor' })
const unknown: Act = anAct({ status: 'unknown', reason: 'no answer', askAgainAt: nine, ...chosen })

describe('a choice that was made', () => {
  test.each([
    ['failed', [failed]],
    ['was stopped by the facts', [stopped]],
    ['was done in part', [done, failed]],
  ])('and %s is made anew, and what was tried stays with it', (_, acts) => {
    const again = chooseAgain(decided, acts, minutesAfter(5))
    expect(again).toMatchObject({ status: 'pending', version: decided.version + 1, tried: [answer] })
    expect(again).not.toHaveProperty('decision')
  })

  test('comes back past its time when that has come meanwhile', () => {
    expect(chooseAgain(decided, [failed], minutesAfter(7 * 24 * 60))).toMatchObject({ status: 'expired' })
    const at = new Date(decided.decideBy ?? '')
    expect(chooseAgain(decided, [failed], at)).toMatchObject({
      status: 'expired',
      expiredAt: decided.decideBy,
    })
    const open = { ...decided, decideBy: null }
    expect(chooseAgain(open, [failed], minutesAfter(7 * 24 * 60))).toMatchObject({ status: 'pending' })
  })

  test.each([
    ['is done', [done]],
    ['did nothing that could fail', []],
    ['may still be done', [failed, anAct()]],
    ['is not certain', [failed, unknown]],
  ])('and %s is not', (_, acts) => {
    expect(() => chooseAgain(decided, acts, NINE)).toThrow(CannotChooseAgain)
  })
})

describe('what the facts have overtaken', () => {
  test('is open again when the PM finds it undecided, in spite of what overtook it', () => {
    const open = stillUndecided(overtaken, minutesAfter(5))
    expect(open).toMatchObject({ status: 'pending', version: 3, despite: ['SP-1 is Done.'] })
    expect(open).not.toHaveProperty('because')
  })

  test('stays closed when a newer decision asks it, and so does what was never overtaken', () => {
    const replaced = supersede(pending, 'A newer decision asks.', NINE, 'E2')
    for (const asked of [replaced, decided, pending])
      expect(() => stillUndecided(asked, NINE)).toThrow(AlreadyDecided)
  })
})
