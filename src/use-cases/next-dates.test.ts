import { expect, test } from 'vitest'
import { anEvidence } from '../../tests/fixtures/builders.ts'
import { aProject, NINE, nine } from '../../tests/fixtures/desk.ts'
import { emptyArtefact, nextArtefact } from '#src/domain/artefact.ts'
import type { DecisionEntry } from '#src/domain/decision-log.ts'
import { nextDates } from './next-dates.ts'

const entry = (over: Partial<DecisionEntry>): DecisionEntry => ({
  ...{
    id: 'E1',
    title: 'Crane booking',
    context: '',
    options: [],
    rationale: '',
    by: 'Morgan Reid',
    at: nine,
  },
  ...{ decision: 'I ring Tom.', status: 'active', related: [], reviewOn: null, remindOn: null },
  ...over,
})

test('a day the PM wants to be reminded on is a date that matters, until it is over', () => {
  const changes = [
    entry({ remindOn: '2026-10-27' }),
    entry({ id: 'E2', remindOn: '2026-10-20' }),
    entry({ id: 'E3' }),
  ].map((each) => ({ op: 'entry' as const, entry: each, evidence: [anEvidence()] }))
  const log = nextArtefact(emptyArtefact('SP', 'decision_log', NINE), changes, NINE)
  const documents = log.artefactType === 'decision_log' ? { decision_log: log } : {}
  expect(nextDates([{ project: aProject(), documents }], '2026-10-22')).toEqual([
    { projectId: 'SP', day: '2026-10-27', what: 'Your reminder: I ring Tom.', status: null },
  ])
})
