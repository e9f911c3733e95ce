import { describe, expect, test } from 'vitest'
import { anEvidence, aRaidIssue } from '../../tests/fixtures/builders.ts'
import { NINE } from '../../tests/fixtures/desk.ts'
import { artefact, emptyArtefact, nextArtefact, type ArtefactOf, type ArtefactType } from './artefact.ts'
import type { DocumentChange } from './document-change.ts'
import { ChangeDoesNotFit } from './raid-log.ts'

const evidence = [anEvidence()]
const section = (name: string, value: unknown): DocumentChange => ({
  ...{ op: 'section', section: name, evidence },
  value: JSON.parse(JSON.stringify(value)),
})
/** A document after these changes, one version each. */
function after<T extends ArtefactType>(type: T, ...changes: DocumentChange[]): ArtefactOf<T> {
  const made = changes.reduce(
    (so, change) => nextArtefact(so, [change], NINE),
    emptyArtefact('WTL', type, NINE),
  )
  return made as ArtefactOf<T>
}
const milestone = (name: string, dueOn: string) => ({ name, dueOn, status: 'on_track', notes: '' })
const moved = (name: string): DocumentChange => ({ op: 'milestone', name, dueOn: '2026-12-01', evidence: [] })
const rag = (value: 'amber' | 'red'): DocumentChange => ({ op: 'rag', value, evidence: [] })

describe('the RAG', () => {
  const proposed = section('rag', { value: 'green', proposed: 'amber', because: '2 milestones are late' })

  test('is the PM’s: a proposal that they follow is none any more', () => {
    expect(after('delivery_state', proposed, rag('amber')).content.rag).toEqual({
      ...{ value: 'amber', proposed: null, because: '2 milestones are late' },
    })
  })

  test('and one that they do not follow still stands', () => {
    expect(after('delivery_state', proposed, rag('red')).content.rag).toMatchObject({
      ...{ value: 'red', proposed: 'amber' },
    })
  })

  test('is of the delivery state alone, and so is a milestone', () => {
    for (const change of [rag('red'), moved('Pilot')])
      for (const type of ['raid_log', 'backlog_summary', 'decision_log'] as const)
        expect(() => after(type, change)).toThrow(ChangeDoesNotFit)
  })
})

test('a milestone that the PM moved has their day, and the others keep theirs', () => {
  const both = section('milestones', [milestone('Pilot', '2026-11-02'), milestone('Launch', '2027-01-04')])
  const { content } = after('delivery_state', both, section('summary', 'Round 7'), moved('Pilot'))
  expect(content).toMatchObject({
    summary: 'Round 7',
    milestones: [
      { name: 'Pilot', dueOn: '2026-12-01', agreedOn: '2026-12-01' },
      milestone('Launch', '2027-01-04'),
    ],
  })
  expect(content.milestones[1]).not.toHaveProperty('agreedOn')
})

describe('what an act changed is taken back', () => {
  const place = (path: string, left: string, was: string) => ({ path: [path], left, was, isNew: false })
  const log = after('delivery_state', section('summary', 'one'), section('summary', 'two'))
  const takeBack = (...reverts: ReturnType<typeof place>[]): DocumentChange => ({
    op: 'revert',
    reverts,
    evidence: [],
  })
  const back = takeBack(place('summary', 'two', 'one'))

  test('where it still stands, and is not suggested again', () => {
    const next = nextArtefact(log, [back], NINE)
    expect(next).toMatchObject({ content: { summary: 'one' }, undone: ['summary="two"'] })
    expect(nextArtefact(log, [section('nextActions', ['call Mei']), back], NINE).undone).toContain(
      'summary="two"',
    )
  })

  test('as far as it still stands', () => {
    const both = takeBack(place('summary', 'two', 'one'), place('nextActions', 'x', 'y'))
    expect(nextArtefact(log, [both], NINE).content).toMatchObject({ summary: 'one', nextActions: [] })
  })

  test('not where all of it was changed since: then it is said', () => {
    const gone = [place('summary', 'three', 'one'), place('nextActions', 'x', 'y')]
    expect(() => nextArtefact(log, [takeBack(...gone)], NINE)).toThrow('nothing was taken back')
  })

  test('and the newest sixty of what was taken back are remembered', () => {
    const old = Array.from({ length: 60 }, (_, at) => `old ${at}`)
    const { undone } = nextArtefact({ ...log, undone: old }, [back], NINE)
    expect(undone).toEqual([...old.slice(1), 'summary="two"'])
  })

  test('while what is only added takes nothing back', () => {
    expect(nextArtefact(log, [section('summary', 'three')], NINE).undone).toEqual([])
  })
})

describe('the line that says what a document holds', () => {
  const item = (id: string, status: 'open' | 'mitigating' | 'closed'): DocumentChange => ({
    ...{ op: 'add', evidence, item: aRaidIssue({ id, status }) },
  })
  const tickets = (...counts: number[]) =>
    after(
      'backlog_summary',
      section(
        'byStatus',
        counts.map((count, at) => ({ name: `S${at}`, tickets: count })),
      ),
    )

  test('counts entries of the RAID log, and those that are worked on as open', () => {
    const entries = [item('A', 'open'), item('B', 'mitigating'), item('C', 'closed')]
    expect(after('raid_log', ...entries).summary).toBe('3 entries, 2 open')
    expect(after('raid_log', item('C', 'closed')).summary).toBe('1 entry, 0 open')
  })

  test('counts tickets of all standings', () => {
    expect(tickets(3, 4).summary).toBe('7 tickets, 0 to look at')
    expect(tickets(1).summary).toBe('1 ticket, 0 to look at')
  })

  test('says so where nothing is in it', () => {
    expect(after('delivery_state', section('summary', '')).summary).toBe('No entries yet.')
  })
})

test.each(['delivery_state', 'backlog_summary'] as const)(
  'an old %s is read with what is new in it empty',
  (type) => {
    const empty = emptyArtefact('WTL', type, NINE)
    const { undone, ...before } = empty
    expect(undone).toEqual([])
    expect(artefact.parse(before)).toEqual(empty)
    const { promises, ...content } = { promises: [], ...empty.content }
    expect(promises).toEqual([])
    expect(artefact.parse({ ...before, content })).toEqual(empty)
  },
)

test('a backlog of which nothing was read yet has nothing in any section', () => {
  expect(Object.values(emptyArtefact('WTL', 'backlog_summary', NINE).content).flat()).toEqual([])
})
