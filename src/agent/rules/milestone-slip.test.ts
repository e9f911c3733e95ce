import { describe, expect, test } from 'vitest'
import { escalationDraft, type EscalationDraft } from '#src/domain/escalation.ts'
import type { Matter } from '#src/domain/matter.ts'
import {
  aLetter,
  aMilestone,
  aPicture,
  aSprint,
  aThread,
  aTicketMatter,
  at,
  standsIn,
} from '../../../tests/fixtures/pictures.ts'
import { beatrix, karim } from '../../../tests/fixtures/people.ts'
import { milestoneSlip } from './milestone-slip.ts'

const done = (id: string, points: number, sprint: ReturnType<typeof aSprint>) =>
  aTicketMatter(id, { ticket: { statusCategory: 'done', status: 'Done', points, sprints: [sprint] } })
/** Two points a day, and then two and a half. */
const past = [done('WTL-51', 20, aSprint('5', '2027-11-08')), done('WTL-52', 25, aSprint('6', '2027-11-22'))]
const due = (releaseDate: string) => aMilestone('Ward-three opening', releaseDate)
const open = (id: string, points: number, title: string, day = '2027-12-22') =>
  aTicketMatter(id, { title, ticket: { points, versions: [due(day)] } })
const work = (day?: string) => [
  open('WTL-61', 8, 'Barcode wristbands', day),
  open('WTL-62', 8, 'Barcode reader at the desk', day),
  open('WTL-63', 10, 'Night shift orders', day),
]
const question = (over: Parameters<typeof aLetter>[1] = {}) =>
  aThread(
    aLetter('Will the opening hold?', { from: beatrix, thread: 'ask', title: 'Ward-three opening', ...over }),
  )
const mayWait = aThread(
  aLetter('Thanks. The barcodes can follow after the launch.', {
    from: karim,
    thread: 'wait',
    title: 'Barcode',
    occurredAt: at('2027-12-01 09:00'),
  }),
)
const found = (...matters: Matter[]) => milestoneSlip(aPicture([...past, ...matters]))
const only = (drafts: EscalationDraft[] = []) => escalationDraft.parse(drafts[0])

describe('more is open for a milestone than can be done by its day', () => {
  test('given a part that a stakeholder said may follow, then it is left for later and the sponsor told', () => {
    const matters = [...past, ...work(), question(), mayWait]
    const draft = only(milestoneSlip(aPicture(matters)).drafts)
    expect(draft).toMatchObject({
      ...{
        title: 'Ward-three opening on Wed 22 Dec does not hold',
        matterId: 'milestone-Ward-three opening',
      },
      ...{
        whyNow: '26 points are open, 14 to 18 are likely in the 7 working days left. Beatrix asks.',
        importance: 'critical',
      },
      recommendation: {
        optionId: 'B',
        reason: 'Karim said what can follow; the rest fits into the time left.',
      },
    })
    const [day, leave] = draft.options
    expect(day?.name).toMatch(/^Move Ward-three opening to /)
    expect(leave?.name).toBe('Hold Wed 22 Dec without barcode: 2 tickets follow')
    expect(leave?.acts.map(({ payload }) => payload.kind)).toEqual([
      ...['jira_comment', 'jira_comment', 'email_stakeholder', 'artefact_update'],
    ])
    expect(leave?.acts[2]?.payload).toMatchObject({ to: [beatrix.id], replyTo: { conversationId: 'ask' } })
    expect(draft.facts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Will the opening hold?', 'The barcodes can follow after the launch.']),
    )
    standsIn(aPicture(matters), draft.facts)
  })

  test('given no part that hangs together, then a later day is the honest answer', () => {
    const loose = [open('WTL-61', 16, 'Wristbands'), open('WTL-62', 10, 'Desk reader')]
    const draft = only(found(...loose, question()).drafts)
    expect(draft.recommendation.optionId).toBe('A')
    expect(draft.options.map(({ button }) => button)).toEqual([
      expect.stringMatching(/^Move it to /),
      'Keep it as a risk',
    ])
  })

  test('given four working days, then arithmetic alone is enough; it says what was put off before', () => {
    const near = work('2027-12-17').map((each, n) =>
      n === 0 ? { ...each, ticket: { ...each.ticket, dueDateMoves: 2, dueDate: '2027-12-17' } } : each,
    )
    expect(only(found(...near).drafts).whyNow).toBe(
      '26 points are open, 8 to 10 are likely in the 4 working days left.',
    )
  })

  test('given a milestone after New Year, then its days are counted over the year’s end', () => {
    const draft = only(
      found(...work('2027-12-31'), open('WTL-64', 20, 'Training', '2027-12-31'), question()).drafts,
    )
    expect(draft.whyNow).toMatch(/^46 points are open, 28 to 35 are likely in the 14 working days left/)
    expect(draft.options[0]?.name).toMatch(/ Jan$/)
  })
})

describe('whatever a site keeps of its work, it is reckoned with', () => {
  const texts = (draft: EscalationDraft) => draft.facts.map(({ text }) => text)
  const unsized = (each: Matter): Matter =>
    each.ticket ? { ...each, ticket: { ...each.ticket, points: null } } : each

  test('one past sprint is a pace, and is said to be one', () => {
    const draft = only(milestoneSlip(aPicture([...past.slice(1), ...work(), question()])).drafts)
    expect(texts(draft)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('at the pace of the one sprint that has ended 18 points'),
      ]),
    )
  })

  test('without points, tickets are counted', () => {
    const draft = only(milestoneSlip(aPicture([...past, ...work(), question()].map(unsized))).drafts)
    expect(draft.whyNow).toMatch(/^3 tickets are open, 1 are likely/)
    expect(texts(draft).join()).toContain('counted in tickets')
  })

  test('without sprints, what was finished of late is the pace', () => {
    const finished = [1, 2, 3].map((n) =>
      aTicketMatter(`WTL-7${n}`, { ticket: { statusCategory: 'done', status: 'Done', points: null } }),
    )
    const many = [...work(), ...work().map((each) => ({ ...each, id: `${each.id}0` }))].map(unsized)
    const draft = only(milestoneSlip(aPicture([...finished, ...many])).drafts)
    expect(texts(draft).join()).toContain('of the last four weeks, counted in tickets')
  })

  test('with due dates only, one that lies after the milestone says enough', () => {
    const late = aTicketMatter('WTL-61', {
      ticket: { dueDate: '2028-01-14', versions: [due('2027-12-22')], points: null },
    })
    const draft = only(milestoneSlip(aPicture([late])).drafts)
    expect(draft.whyNow).toBe('WTL-61 is due Fri 14 Jan, after it.')
    expect(draft.options[0]?.name).toBe('Move Ward-three opening to Fri 14 Jan')
  })
})

describe('nothing is asked', () => {
  test.each<[string, Matter[]]>([
    ['when nobody speaks of it and there is time', work()],
    ['when somebody spoke of it a week ago', [...work(), question({ occurredAt: at('2027-12-06 09:00') })]],
    ['when only a machine speaks of it', [...work(), question({ kind: 'mail_automatic' })]],
    ['when it lies too far ahead to be told', [...work('2028-03-31'), question()]],
  ])('%s', (_, matters) => {
    expect(found(...matters)).toEqual({ drafts: [], over: [] })
  })

  test('when nothing is known of the pace', () => {
    expect(milestoneSlip(aPicture([...work(), question()]))).toEqual({ drafts: [], over: [] })
  })

  test.each<[string, Matter[], string]>([
    [
      'what is open fits',
      [open('WTL-61', 8, 'Barcode')],
      'What is open for Ward-three opening can be done by its day.',
    ],
    [
      'all is done',
      [open('WTL-61', 8, 'Barcode')].map((each) => ({
        ...each,
        ticket: { ...each.ticket, statusCategory: 'done' },
      })),
      'Everything for Ward-three opening is done.',
    ],
  ])('when %s, and that answers the question', (_, matters, because) => {
    expect(found(...matters, question())).toMatchObject({ drafts: [], over: [{ because }] })
  })
})
