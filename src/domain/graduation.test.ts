import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anAct } from '../../tests/fixtures/builders.ts'
import { nine } from '../../tests/fixtures/desk.ts'
import { beatrix as sponsor } from '../../tests/fixtures/people.ts'
import type { ActPayload } from './act.ts'
import { HOLD_MINUTES } from './boundary.ts'
import { endingOf, endingsOf, reachedBy, standingOf, type Ending } from './graduation.ts'

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

  test.each(['external', 'first'] as const)('never for %s', (reaches) => {
    expect(standingOf('email_stakeholder', reaches, approved(40))).toMatchObject({
      minutes: 30,
      nextAt: null,
    })
  })

  test.each(['cancelled', 'rewritten'] as const)(
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

describe('how an act of the agent ended', () => {
  const receipt = { id: '1', url: null, at: nine }
  const edit = (share: number) => ({ share, by: 'PM', at: nine, before: { subject: null, text: 'x' } })
  const done = (outcome: 'approved' | 'edited' | 'lapsed' | 'auto', share?: number) =>
    anAct({ status: 'done', outcome, receipt }, share === undefined ? {} : { edit: edit(share) })

  test.each([
    [done('approved'), 'approved'],
    [done('edited', 0.1), 'edited'],
    [done('edited', 0.6), 'rewritten'],
    [done('lapsed'), 'lapsed'],
    [done('auto'), null],
    [anAct({ status: 'cancelled', reason: 'no', by: 'PM' }), 'cancelled'],
    [anAct({ status: 'cancelled', reason: 'the ticket moved', by: 'executor' }), null],
    [anAct({ status: 'held', heldUntil: nine }), null],
  ])('case %#', (act, ending) => {
    expect(endingOf(act)).toBe(ending)
  })

  test('counted are those that it proposed alone, of the type, that reached the class', () => {
    const mail = (id: string): ActPayload => ({
      ...{ kind: 'email_stakeholder', to: [id], cc: [], subject: 'S', text: 'T', replyTo: null },
    })
    const to = (id: string) => ({ kind: 'email_stakeholder' as const, payload: mail(id) })
    const ended = { status: 'done', outcome: 'approved', receipt } as const
    const acts = [
      done('approved'),
      anAct(ended, to(sponsor.id)),
      anAct(ended, { ...to(sponsor.id), escalationId: 'E1' }),
      anAct(ended, to('nobody@elsewhere.example')),
    ]
    expect(endingsOf(acts, 'email_stakeholder', 'sponsor', [sponsor])).toEqual(['approved'])
    expect(endingsOf(acts, 'email_stakeholder', 'external', [sponsor])).toEqual(['approved'])
    expect(endingsOf(acts, 'jira_comment', 'team', [])).toEqual(['approved'])
    const next = mail(sponsor.id)
    expect(reachedBy(next, [sponsor], [])).toBe('first')
    expect(reachedBy(next, [sponsor], acts)).toBe('sponsor')
  })
})
