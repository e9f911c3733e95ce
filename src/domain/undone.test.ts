import { describe, expect, test } from 'vitest'
import { emptyArtefact, nextArtefact } from './artefact.ts'
import { isTakenBack } from './undone.ts'
import { anEvidence } from '../../tests/fixtures/builders.ts'
import { NINE } from '../../tests/fixtures/desk.ts'

const evidence = [anEvidence()]
const summary = (value: string) => ({ op: 'section' as const, section: 'summary', value, evidence })

describe('what the PM takes back', () => {
  test('is not suggested again, and another value of the same section is', () => {
    const first = nextArtefact(emptyArtefact('SP', 'delivery_state', NINE), [summary('3 open')], NINE)
    const restored = nextArtefact(first, [{ op: 'restore', version: 1, evidence }], NINE)
    expect(isTakenBack(summary('3 open'), restored.undone)).toBe(true)
    expect(isTakenBack(summary('4 open'), restored.undone)).toBe(false)
  })

  test('stays taken back through later changes', () => {
    const first = nextArtefact(emptyArtefact('SP', 'delivery_state', NINE), [summary('3 open')], NINE)
    const restored = nextArtefact(first, [{ op: 'restore', version: 1, evidence }], NINE)
    const later = nextArtefact(restored, [summary('4 open')], NINE)
    expect(isTakenBack(summary('3 open'), later.undone)).toBe(true)
  })
})
