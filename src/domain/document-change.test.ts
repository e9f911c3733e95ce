import { describe, expect, test } from 'vitest'
import { anEvidence } from '../../tests/fixtures/builders.ts'
import { NINE } from '../../tests/fixtures/desk.ts'
import { artefactChange } from './artefact.ts'
import { documentChange, type DocumentChange } from './document-change.ts'

const evidence = [anEvidence()]
const section = (value: string): DocumentChange => ({ op: 'section', section: 'summary', value, evidence })
const decided = {
  ...{ id: 'E1', title: 'Who takes it', context: 'Blocked.', options: [], decision: 'Ask', rationale: '' },
  ...{
    by: 'Noa',
    at: NINE.toISOString(),
    status: 'active',
    related: [],
    remindOn: null,
    reviewOn: '2027-01-01',
  },
}

describe('what is kept of a change', () => {
  const kept = {
    ...{ projectId: 'WTL', artefactType: 'raid_log', version: 2, actId: 'A1' },
    at: NINE.toISOString(),
  }
  const revert = { path: ['summary'], left: 'two', was: 'one', isNew: false }

  test('is at least one, and each with what it rests on', () => {
    const two = [section('a'), section('b')]
    expect(artefactChange.safeParse({ ...kept, changes: two }).success).toBe(true)
    expect(artefactChange.safeParse({ ...kept, changes: [] }).success).toBe(false)
  })

  test.each<[string, object]>([
    ['a section', { op: 'section', section: 'summary', value: 'a' }],
    ['a decision', { op: 'entry', entry: decided }],
  ])('of %s has evidence, however much', (_, change) => {
    const fits = (rests: unknown[]) => documentChange.safeParse({ ...change, evidence: rests }).success
    expect([fits([]), fits(evidence), fits([...evidence, ...evidence])]).toEqual([false, true, true])
  })

  test.each<[string, object]>([
    ['a RAG', { op: 'rag', value: 'red' }],
    ['a milestone', { op: 'milestone', name: 'Pilot', dueOn: '2026-12-01' }],
    ['what is taken back', { op: 'revert', reverts: [revert, revert] }],
  ])('of %s is the PM’s word and rests on nothing else', (_, change) => {
    const fits = (rests: unknown[]) => documentChange.safeParse({ ...change, evidence: rests }).success
    expect([fits([]), fits(evidence)]).toEqual([true, false])
  })

  test('takes something back, if it does', () => {
    expect(documentChange.safeParse({ op: 'revert', reverts: [], evidence: [] }).success).toBe(false)
  })
})
