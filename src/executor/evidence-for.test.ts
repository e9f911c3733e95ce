import { describe, expect, test } from 'vitest'
import { anAct, anEvidence } from '../../tests/fixtures/builders.ts'
import { nine } from '../../tests/fixtures/desk.ts'
import type { Act } from '#src/domain/act.ts'
import { precedentsAmong, sourcesFor } from './evidence-for.ts'

const receipt = { id: '1', url: null, at: nine }
const sent = (outcome: 'approved' | 'edited' | 'lapsed', over: Partial<Act> = {}) =>
  anAct({ status: 'done', outcome, receipt }, over)
const edit = { share: 0.9, by: 'PM', at: nine, before: { subject: null, text: 'x' } }
const wrong = { verdict: 'wrong' as const, by: 'PM', at: nine }
const among = (...acts: Act[]) => precedentsAmong(acts, 'jira_comment')

describe('a precedent', () => {
  test.each<[string, Act, string[]]>([
    ['is what the PM approved', sent('approved'), ['approved']],
    ['is what the PM edited, however much', sent('edited', { edit }), ['edited']],
    ['is what the PM found wrong afterwards, as if undone', sent('lapsed', { mark: wrong }), ['undone']],
    ['is no silence', sent('lapsed'), []],
    ['is nothing that is still to come', anAct({ status: 'held', heldUntil: nine }), []],
    ['is no other kind of act', sent('approved', { kind: 'jira_status_change' }), []],
    ['is nothing the PM decided', sent('approved', { escalationId: 'E1' }), []],
    ['is nothing the PM asked for', sent('approved', { askedFor: true }), []],
  ])('%s', (_, act, ends) => {
    expect(among(act)).toEqual(ends)
  })

  test('is one of the last thirty, newest first', () => {
    const older = Array.from({ length: 40 }, () => sent('approved'))
    expect(among(sent('edited'), ...older)).toEqual([
      'edited',
      ...Array.from({ length: 29 }, () => 'approved'),
    ])
  })
})

test('an act rests on the sources of its evidence, and a notice to the PM on our own records', () => {
  const mail = anEvidence({ signalId: 'outlook/m/1' })
  expect(sourcesFor([anEvidence(), mail, mail])).toEqual(['jira', 'outlook'])
  expect(sourcesFor([])).toEqual(['workbench'])
})
