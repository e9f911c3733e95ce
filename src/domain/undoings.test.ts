import { describe, expect, test } from 'vitest'
import { anAct, anUpdate } from '../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import type { Act, ActPayload } from './act.ts'
import { undoingsIn } from './undoings.ts'

const later = minutesAfter(60).toISOString()
const done = (over: Partial<Act>, id = '7') =>
  anAct({ status: 'done', outcome: 'auto', receipt: { id, url: null, at: nine } }, over)
const restoring = (version: number, artefactType: 'raid_log' | 'decision_log' = 'raid_log') => {
  const changes = [{ op: 'restore' as const, version, evidence: [] }]
  const payload: ActPayload = { kind: 'artefact_update', artefactType, changes }
  return { kind: payload.kind, payload }
}
const { payload } = anUpdate()
const made = { kind: payload.kind, payload }
const undone = (...acts: Act[]) => undoingsIn(acts).map(({ act, at }) => [act.id, at])

describe('the PM has undone what the agent did alone', () => {
  test('by an act that says so, when that one was done', () => {
    const first = done({ undoneBy: 'U1' })
    expect(undone(first, done({ id: 'U1', askedFor: true, updatedAt: later }))).toEqual([['A1', later]])
    expect(undone(first)).toEqual([['A1', nine]])
  })

  test('and not what was their own choice, nor what stands', () => {
    expect(undone(done({ undoneBy: 'U1', escalationId: 'E1' }), done({ id: 'A2' }))).toEqual([])
  })

  test('by putting a document back to the version before what it made', () => {
    const restore = anAct(undefined, { id: 'R1', askedFor: true, createdAt: later, ...restoring(7) })
    expect(undone(done(made), restore)).toEqual([['A1', later]])
  })

  const restore = (over: Partial<Act> = {}) =>
    anAct(undefined, { id: 'R1', askedFor: true, ...restoring(7), ...over })

  test.each<[string, Act, Act]>([
    ['of another version', done(made, '6'), restore()],
    ['of another document', done(made), restore(restoring(7, 'decision_log'))],
    ['of another project', done({ ...made, projectId: 'HRB' }), restore()],
    ['that the PM had made', done({ ...made, escalationId: 'E1' }), restore()],
    ['that is no document', done({}), restore()],
    ['that was not made', anAct({ status: 'failed', outcome: 'auto', reason: 'x' }, made), restore()],
    ['by a change that puts nothing back', done(made), restore(made)],
    [
      'by one that was stopped',
      done(made),
      anAct(
        { status: 'cancelled', by: 'Morgan', reason: 'no' },
        { id: 'R1', askedFor: true, ...restoring(7) },
      ),
    ],
  ])('and not what is %s', (_, first, second) => {
    expect(undone(first, second)).toEqual([])
  })
})
