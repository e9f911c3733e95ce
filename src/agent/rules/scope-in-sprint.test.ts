import { describe, expect, test } from 'vitest'
import { escalationDraft, type EscalationDraft } from '#src/domain/escalation.ts'
import type { Matter } from '#src/domain/matter.ts'
import {
  aChange,
  aLetter,
  aPicture,
  aSprint,
  aThread,
  aTicketMatter,
  at,
  standsIn,
} from '../../../tests/fixtures/pictures.ts'
import { karim } from '../../../tests/fixtures/people.ts'
import { scopeInSprint } from './scope-in-sprint.ts'

const running = (joined?: string) =>
  aSprint('7', '2027-12-06', joined === undefined ? {} : { joinedAt: at(joined) })
type Ticket = NonNullable<Parameters<typeof aTicketMatter>[1]>['ticket']
const planned = (id: string, points: number, ticket: Ticket = {}) =>
  aTicketMatter(id, { ticket: { points, sprints: [running()], ...ticket } })
const added = (
  id: string,
  joined: string,
  points: number | null,
  ticket: Ticket = {},
  title = `Extra ${id}`,
) =>
  aTicketMatter(id, {
    ...{ title, briefs: [aChange(id, 'sprint', { after: 'Round 7', occurredAt: at(joined) })] },
    ticket: { points, sprints: [running(joined)], ...ticket },
  })
const base = [planned('WTL-1', 13), planned('WTL-2', 7, { statusCategory: 'new', status: 'To Do' })]
const duty = aLetter('WTL-21 must be there on the first day: the audit asks for it.', {
  ...{ from: karim, thread: 'law', title: 'Second signature' },
})
const found = (...matters: Matter[]) => scopeInSprint(aPicture([...base, ...matters]))
const only = (drafts: EscalationDraft[] = []) => escalationDraft.parse(drafts[0])

describe('more than a quarter of what was promised came into the running sprint', () => {
  const extras = [added('WTL-21', '2027-12-08 10:00', 3), added('WTL-22', '2027-12-10 10:00', 3)]

  test('given none of it a duty, then all of it is to move, or something planned makes room', () => {
    const { drafts, updates = [] } = found(...extras)
    const draft = only(drafts)
    expect(draft).toMatchObject({
      ...{ title: '6 points entered Round 7 after it started', matterId: 'sprint-7', episode: '7' },
      ...{ recommendation: { optionId: 'A' }, related: ['WTL-21', 'WTL-22'] },
    })
    expect(draft.options.map(({ name }) => name)).toEqual([
      'Move all 2 to the next sprint',
      'Keep all, take WTL-2 out',
    ])
    expect(draft.options[0]?.acts.map(({ payload }) => payload)).toMatchObject([
      { key: 'WTL-21' },
      { key: 'WTL-22' },
    ])
    expect(updates).toMatchObject([
      { artefactType: 'raid_log', changes: [{ item: { id: 'risk-sprint-7' } }] },
    ])
    standsIn(aPicture([...base, ...extras]), draft.facts)
  })

  test('given a mail that says one of them has to be, then that one stays and its words are the evidence', () => {
    const matters = [...extras, aThread(duty)]
    const draft = only(found(...matters).drafts)
    expect(draft).toMatchObject({
      recommendation: { optionId: 'B', reason: 'WTL-21 is a duty; the rest can wait for the next sprint.' },
    })
    expect(draft.options.map(({ name }) => name)).toEqual([
      'Move all 2 to the next sprint',
      'Keep WTL-21, move WTL-22',
      'Keep all, take WTL-2 out',
    ])
    expect(draft.facts.map(({ text }) => text)).toContain(
      'WTL-21 must be there on the first day: the audit asks for it.',
    )
    standsIn(aPicture([...base, ...matters]), draft.facts)
  })

  test('given one that is in review, then it stays too; given all of them to stay, then all are kept', () => {
    const [first, second] = [
      added('WTL-21', '2027-12-08 10:00', 3, { status: 'In Review' }),
      added('WTL-22', '2027-12-10 10:00', 3),
    ]
    expect(only(found(first, second).drafts).recommendation).toEqual({
      ...{ optionId: 'B', reason: 'WTL-21 is nearly done; the rest can wait for the next sprint.' },
    })
    const nearly = added('WTL-22', '2027-12-10 10:00', 3, { status: 'Testing' })
    const kept = only(found(first, nearly).drafts)
    expect(kept.options.find(({ id }) => id === kept.recommendation.optionId)?.name).toBe(
      'Keep all, take WTL-2 out',
    )
  })

  test('given that all of it stays, then what leaves the sprint for it really leaves it', () => {
    const keep = only(found(...extras).drafts).options.find(({ name }) => name.startsWith('Keep all'))
    expect(keep?.acts.map(({ payload }) => payload)).toMatchObject([
      { kind: 'jira_comment', key: 'WTL-2' },
      { kind: 'jira_fields', key: 'WTL-2', change: { field: 'sprint', sprint: null } },
    ])
  })

  test('given more on Friday, then it is the same question, grown', () => {
    const more = added('WTL-23', '2027-12-13 08:45', 5)
    const [before, after] = [only(found(...extras).drafts), only(found(...extras, more).drafts)]
    expect([after.episode, after.since, after.matterId]).toEqual([
      before.episode,
      before.since,
      before.matterId,
    ])
    expect(after.title).toBe('11 points entered Round 7 after it started')
  })

  test('given whoever asked, then they are told in their thread', () => {
    const reporter = { accountId: 'k', name: karim.name, email: karim.id }
    const two = [
      added('WTL-21', '2027-12-08 10:00', 3, { reporter }),
      added('WTL-22', '2027-12-10 10:00', 3, { reporter }),
    ]
    expect(only(found(...two).drafts).options[0]?.acts.at(-1)?.payload).toMatchObject({
      kind: 'email_stakeholder',
      to: [karim.id],
    })
  })

  test('given no estimates at all, then three tickets are enough', () => {
    const bare = ['WTL-31', 'WTL-32', 'WTL-33'].map((id) => added(id, '2027-12-08 10:00', null))
    const draft = only(scopeInSprint(aPicture(bare)).drafts)
    expect(draft.title).toBe('3 tickets entered Round 7 after it started')
    expect(scopeInSprint(aPicture(bare.slice(1))).drafts).toBeUndefined()
  })
})

describe('nothing is asked', () => {
  test.each<[string, Matter[]]>([
    ['for a quarter of it', [added('WTL-21', '2027-12-08 10:00', 5)]],
    ['for what was in it when it began', [planned('WTL-21', 9)]],
    ['for what came in and is done', [added('WTL-21', '2027-12-08 10:00', 9, { statusCategory: 'done' })]],
  ])('%s', (_, matters) => {
    expect(found(...matters).drafts).toBeUndefined()
  })

  test('between two sprints, and what was asked about the last one is over', () => {
    const picture = aPicture([...base, added('WTL-21', '2027-12-08 10:00', 9)], {
      now: new Date(at('2027-12-19 09:00')),
    })
    expect(scopeInSprint(picture)).toEqual({
      over: [{ matterId: 'sprint-7', rule: 'scope-in-sprint@1', because: 'Round 7 has ended.' }],
    })
  })
})
