import { describe, expect, test } from 'vitest'
import { escalationDraft, type EscalationDraft } from '#src/domain/escalation.ts'
import type { Matter } from '#src/domain/matter.ts'
import {
  aChange,
  aLetter,
  aPicture,
  aThread,
  aTicketMatter,
  at,
  standsIn,
} from '../../../tests/fixtures/pictures.ts'
import { ivo, jonas, karim, mei, noa, people } from '../../../tests/fixtures/people.ts'
import { blockedWithoutOwner } from './blocked-without-owner.ts'

const begun = aChange('WTL-4', 'status', {
  before: 'To Do',
  after: 'In Progress',
  occurredAt: at('2027-12-01 10:00'),
})
const flagged = aChange('WTL-4', 'flag', { after: 'Impediment', occurredAt: at('2027-12-07 15:00') })
const left = aChange('WTL-4', 'assignee', {
  before: mei.name,
  after: null,
  occurredAt: at('2027-12-08 10:00'),
})
type Over = NonNullable<Parameters<typeof aTicketMatter>[1]>
const blocked = (over: Over = {}) =>
  aTicketMatter('WTL-4', {
    ...{ title: 'Label printer at ward three', unownedSince: left.at, briefs: [begun, flagged, left] },
    ...over,
    ticket: { flagged: true, ...over.ticket },
  })
const away = aLetter('On leave until January. Jonas knows the printers.', {
  ...{ from: mei, thread: 'away', kind: 'mail_automatic', occurredAt: at('2027-12-09 09:00') },
})
const waiting = aLetter(
  'The engineer is booked. Without a name by Friday 7 January the visit will go to another clinic.',
  {
    ...{ from: ivo, thread: 'visit', title: 'WTL-4: engineer’s visit', occurredAt: at('2027-12-10 11:00') },
  },
)
const asked = (...matters: Matter[]): EscalationDraft[] => blockedWithoutOwner(aPicture(matters)).drafts ?? []
const only = (drafts: EscalationDraft[]) => escalationDraft.parse(drafts[0])
const acts = (draft: EscalationDraft) =>
  draft.options.map((each) => each.acts.map(({ payload }) => payload.kind))

describe('a ticket is blocked, and nobody has been on it for more than a working day', () => {
  test('a status that says so, or the last word on it, is as good as a flag', () => {
    const stands = aChange('WTL-4', 'status', { after: 'On hold', occurredAt: at('2027-12-07 15:00') })
    const said = aChange('WTL-4', 'comment', {
      ...{ text: 'Stuck: the port is closed.', occurredAt: at('2027-12-07 15:00') },
    })
    const status = { flagged: false, statusCategory: 'indeterminate', status: 'On hold' }
    expect(only(asked(blocked({ briefs: [begun, stands, left], ticket: status }))).facts[0]?.text).toBe(
      'WTL-4 is in On hold',
    )
    const begunWork = { ...status, status: 'In Progress' }
    expect(asked(blocked({ briefs: [begun, said, left], ticket: begunWork }))).toHaveLength(1)
    expect(asked(blocked({ briefs: [begun, left], ticket: begunWork }))).toEqual([])
    expect(
      asked(blocked({ briefs: [begun, left], ticket: { ...status, status: 'Waiting for review' } })),
    ).toEqual([])
  })

  test('given nobody who could take it, then the ticket is asked, or goes back, or the delay is accepted', () => {
    const draft = only(asked(blocked()))
    expect(draft).toMatchObject({
      ...{ title: 'Label printer at ward three: blocked, nobody on it', matterId: 'WTL-4' },
      ...{ decideBy: at('2027-12-15 12:00'), decideByWhy: null, recommendation: { optionId: 'A' } },
    })
    expect(draft.options.map(({ name }) => name)).toEqual([
      'Ask on WTL-4 who takes it',
      'Move WTL-4 back to To Do',
      'Accept the delay, keep it in the RAID log',
    ])
    expect(acts(draft)).toEqual([
      ['jira_comment', 'artefact_update'],
      ['jira_status_change', 'artefact_update'],
      ['artefact_update'],
    ])
    standsIn(aPicture([blocked()]), draft.facts)
  })

  test('given a leaver who names somebody and an outsider who sets a day, then that one is asked and the outsider told, in time', () => {
    const matters = [blocked(), aThread(away), aThread(waiting)]
    const draft = only(asked(...matters))
    expect(draft.options.map(({ name }) => name)).toEqual([
      'Ask Jonas to take WTL-4 and tell Ivo',
      'Accept the delay, keep it in the RAID log',
    ])
    expect(draft).toMatchObject({ decideBy: at('2028-01-05 12:00'), recommendation: { optionId: 'A' } })
    expect(draft.options[0]?.acts.map(({ payload }) => payload)).toMatchObject([
      { kind: 'jira_comment', key: 'WTL-4', text: expect.stringContaining('Jonas Weiss, WTL-4 is blocked') },
      { kind: 'email_external', to: [ivo.id], replyTo: { conversationId: 'visit' } },
      { kind: 'artefact_update' },
    ])
    expect(draft.facts.map(({ text }) => text)).toContain(
      'Without a name by Friday 7 January the visit will go to another clinic.',
    )
    standsIn(aPicture(matters), draft.facts)
  })

  test('given the only one who could take it has a Jira account, then it can be given to them', () => {
    const matters = [blocked(), aThread(away)]
    const knowing = people.map((each) => (each.id === jonas.id ? { ...each, accountId: 'acc-jonas' } : each))
    const draft = only(blockedWithoutOwner({ ...aPicture(matters), people: knowing }).drafts ?? [])
    const assign = draft.options.find(({ name }) => name === 'Assign WTL-4 to Jonas')
    expect(assign?.acts).toMatchObject([
      {
        payload: { kind: 'jira_assign', key: 'WTL-4', assignee: jonas.id },
        premise: { key: 'WTL-4', unowned: true },
      },
      { payload: { kind: 'artefact_update' } },
    ])
    expect(draft.recommendation.optionId).toBe('A')
  })

  test('given that whoever is named is away too, or is the PM, then the ticket itself is asked', () => {
    const jonasAway = aLetter('Back in January.', {
      from: jonas,
      thread: 'j',
      kind: 'mail_automatic',
      occurredAt: at('2027-12-10 09:00'),
    })
    expect(only(asked(blocked(), aThread(away), aThread(jonasAway))).options[0]?.name).toBe(
      'Ask on WTL-4 who takes it',
    )
    const reporter = { accountId: 'n', name: noa.name, email: noa.id }
    expect(only(asked(blocked({ ticket: { reporter } }))).options[0]?.name).toBe('Ask on WTL-4 who takes it')
  })

  test('never offers to move it back to where work has ended', () => {
    const reopened = aChange('WTL-4', 'status', { before: 'Done', after: 'In Progress' })
    const names = only(asked(blocked({ briefs: [reopened, flagged, left] }))).options.map(
      ({ button }) => button,
    )
    expect(names).toEqual(['Ask on WTL-4', 'Accept the delay'])
  })

  test('never offers to move a task of Asana', () => {
    const onAsana = [begun, flagged, left].map((each) => ({ ...each, source: 'asana' as const }))
    const names = only(asked(blocked({ briefs: onAsana }))).options.map(({ button }) => button)
    expect(names).toEqual(['Ask on WTL-4', 'Accept the delay'])
  })

  test('says what else it stops', () => {
    const stopped = aTicketMatter('WTL-5')
    const draft = only(asked(blocked({ ticket: { blocks: ['WTL-5', 'ELSE-1'] } }), stopped))
    expect(draft.facts.map(({ text }) => text)).toContain('It stops WTL-5')
    expect(draft.options.at(-1)?.stillForYou).toBe('Agree with WTL-5 how to go on without it')
  })
})

describe('nothing is asked', () => {
  const assignee = { accountId: 'k', name: karim.name, email: karim.id }
  test.each<[string, Over]>([
    ['when somebody has it', { unownedSince: null, ticket: { assignee } }],
    [
      'when it lost its owner on Friday afternoon, over the weekend',
      { unownedSince: at('2027-12-10 14:00') },
    ],
    ['when the flag is off', { ticket: { flagged: false } }],
    ['when it is done', { ticket: { statusCategory: 'done' } }],
    ['when nothing was ever seen of it', { briefs: [] }],
  ])('%s', (_, over) => {
    expect(asked(blocked(over))).toEqual([])
  })
})

describe('it is overtaken', () => {
  test.each<[string, Over, string]>([
    ['when it is finished', { ticket: { statusCategory: 'done', status: 'Closed' } }, 'WTL-4 is Closed.'],
    ['when the flag comes off', { ticket: { flagged: false } }, 'WTL-4 is no longer blocked.'],
    ['when somebody takes it', { unownedSince: null }, 'Somebody has taken WTL-4.'],
  ])('%s', (_, over, because) => {
    const picture = aPicture([blocked(over)])
    expect(blockedWithoutOwner(picture).over).toMatchObject([{ matterId: 'WTL-4', because }])
    expect(blockedWithoutOwner({ ...picture, fresh: new Set() }).over).toEqual([])
  })
})
