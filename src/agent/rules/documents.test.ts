import { describe, expect, test } from 'vitest'
import { emptyArtefact, nextArtefact } from '#src/domain/artefact.ts'
import { EMPTY_DELIVERY, type DeliveryState } from '#src/domain/delivery-state.ts'
import { EMPTY_BACKLOG, type BacklogSummary } from '#src/domain/backlog-summary.ts'
import type { Matter } from '#src/domain/matter.ts'
import {
  aChange,
  aMilestone,
  aPicture,
  aSprint,
  aTicketMatter,
  at,
  standsIn,
} from '../../../tests/fixtures/pictures.ts'
import { documentUpdates } from './documents.ts'
import type { Picture } from './picture.ts'

const known = { delivery: EMPTY_DELIVERY, backlog: EMPTY_BACKLOG }
const round = aSprint('7', '2027-12-06', { goal: 'Ward three can order' })
const live = aMilestone('Ward three live', '2028-01-10')
const flag = aChange('WTL-4', 'flag', { after: 'Impediment', occurredAt: at('2027-12-09 10:00') })
const matters = [
  aTicketMatter('WTL-1', {
    ticket: { status: 'Done', statusCategory: 'done', points: 8, sprints: [round], versions: [live] },
  }),
  aTicketMatter('WTL-4', {
    title: 'Label printer',
    briefs: [flag],
    unownedSince: at('2027-12-08 10:00'),
    ticket: { flagged: true, points: 5, sprints: [round], versions: [live] },
  }),
  aTicketMatter('WTL-7', {
    title: 'Colours',
    ticket: {
      status: 'To Do',
      statusCategory: 'new',
      priority: 'Low',
      sprints: [{ ...round, joinedAt: at('2027-12-09 10:00') }],
      hasCriteria: false,
    },
  }),
]

/** The documents after the updates, by the same code that writes them. */
function written(picture: Picture, before = known): { delivery: DeliveryState; backlog: BacklogSummary } {
  const updates = documentUpdates(picture, before)
  const of = (type: 'delivery_state' | 'backlog_summary') => {
    const found = updates.find(({ artefactType }) => artefactType === type)
    return nextArtefact(emptyArtefact('WTL', type, picture.now), found?.changes ?? [], picture.now)
  }
  const [delivery, backlog] = [of('delivery_state'), of('backlog_summary')]
  if (delivery.artefactType !== 'delivery_state' || backlog.artefactType !== 'backlog_summary')
    throw new TypeError()
  return { delivery: delivery.content, backlog: backlog.content }
}

describe('the delivery state', () => {
  const { delivery } = written(aPicture(matters))

  test('has the running sprint by points', () => {
    expect(delivery.sprint).toEqual({
      ...{ name: 'Round 7', goal: 'Ward three can order', startsOn: '2027-12-06', endsOn: '2027-12-17' },
      points: { total: 13, done: 8, inProgress: 5, blocked: 5, added: 0 },
    })
  })

  test('has milestones, what is blocked and what is to be done next', () => {
    expect(delivery).toMatchObject({
      milestones: [
        {
          name: 'Ward three live',
          dueOn: '2028-01-10',
          status: 'on_track',
          notes: '1 ticket open, 5 points',
        },
      ],
      blockers: [{ key: 'WTL-4', owner: null, raisedAt: flag.at, waitsFor: 'somebody to take it' }],
      nextActions: ['Find an owner for WTL-4'],
      summary: 'Round 7: 8 of 13 points, 1 blocker',
    })
  })

  test('proposes a RAG and never sets the PM’s own', () => {
    expect(delivery.rag).toEqual({ value: null, proposed: 'amber', because: '1 ticket blocked' })
    const mine = { ...EMPTY_DELIVERY, rag: { value: 'red' as const, proposed: null, because: '' } }
    expect(written(aPicture(matters), { ...known, delivery: mine }).delivery.rag).toMatchObject({
      value: 'red',
      proposed: 'amber',
    })
    const agreed = { ...EMPTY_DELIVERY, rag: { value: 'amber' as const, proposed: null, because: '' } }
    expect(written(aPicture(matters), { ...known, delivery: agreed }).delivery.rag).toMatchObject({
      value: 'amber',
      proposed: null,
    })
  })

  test.each([
    ['2027-12-10', [], 'delayed', 'red'],
    ['2028-01-10', ['WTL-1'], 'completed', 'green'],
  ] as const)('a milestone of %s with %j done is %s, the project %s', (day, done, status, proposed) => {
    const ticket = aTicketMatter('WTL-1', {
      ticket: { versions: [aMilestone('Go', day)], statusCategory: done.length > 0 ? 'done' : 'new' },
    })
    expect(written(aPicture([ticket])).delivery).toMatchObject({
      milestones: [{ status }],
      rag: { proposed },
    })
  })

  test('says from where a milestone was moved', () => {
    const before = {
      ...EMPTY_DELIVERY,
      milestones: [{ name: live.name, dueOn: '2027-12-31', status: 'on_track' as const, notes: '' }],
    }
    expect(written(aPicture(matters), { ...known, delivery: before }).delivery.milestones).toMatchObject([
      { notes: '1 ticket open, 5 points, was Fri 31 Dec' },
    ])
  })
})

describe('the backlog summary', () => {
  test('counts what is open, says what wants a hand and what came in late', () => {
    expect(written(aPicture(matters)).backlog).toMatchObject({
      byStatus: [
        { name: 'In Progress', tickets: 1 },
        { name: 'To Do', tickets: 1 },
      ],
      byPriority: [
        { name: 'Low', tickets: 1 },
        { name: 'Medium', tickets: 1 },
      ],
      highlights: [{ key: 'WTL-4', kind: 'blocked', note: 'blocked, nobody on it' }],
      refinement: [{ key: 'WTL-7', lacks: 'an estimate and acceptance criteria' }],
      scopeNotes: ['WTL-7 came into Round 7 after it began'],
    })
  })

  test.each<[string, Matter, string | undefined]>([
    [
      'begun and still for a fortnight',
      aTicketMatter('WTL-5', { ticket: { changedAt: at('2027-11-26 09:00') } }),
      'stale',
    ],
    [
      'begun and still for a week',
      aTicketMatter('WTL-5', { ticket: { changedAt: at('2027-12-06 09:00') } }),
      undefined,
    ],
    [
      'waiting in the queue for a month',
      aTicketMatter('WTL-5', {
        ticket: { status: 'To Do', statusCategory: 'new', changedAt: at('2027-11-12 09:00') },
      }),
      undefined,
    ],
    [
      'for a milestone, without criteria',
      aTicketMatter('WTL-5', { ticket: { versions: [live], hasCriteria: false } }),
      'missing_criteria',
    ],
    [
      'written this morning',
      aTicketMatter('WTL-5', {
        briefs: [aChange('WTL-5', 'created', { occurredAt: at('2027-12-13 08:40') })],
      }),
      'new',
    ],
    [
      'there when the project was connected',
      aTicketMatter('WTL-5', {
        briefs: [aChange('WTL-5', 'created', { occurredAt: at('2027-12-13 08:40'), bootstrap: true })],
      }),
      undefined,
    ],
  ])('a ticket %s is %s', (_, ticket, kind) => {
    expect(written(aPicture([ticket])).backlog.highlights.map((each) => each.kind)).toEqual(
      kind ? [kind] : [],
    )
  })
})

test('nothing that has changed is no update, and what has changed rests on what is new', () => {
  const picture = aPicture(matters)
  const now = written(picture)
  expect(documentUpdates(picture, now)).toEqual([])
  const only = { ...picture, fresh: new Set([flag.signalId]) }
  const updates = documentUpdates(only, { ...now, backlog: EMPTY_BACKLOG })
  expect(updates).toMatchObject([{ artefactType: 'backlog_summary', ref: 'WTL-4' }])
  const evidence = updates.flatMap(({ changes }) => changes.flatMap((each) => each.evidence))
  expect(new Set(evidence.map(({ signalId }) => signalId))).toEqual(new Set([flag.signalId]))
  standsIn(picture, evidence)
  expect(documentUpdates(aPicture([]), known)).toEqual([])
})
