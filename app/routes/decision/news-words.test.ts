import { expect, test } from 'vitest'
import { anEscalation, anEvidence } from '../../../tests/fixtures/builders.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { newsOf } from './news-words.ts'

const [a, b] = anEscalation().options
if (!a || !b) throw new Error('The builder gives two options.')
const c = { ...b, id: 'C' as const }
const d = { ...b, id: 'D' as const }
const old = anEvidence({ signalId: 'jira/x/1', text: 'It was flagged' })
const opened = anEscalation({
  ...{ version: 3, grewIn: 2, options: [a, b, c] },
  facts: [...anEscalation().facts, old],
})
const computed = anEvidence({ kind: 'computed', signalId: 'jira/x/2', text: 'Lena estimated 5 points.' })
const asked = anEvidence({ signalId: 'outlook/m/2', text: 'Can it wait?' })

test.each<[string, Partial<Escalation>, [string, string]]>([
  [
    'a computed fact, and an option with it',
    { facts: [...opened.facts, computed], options: [{ ...a, does: '2 comments' }, b, c] },
    ['Lena estimated 5 points', 'Option A changed.'],
  ],
  ['a quote is quoted', { facts: [...opened.facts, asked] }, ['“Can it wait?”', '']],
  [
    'several facts',
    { facts: [...opened.facts, computed, asked] },
    ['Lena estimated 5 points, and 1 more', ''],
  ],
  [
    'another recommendation alone',
    { recommendation: { optionId: 'B', reason: 'It is a duty.' } },
    ['B is recommended now', ''],
  ],
  ['a fact that is gone', { facts: opened.facts.slice(1) }, ['something of it is no longer so', '']],
  [
    'options that came, and both that changed',
    {
      facts: [...opened.facts, computed],
      options: [{ ...a, costs: 'More' }, { ...b, costs: 'More' }, c, d],
    },
    ['Lena estimated 5 points', 'Options A and B changed. Option D is new.'],
  ],
  ['an option that went', { options: [a, b] }, ['something of it is no longer so', 'Option C is gone.']],
])('%s', (_, change, [what, options]) => {
  expect(newsOf(opened, anEscalation({ ...opened, ...change, version: 4, grewIn: 4 }))).toEqual({
    what,
    options,
  })
})

test('what was only put off and brought back since has no news', () => {
  expect(newsOf(opened, anEscalation({ ...opened, version: 5 }))).toBeNull()
})
