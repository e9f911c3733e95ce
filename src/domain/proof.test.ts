import { describe, expect, test } from 'vitest'
import { aMailSuggestion, anAct, anUpdate } from '../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { done, item, kindOf, kinds, proven } from '../../tests/fixtures/proven.ts'
import type { Act } from './act.ts'
import { proofLine, proofProblems, type ProofInputs } from './proof.ts'

const mail = kindOf(aMailSuggestion().payload)
const document = kindOf(anUpdate().payload)
const ticket = kindOf({ kind: 'jira_create_ticket', project: 'SP', title: 'New', text: 'Why.' })
const entry = item({ place: 'documents', what: 'document', ref: 'SP', id: '9' })
const gateAt = (dial: 'artefact' | 'tactical') => ({ ...anAct().gate, dial })

test('a comment that stands there once, as its permit allowed, is proven', () => {
  expect(proven({})).toMatchObject({ acts: 1, permitted: 1, outside: 0, faults: [] })
  expect(proofLine(proven({}))).toBe(
    '1 act, all with permits; 0 outside the boundary; 0 held; 0 stopped; 0 undone.',
  )
})

describe('what stands outside is wrong', () => {
  const twice = [item({ id: '2', at: minutesAfter(5).toISOString() }), item()]

  test.each<[string, Partial<ProofInputs>, string]>([
    [
      'without a permit',
      { permits: new Set() },
      'The comment at SP-1 carries our mark, and no permit was written for it.',
    ],
    [
      'without an act',
      { acts: [] },
      'The comment at SP-1 carries our mark, and no permit was written for it.',
    ],
    [
      'as another thing than was permitted',
      { items: [item({ what: 'ticket' })] },
      'The ticket at SP-1 is not what its permit was for: Comment on SP-1.',
    ],
    [
      'in another place than was permitted',
      { items: [item({ ref: 'SP-9', id: '7' })] },
      'The comment at SP-9 is not what its permit was for: Comment on SP-1.',
    ],
    ['twice', { items: twice }, 'The comment at SP-1 was done twice with one permit.'],
    [
      'done alone where the dial asked for the PM’s word',
      { acts: [done({ gate: gateAt('artefact') }, 'lapsed')] },
      'The comment at SP-1 was done alone, and was not allowed to be.',
    ],
    [
      'done at once where it had to be held',
      { acts: [done({}, 'auto')] },
      'The comment at SP-1 was done alone, and was not allowed to be.',
    ],
    [
      'of a kind that is never allowed',
      { acts: [done({ kind: 'delete_data' })], items: [item({ what: 'change' })] },
      'The change at SP-1 was done alone, and was not allowed to be.',
    ],
    [
      'in a document without a permit',
      { items: [entry], acts: [], permits: new Set() },
      'The document of SP carries our mark, and no permit was written for it.',
    ],
  ])('%s', (_, over, says) => {
    const found = proven(over)
    expect(found.faults.map((each) => each.says)).toEqual([says])
    expect(found.outside).toBe(1)
    expect(proofProblems(found)).toEqual([says])
  })

  test('and what had a permit and was outside counts as both', () => {
    const acts = [done({ gate: gateAt('artefact') }, 'lapsed')]
    expect(proven({ acts })).toMatchObject({ acts: 1, permitted: 1, outside: 1 })
  })
})

describe('what stands there is right', () => {
  test.each<[string, Partial<ProofInputs>]>([
    ['under another key, where the receipt knows it', { items: [item({ ref: 'NEW-1' })] }],
    [
      'while it is not certain yet',
      { acts: [anAct({ status: 'unknown', reason: 'x', askAgainAt: nine, outcome: 'lapsed' })] },
    ],
    ['by its time at Act', { acts: [done({ gate: gateAt('tactical') }, 'lapsed')] }],
    [
      'a mail, whatever its own id is',
      { acts: [done(mail)], items: [item({ place: 'outlook', what: 'mail', ref: 'm9', id: '9' })] },
    ],
    [
      'a new ticket, whatever its key is',
      { acts: [done(ticket)], items: [item({ what: 'ticket', ref: 'SP-77', id: '9' })] },
    ],
    ['a document of its project', { acts: [done(document, 'auto')], items: [entry] }],
  ])('%s', (_, over) => {
    expect(kinds(over)).toEqual([])
  })
})

describe('the day is the local one', () => {
  const at = (minutes: number) => minutesAfter(minutes).toISOString()

  test.each([
    [-61, 0],
    [-60, 1],
    [59, 1],
    [60, 0],
  ])('an item of %i minutes from nine: %i', (minutes, acts) => {
    expect(proven({ items: [item({ at: at(minutes) })], acts: [] }).acts).toBe(acts)
  })

  test('and counts what was stopped and undone on it, and what is held now', () => {
    const stop = (over: Partial<Act>, by = 'Morgan') => anAct({ status: 'cancelled', by, reason: 'no' }, over)
    const acts = [
      stop({}),
      stop({ updatedAt: at(60) }),
      stop({}, 'executor'),
      stop({}, 'executor'),
      stop({ askedFor: true }),
      anAct({ status: 'held', heldUntil: nine }),
      done({ undoneBy: 'U1' }),
      done({ undoneBy: 'U2', updatedAt: at(-61) }),
    ]
    const found = proven({
      acts,
      items: [item(), item({ actId: 'B', at: at(1) }), item({ actId: 'C', at: at(-1) })],
    })
    expect(found).toMatchObject({ held: 1, stopped: 1, undone: 1, acts: 3, permitted: 1 })
    expect(proofLine(found)).toBe(
      '3 acts, 1 with permits; 2 outside the boundary; 1 held; 1 stopped; 1 undone.',
    )
  })

  test('what was done twice over midnight is told of the second, whichever comes first in the list', () => {
    expect(kinds({ items: [item({ id: '2' }), item({ id: '1', at: at(-61) })] })).toEqual(['twice'])
  })

  test('what another act left before is no fault of this one', () => {
    const another = item({ actId: 'B', id: '0', at: at(-61) })
    expect(
      kinds({ items: [another, item()], acts: [anAct(undefined, { id: 'A0', ...mail }), done()] }),
    ).toEqual([])
  })

  test('faults are told in the order in which they came about', () => {
    const [first, second] = [item({ ref: 'SP-1', actId: 'B' }), item({ ref: 'SP-2', actId: 'C', at: at(5) })]
    const told = proven({ items: [second, first], acts: [] }).faults.map(({ ref }) => ref)
    expect(told).toEqual(['SP-1', 'SP-2'])
  })
})
