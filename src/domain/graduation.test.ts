import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anAct } from '../../tests/fixtures/builders.ts'
import { nine } from '../../tests/fixtures/desk.ts'
import { beatrix as sponsor } from '../../tests/fixtures/people.ts'
import type { ActPayload } from './act.ts'
import { HOLD_MINUTES } from './boundary.ts'
import { reachedBy, standingOf, type Ending } from './graduation.ts'

const approved = (times: number): Ending[] => Array.from({ length: times }, () => 'approved')
const minutes = (...given: Parameters<typeof standingOf>) => standingOf(...given).minutes

describe('a hold grows shorter with approvals in a row', () => {
  test.each([
    ['email_stakeholder', 0, 30],
    ['email_stakeholder', 4, 30],
    ['email_stakeholder', 5, 15],
    ['email_stakeholder', 9, 15],
    ['email_stakeholder', 10, 5],
    ['email_stakeholder', 40, 5],
    ['jira_comment', 0, 5],
    ['jira_comment', 40, 5],
    ['jira_status_change', 0, 5],
    ['jira_status_change', 19, 5],
    ['jira_status_change', 20, 1],
  ] as const)('%s after %i: %i minutes', (type, times, expected) => {
    expect(minutes(type, 'stakeholder', approved(times))).toBe(expected)
  })

  test.each([
    ['stakeholder', [], 'nothing earned yet'],
    ['stakeholder', approved(1), '1 approved in a row so far'],
    ['stakeholder', approved(5), '5 approved in a row'],
    ['stakeholder', ['cancelled', ...approved(10)] as Ending[], 'earned before the last stop'],
    ['first', approved(40), 'the first mail to somebody'],
    ['external', approved(40), 'somebody outside reads it'],
    ['tainted', approved(40), 'words under a reader’s name were set aside'],
  ] as const)('and says why, for %s after %j: %s', (reaches, endings, says) => {
    expect(standingOf('email_stakeholder', reaches, [...endings]).says).toBe(says)
  })

  test.each(['external', 'first'] as const)('never for %s', (reaches) => {
    expect(standingOf('email_stakeholder', reaches, approved(40))).toMatchObject({
      minutes: 30,
      nextAt: null,
    })
  })

  test.each(['cancelled', 'rewritten', 'wrong'] as const)(
    'one %s costs a rung, and counting begins anew',
    (ending) => {
      const after = (...later: Ending[]) =>
        standingOf('email_stakeholder', 'team', [...later, ending, ...approved(12)])
      expect(after()).toMatchObject({
        minutes: 15,
        inARow: 0,
        nextAt: 10,
        says: 'earned before the last stop',
      })
      expect(after(...approved(9))).toMatchObject({ minutes: 15, inARow: 9 })
      expect(after(...approved(10))).toMatchObject({ minutes: 5, inARow: 10, nextAt: null })
      expect(after(ending, ending)).toMatchObject({ minutes: 30 })
    },
  )

  test('whatever was approved, nobody outside, new, or named in words set aside ever waits less', () => {
    const ending = fc.constantFrom<Ending>('approved', 'edited', 'lapsed', 'cancelled', 'rewritten', 'undone')
    const type = fc.constantFrom(
      'email_stakeholder' as const,
      'jira_comment' as const,
      'jira_status_change' as const,
    )
    const reaches = fc.constantFrom('external' as const, 'first' as const, 'tainted' as const)
    fc.assert(
      fc.property(type, reaches, fc.array(ending, { maxLength: 80 }), (kind, whom, endings) => {
        expect(standingOf(kind, whom, endings)).toMatchObject({ minutes: HOLD_MINUTES[kind], nextAt: null })
      }),
    )
  })

  test('one such reader among any others, and whatever was sent them before, is enough', () => {
    const name = fc.constantFrom<string>('a', 'b', 'c', 'd')
    const readers = fc.uniqueArray(name, { minLength: 1 })
    fc.assert(
      fc.property(readers, fc.uniqueArray(name), fc.uniqueArray(readers), (to, hostile, past) => {
        const known = ['a', 'b', 'c', 'd'].map((each) => ({
          ...sponsor,
          ...{ id: `${each}@wattle.example`, class: 'team' as const },
          ...(hostile.includes(each) ? { setAsideAt: nine } : {}),
        }))
        const mailTo = (those: string[]): ActPayload => ({
          ...{ kind: 'email_stakeholder', cc: [], subject: 'S', text: 'T', replyTo: null },
          to: those.map((each) => `${each}@wattle.example`),
        })
        const receipt = { id: '1', url: null, at: nine }
        const before = past.map((those) =>
          anAct({ status: 'done', outcome: 'approved', receipt }, { payload: mailTo(those) }),
        )
        const reached = reachedBy(mailTo(to), known, before)
        if (to.some((each) => hostile.includes(each))) expect(reached).toBe('tainted')
        else if (to.some((each) => !past.flat().includes(each))) expect(reached).toBe('first')
        else expect(reached).toBe('team')
      }),
    )
  })

  test('silence never graduates, and neither do light corrections', () => {
    const word = fc.constantFrom<Ending>('approved', 'cancelled', 'rewritten')
    const silence = fc.constantFrom<Ending>('lapsed', 'edited')
    fc.assert(
      fc.property(fc.array(fc.oneof(word, silence), { maxLength: 60 }), (endings) => {
        const words = endings.filter((each) => each !== 'lapsed' && each !== 'edited')
        for (const type of ['email_stakeholder', 'jira_status_change'] as const) {
          expect(minutes(type, 'team', endings)).toBe(minutes(type, 'team', words))
          expect(minutes(type, 'team', endings)).toBeLessThanOrEqual(HOLD_MINUTES[type] ?? 0)
        }
      }),
    )
    expect(
      minutes(
        'email_stakeholder',
        'team',
        Array.from({ length: 60 }, () => 'lapsed'),
      ),
    ).toBe(30)
  })
})
