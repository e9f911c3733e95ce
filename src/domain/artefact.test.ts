import { describe, expect, test } from 'vitest'
import { anEvidence, anUpdate } from '../../tests/fixtures/builders.ts'
import { minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { artefactType, emptyArtefact, nextArtefact, type Artefact } from './artefact.ts'
import { type DocumentChange } from './document-change.ts'
import type { DecisionEntry } from './decision-log.ts'
import { ChangeDoesNotFit } from './raid-log.ts'

const evidence = [anEvidence()]
const { payload } = anUpdate()
const add: DocumentChange[] = payload.kind === 'artefact_update' ? payload.changes : []
const entryOf = (over: Partial<DecisionEntry> = {}): DocumentChange => ({
  op: 'entry',
  entry: {
    ...{ id: 'E1', title: 'Who takes the label printer', context: 'It is blocked.', options: [] },
    ...{ decision: 'Ask Jonas', rationale: 'He knows it.', by: 'Noa', at: nine, status: 'active' },
    ...{ related: ['WTL-4'], remindOn: null, reviewOn: '2027-12-31', ...over },
  },
  evidence,
})
const section = (name: string, value: unknown): DocumentChange => ({
  ...{ op: 'section', section: name, evidence },
  value: JSON.parse(JSON.stringify(value)),
})
const FITTING: Record<Artefact['artefactType'], { changes: DocumentChange[]; summary: string }> = {
  raid_log: { changes: add, summary: '1 entry, 1 open' },
  decision_log: { changes: [entryOf()], summary: '1 decision' },
  delivery_state: {
    changes: [section('summary', 'Round 7: 8 of 21 points')],
    summary: 'Round 7: 8 of 21 points',
  },
  backlog_summary: {
    changes: [section('byStatus', [{ name: 'To Do', tickets: 1 }])],
    summary: '1 ticket, 0 to look at',
  },
}
const first = (type: Artefact['artefactType']) =>
  nextArtefact(emptyArtefact('WTL', type, NINE), FITTING[type].changes, minutesAfter(5))

describe.each(artefactType.options)('the %s', (type) => {
  test('gets its next version, with a line that says what it holds', () => {
    const empty = emptyArtefact('WTL', type, NINE)
    expect(empty).toMatchObject({ version: 0, summary: 'No entries yet.' })
    expect(first(type)).toMatchObject({
      ...{ version: 1, summary: FITTING[type].summary },
      updatedAt: minutesAfter(5).toISOString(),
    })
  })

  test('refuses what is another document’s, and stays whole', () => {
    for (const other of artefactType.options.filter((each) => each !== type)) {
      const before = first(type)
      const { changes } = FITTING[other]
      expect(() => nextArtefact(before, changes, NINE), other).toThrow(ChangeDoesNotFit)
      expect(before).toEqual(first(type))
    }
  })

  test('goes back to the version before, once', () => {
    const [empty, changed] = [emptyArtefact('WTL', type, NINE), first(type)]
    const restore: DocumentChange = { op: 'restore', version: 1, evidence: [] }
    const back = nextArtefact(changed, [restore], minutesAfter(9), empty)
    expect(back).toMatchObject({ version: 2, content: empty.content })
    expect(() => nextArtefact(back, [restore], NINE, changed)).toThrow(ChangeDoesNotFit)
  })

  test('does not go back from a version that is no longer there, or to before its first', () => {
    const restore = (version: number): DocumentChange => ({ op: 'restore', version, evidence: [] })
    const second = nextArtefact(first(type), FITTING[type].changes, NINE)
    expect(() => nextArtefact(second, [restore(1)], NINE, first(type))).toThrow(/"restore" does not fit/)
    expect(() => nextArtefact(emptyArtefact('WTL', type, NINE), [restore(0)], NINE)).toThrow(ChangeDoesNotFit)
  })
})

test.each([
  ['a section that it does not have', 'weather', 'sunny'],
  ['a value that the section cannot hold', 'milestones', 'all fine'],
  ['a RAG of another colour', 'rag', { value: 'blue', proposed: null, because: '' }],
])('%s does not fit the delivery state', (_, name, value) => {
  const empty = emptyArtefact('WTL', 'delivery_state', NINE)
  expect(() => nextArtefact(empty, [section(name, value)], NINE)).toThrow(ChangeDoesNotFit)
})

test('a decision that is entered again takes its own place, and the others stay', () => {
  const log = nextArtefact(first('decision_log'), [entryOf({ id: 'E2' })], NINE)
  const again = nextArtefact(log, [entryOf({ status: 'reversed' })], NINE)
  expect(again.artefactType === 'decision_log' && again.content.entries).toMatchObject([
    { id: 'E2', status: 'active' },
    { id: 'E1', status: 'reversed' },
  ])
  expect(again.summary).toBe('2 decisions')
})
