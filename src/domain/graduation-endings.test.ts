import { describe, expect, test } from 'vitest'
import { anAct } from '../../tests/fixtures/builders.ts'
import { nine } from '../../tests/fixtures/desk.ts'
import { aPerson, beatrix as sponsor, ivo as outsider } from '../../tests/fixtures/people.ts'
import type { ActPayload } from './act.ts'
import { endingOf, endingsOf, reachedBy, stopsOf } from './graduation.ts'

const colleague = aPerson('New Colleague', { id: 'new@wattle.example' })

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
    [anAct({ status: 'done', outcome: 'lapsed', receipt }, { undoneBy: 'U1' }), 'undone'],
    [anAct({ status: 'failed', outcome: 'lapsed', reason: 'no' }, { undoneBy: 'U1' }), null],
  ])('case %#', (act, ending) => {
    expect(endingOf(act)).toBe(ending)
  })

  test('what has not ended says nothing, and what ended last comes first: an undo when it was made', () => {
    const at = (updatedAt: string) => ({ updatedAt })
    const acts = [
      anAct({ status: 'held', heldUntil: nine }),
      anAct(done('lapsed'), { id: 'A1', undoneBy: 'U1', ...at('2026-10-01T08:00:00.000Z') }),
      anAct(done('approved'), { id: 'A2', ...at('2026-10-02T08:00:00.000Z') }),
      anAct(done('edited', 0.1), { id: 'A3', ...at('2026-10-04T08:00:00.000Z') }),
      anAct(done('approved'), { id: 'U1', askedFor: true, ...at('2026-10-03T08:00:00.000Z') }),
    ]
    expect(endingsOf(acts, 'jira_comment', 'team', [])).toEqual(['edited', 'undone', 'approved'])
    expect(stopsOf(acts, 'jira_comment', 'team', [])).toEqual([])
  })

  test('a mark as wrong is the last word, however old the act is', () => {
    const marked = { verdict: 'wrong' as const, by: 'PM', at: '2026-10-22T12:00:00.000Z' }
    const acts = [
      done('approved'),
      anAct({ ...done('lapsed') }, { mark: marked, updatedAt: '2026-10-01T08:00:00.000Z' }),
    ]
    expect(endingsOf(acts, 'jira_comment', 'team', [])).toEqual(['wrong', 'approved'])
    const right = { ...done('lapsed'), mark: { ...marked, verdict: 'right' as const } }
    expect(endingsOf([right], 'jira_comment', 'team', [])).toEqual(['lapsed'])
  })

  test('every reason of a stop costs the same, and each is counted apart', () => {
    const stopped = (because?: 'wrong_facts' | 'not_needed') =>
      anAct({ status: 'cancelled', reason: 'no', by: 'PM', ...(because && { because }) })
    const acts = [stopped('wrong_facts'), stopped(), stopped('not_needed'), stopped('wrong_facts')]
    expect(endingsOf(acts, 'jira_comment', 'team', [])).toEqual(acts.map(() => 'cancelled'))
    expect(stopsOf(acts, 'jira_comment', 'team', [])).toEqual([
      { because: 'wrong_facts', times: 2 },
      { because: null, times: 1 },
      { because: 'not_needed', times: 1 },
    ])
    const byRule = anAct({ status: 'cancelled', reason: 'the ticket moved', by: 'executor' })
    expect(stopsOf([byRule], 'jira_comment', 'team', [])).toEqual([])
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
    const planned = anAct(undefined, to(sponsor.id))
    expect(reachedBy(next, [sponsor], [planned])).toBe('first')
    expect(reachedBy({ ...next, cc: ['new@wattle.example'] } as ActPayload, [sponsor, colleague], acts)).toBe(
      'first',
    )
    expect(reachedBy(mail(outsider.id), [outsider], [])).toBe('external')
    expect(reachedBy(mail(outsider.id), [outsider], [anAct(ended, to(outsider.id))])).toBe('external')
    expect(endingsOf([anAct(ended, { kind: 'jira_status_change' })], 'jira_comment', 'team', [])).toEqual([])
  })

  test('a comment reaches the team, and somebody outside where it names one', () => {
    const naming = (...mentions: string[]): ActPayload => ({
      ...{ kind: 'jira_comment', key: 'SP-1', text: 'Who is on it?', mentions },
    })
    const known = [sponsor, colleague, outsider]
    expect(reachedBy(naming(), known, [])).toBe('team')
    expect(reachedBy(naming(colleague.id), known, [])).toBe('team')
    expect(reachedBy(naming(colleague.id, outsider.id), known, [])).toBe('external')
  })
})
