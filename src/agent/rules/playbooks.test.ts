import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escalationDraft } from '#src/domain/escalation.ts'
import { checkEvidence } from '#src/domain/evidence.ts'
import { applyRaidChanges } from '#src/domain/raid-log.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Signal } from '#src/domain/signal.ts'
import { aFlag, aMatter, aSignal, context } from '../../../tests/fixtures/builders.ts'
import { hours, NINE } from '../../../tests/fixtures/desk.ts'
import { triage } from './triage.ts'
import { blockedWithoutOwner } from './blocked-without-owner.ts'
import { overtaken } from './overtaken.ts'
import { raidIssues } from './raid-issues.ts'
import type { Reasoning } from './reasoning.ts'
import { startedWithoutOwner } from './started-without-owner.ts'

const blocked = { ...context, flagged: true }
const judged = (signal: Signal): Signal => ({ ...signal, verdict: triage(signal, NINE) ?? null })

function given(over: Partial<Matter> = {}, signals = [aSignal(), aFlag()]): Reasoning {
  const about = aMatter({ context: blocked, unownedSince: '2026-10-15T08:00:00.000Z', ...over })
  const all = signals.map(judged)
  const desk = { pmName: 'Morgan Reid', workingHours: hours }
  return { about, signals: all, fresh: all, again: false, raid: { items: [] }, desk, now: NINE }
}

/** Every quote stands in the signal it names. */
function checked(at: Reasoning, claims: Parameters<typeof checkEvidence>[0]): void {
  checkEvidence(claims, (id) => at.signals.find((each) => each.id === id)?.text)
}

describe('blocked, and nobody is on it', () => {
  test('never offers to move a ticket back to where work has ended', () => {
    const reopened = aSignal({
      kind: 'status',
      before: 'Done',
      after: 'In Progress',
      text: 'Status: Done → In Progress',
    })
    const draft = escalationDraft.parse(blockedWithoutOwner(given({}, [reopened, aFlag()])))
    expect(draft.options.map((option) => option.button)).toEqual(['Ask on SP-1', 'Accept the delay'])
  })

  test('raises a decision that the schema takes, with a question, a way back and an acceptance', () => {
    const draft = escalationDraft.parse(blockedWithoutOwner(given()))
    expect(draft.options.map((option) => option.name)).toEqual([
      'Ask on SP-1 who takes it',
      'Move SP-1 back to Selected for Development',
      'Accept the delay, keep it in the RAID log',
    ])
    expect(draft).toMatchObject({ recommendation: { optionId: 'A' }, decideBy: '2026-10-26T09:00:00.000Z' })
  })

  test('whatever a ticket is called and whatever people write on it', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(words, words, words, (title, said, from) => {
        const talk = aSignal({ externalId: 'comment-1-x', kind: 'comment', text: said })
        const at = given({ title }, [
          aSignal({ before: from, text: `Status: ${from} → In Progress` }),
          aFlag(),
          talk,
        ])
        const draft = blockedWithoutOwner(at)
        expect(escalationDraft.safeParse(draft).error).toBeUndefined()
        expect(draft?.title.length).toBeLessThanOrEqual(70)
        expect(
          Object.values({ ...draft, facts: draft?.facts.map((fact) => fact.text).join('') })
            .join('')
            .isWellFormed(),
        ).toBe(true)
        checked(at, draft?.facts ?? [])
      }),
    )
  })

  test.each<[string, Partial<Matter>]>([
    ['somebody is', { unownedSince: null }],
    ['it lost its owner this morning', { unownedSince: '2026-10-22T07:00:00.000Z' }],
    ['the flag is off', { context }],
    ['it is done', { context: { ...blocked, statusCategory: 'done' } }],
  ])('stays quiet when %s', (_, over) => {
    expect(blockedWithoutOwner(given(over))).toBeUndefined()
  })

  test('stays quiet without anything new that is complex, and when nobody saw the flag', () => {
    expect(blockedWithoutOwner({ ...given(), fresh: [] })).toBeUndefined()
    expect(blockedWithoutOwner(given({}, [aSignal()]))).toBeUndefined()
  })

  test('two options remain when nothing says where it came from', () => {
    expect(blockedWithoutOwner(given({}, [aFlag()]))?.options).toHaveLength(2)
  })
})

describe('started, and nobody is on it', () => {
  const started = (over: Partial<Matter> = {}) => given({ context, ...over }, [aSignal()])

  test('asks on the ticket, quoting the move', () => {
    const [act] = startedWithoutOwner(started())
    expect(act).toMatchObject({ payload: { kind: 'jira_comment', key: 'SP-1' }, premise: { unowned: true } })
    checked(started(), act?.evidence ?? [])
  })

  test.each<[string, Partial<Matter>]>([
    ['somebody is', { unownedSince: null }],
    ['it waits in a queue', { context: { ...context, status: 'Selected for Development' } }],
    ['it is blocked, which is a decision', { context: blocked }],
  ])('stays quiet when %s', (_, over) => {
    expect(startedWithoutOwner(started(over))).toEqual([])
  })
})

describe('the RAID log follows the flag', () => {
  const off = aFlag({
    externalId: '10001#3-0',
    before: 'Impediment',
    after: null,
    text: 'Flagged: Impediment → none',
  })
  const raid = applyRaidChanges({ items: [] }, raidIssues(given()), NINE)

  test('a block is an issue, once', () => {
    expect(raid.items).toMatchObject([{ id: 'issue-SP-1', status: 'open', severity: 'medium' }])
    expect(raidIssues({ ...given(), raid })).toEqual([])
  })

  test('that is resolved when the flag comes off, quoting what ended it', () => {
    const at = { ...given({ context }, [aFlag(), off]), raid }
    const changes = raidIssues(at)
    expect(applyRaidChanges(raid, changes, NINE).items).toMatchObject([
      { status: 'resolved', resolution: off.text },
    ])
    checked(
      at,
      changes.flatMap((each) => each.evidence),
    )
  })

  test('and opened again when it is blocked again', () => {
    const closed = applyRaidChanges(raid, raidIssues({ ...given({ context }, [aFlag(), off]), raid }), NINE)
    expect(raidIssues({ ...given(), raid: closed })).toMatchObject([
      { field: 'status', value: 'open' },
      { field: 'resolution', value: null },
    ])
  })
})

describe('a decision is overtaken', () => {
  const signal = (over: Partial<Signal>) => [aFlag(), aSignal({ externalId: '10001#4-0', ...over })]

  test.each<[string, Partial<Matter>, Signal[], string]>([
    [
      'when the ticket is finished',
      { context: { ...context, statusCategory: 'done' } },
      signal({ after: 'Done' }),
      'SP-1 was finished.',
    ],
    [
      'when the flag comes off',
      { context },
      signal({ kind: 'flag', after: null }),
      'The flag on SP-1 came off.',
    ],
    [
      'when somebody takes it',
      { context: { ...blocked, assignee: { accountId: 'a', name: 'Ana', email: null } } },
      signal({ kind: 'assignee', after: 'Ana' }),
      'Ana has taken SP-1.',
    ],
  ])('%s', (_, over, signals, says) => {
    expect(overtaken(given(over, signals))).toContain(says)
  })

  test('and not while nothing has changed', () => {
    expect(overtaken(given())).toBeNull()
  })
})
