import { describe, expect, test } from 'vitest'
import {
  ChangeDoesNotFit,
  applyRaidChanges,
  raidChange,
  raidItemId,
  type RaidItem,
  type RaidLog,
} from '#src/domain/raid-log.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { DocumentUpdate } from '#src/domain/proposal.ts'
import { aRaidIssue } from '../../../tests/fixtures/builders.ts'
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
import { karim, noa } from '../../../tests/fixtures/people.ts'
import type { Picture } from './picture.ts'
import { raidFollow } from './raid-follow.ts'
import { raidIssues } from './raid-issues.ts'

type Over = NonNullable<Parameters<typeof aTicketMatter>[1]>
const empty: RaidLog = { items: [] }
const changesOf = (updates: DocumentUpdate[]) =>
  updates.flatMap(({ changes }) => changes.map((each) => raidChange.parse(each)))
const after = (raid: RaidLog, updates: DocumentUpdate[], picture: Picture) =>
  applyRaidChanges(raid, changesOf(updates), picture.now)

describe('the RAID log follows the flag', () => {
  const on = aChange('WTL-4', 'flag', { after: 'Impediment', text: 'Flagged: none → Impediment' })
  const off = aChange('WTL-4', 'flag', {
    before: 'Impediment',
    after: null,
    occurredAt: at('2027-12-09 10:00'),
  })
  const again = aChange('WTL-4', 'flag', { after: 'Impediment', occurredAt: at('2027-12-10 10:00') })
  const ticket = (flagged: boolean, briefs = [on], over: Over['ticket'] = {}) =>
    aTicketMatter('WTL-4', { title: 'Label printer', briefs, ticket: { flagged, priority: 'High', ...over } })
  const blocked = aPicture([ticket(true)])
  const raid = after(empty, raidIssues(blocked, empty), blocked)

  test('a block is an issue, once, of the ticket’s weight', () => {
    expect(raid.items).toMatchObject([
      { id: 'issue-WTL-4', status: 'open', severity: 'high', owner: null, raisedAt: on.at, origin: 'WTL-4' },
    ])
    expect(raidIssues(blocked, raid)).toEqual([])
    standsIn(
      blocked,
      changesOf(raidIssues(blocked, empty)).flatMap(({ evidence }) => evidence),
    )
  })

  test('is resolved when the flag comes off, quoting what ended it', () => {
    const picture = aPicture([ticket(false, [on, off])])
    expect(after(raid, raidIssues(picture, raid), picture).items).toMatchObject([
      { status: 'resolved', resolution: off.text },
    ])
  })

  test('is resolved when the ticket is finished with the flag still on', () => {
    const end = aChange('WTL-4', 'status', {
      before: 'Testing',
      after: 'Done',
      occurredAt: at('2027-12-09 10:00'),
    })
    const picture = aPicture([ticket(true, [on, end], { statusCategory: 'done' })])
    expect(after(raid, raidIssues(picture, raid), picture).items).toMatchObject([
      { status: 'resolved', resolution: end.text },
    ])
  })

  test('is opened again when it is blocked again, and then only by the new flag', () => {
    const calm = aPicture([ticket(false, [on, off])])
    const closed = after(raid, raidIssues(calm, raid), calm)
    const picture = aPicture([ticket(true, [on, off, again])])
    expect(after(closed, raidIssues(picture, closed), picture).items).toMatchObject([
      { status: 'open', resolution: null },
    ])
    expect(raidIssues({ ...picture, fresh: new Set([on.signalId]) }, closed)).toEqual([])
  })

  test('has the owner who took the ticket', () => {
    const taken = aChange('WTL-4', 'assignee', { after: 'Mei Tan' })
    const assignee = { accountId: 'm', name: 'Mei Tan', email: null }
    const picture = aPicture([ticket(true, [on, taken], { assignee })])
    expect(after(raid, raidIssues(picture, raid), picture).items).toMatchObject([{ owner: 'Mei Tan' }])
  })

  test.each<[string, Matter]>([
    ['that was never blocked', ticket(false)],
    ['whose flag nobody saw', ticket(true, [])],
  ])('says nothing of a ticket %s', (_, matter) => {
    expect(raidIssues(aPicture([matter]), empty)).toEqual([])
  })
})

describe('what mail and plans have raised is followed up', () => {
  const entry = (over: Partial<RaidItem>): RaidLog => ({ items: [aRaidIssue(over)] })
  const promise = aLetter('You will have the plan by 31 December.', {
    to: [karim],
    thread: 'rota',
    sent: true,
  })
  const answer = aLetter('Thanks for waiting, the plan is attached.', {
    to: [karim],
    thread: 'rota',
    sent: true,
    occurredAt: at('2027-12-13 08:45'),
  })
  const issue = entry({ id: raidItemId('issue', 'thread-rota'), origin: 'thread-rota' })

  test('a promise that was kept is resolved, in the words of the answer', () => {
    const picture = aPicture([aThread(promise, answer)])
    const updates = raidFollow(picture, issue)
    expect(after(issue, updates, picture).items).toMatchObject([
      { status: 'resolved', resolution: 'Answered: Thanks for waiting, the plan is attached.' },
    ])
    standsIn(
      picture,
      changesOf(updates).flatMap(({ evidence }) => evidence),
    )
    expect(raidFollow(aPicture([aThread(promise)]), issue)).toEqual([])
  })

  const moved = aChange('WTL-9', 'sprint', { after: 'Round 8' })
  const work = (ticket: NonNullable<Over['ticket']>) => aTicketMatter('WTL-9', { briefs: [moved], ticket })
  const dependency = (status: RaidItem['status']) =>
    entry({ id: 'dependency-WTL-9', kind: 'dependency', origin: 'WTL-9', status })

  test.each<[string, NonNullable<Over['ticket']>, RaidItem['status'], object]>([
    [
      'planned, it is being dealt with',
      { sprints: [aSprint('8', '2027-12-20')] },
      'open',
      { status: 'mitigating', mitigation: 'WTL-9 is in Round 8' },
    ],
    [
      'done, it is over',
      { statusCategory: 'done', status: 'Released' },
      'mitigating',
      { status: 'resolved', resolution: 'WTL-9 is Released' },
    ],
    [
      'in a sprint that has ended, it stays open',
      { sprints: [aSprint('6', '2027-11-22')] },
      'open',
      { status: 'open' },
    ],
    [
      'what the PM has accepted stays accepted',
      { statusCategory: 'done' },
      'accepted',
      { status: 'accepted' },
    ],
  ])('given a dependency whose ticket is %s', (_, ticket, status, item) => {
    const picture = aPicture([work(ticket)])
    const raid = dependency(status)
    expect(after(raid, raidFollow(picture, raid), picture).items).toMatchObject([item])
  })

  test('a sprint’s risk is closed when the sprint is over, not before', () => {
    const raid = entry({ id: 'risk-sprint-7', kind: 'risk', origin: 'sprint-7' })
    const matters = [aTicketMatter('WTL-1', { ticket: { sprints: [aSprint('7', '2027-12-06')] } })]
    const ended = aPicture(matters, { now: new Date(at('2027-12-18 09:00')) })
    expect(raidFollow(aPicture(matters), raid)).toEqual([])
    expect(after(raid, raidFollow(ended, raid), ended).items).toMatchObject([
      { status: 'closed', resolution: 'Round 7 has ended' },
    ])
  })

  test('an entry that the log does not have is touched by nothing', () => {
    const picture = aPicture([aThread(promise, answer)])
    expect(() => after(empty, raidFollow(picture, issue), picture)).toThrow(ChangeDoesNotFit)
    expect(raidFollow(picture, entry({ id: 'issue-WTL-99', owner: noa.name }))).toEqual([])
  })
})
