import { describe, expect, test } from 'vitest'
import { escalationDraft } from '#src/domain/escalation.ts'
import type { Brief, Matter } from '#src/domain/matter.ts'
import {
  aChange,
  aLetter,
  aPicture,
  aThread,
  aTicketMatter,
  at,
  standsIn,
} from '../../../tests/fixtures/pictures.ts'
import { aPerson, beatrix, ivo, karim, mei, noa } from '../../../tests/fixtures/people.ts'
import { late, LATE, printers, said } from '../../../tests/fixtures/late-printers.ts'
import { troubleTold } from './trouble-told.ts'

const found = (matters: Matter[], people?: Parameters<typeof aPicture>[1]) =>
  troubleTold(aPicture(matters, people), [])

describe('somebody says that something is wrong', () => {
  test('by mail: it is put to the PM with the ticket that it is about, and with an answer to send', () => {
    const matters = [printers(), aThread(late())]
    const draft = escalationDraft.parse(found(matters).drafts[0])
    expect(draft).toMatchObject({
      ...{ matterId: 'WTL-4', title: 'Label printers: a day will not hold', related: ['WTL-4'] },
      facts: [
        { ref: late().ref, text: LATE },
        { ref: 'WTL-4', text: expect.stringContaining('due Fri 17 Dec') },
      ],
    })
    expect(draft.options.flatMap(({ acts }) => acts.map(({ payload }) => payload.kind))).toEqual([
      'email_external',
      'jira_comment',
    ])
    standsIn(aPicture(matters), draft.facts)
  })

  test('by somebody who only wrote to us, about no ticket: nobody can be written to, and there is still a choice', () => {
    const wren = aPerson('Wren', { id: 'wren@birds.example', class: 'external', confirmed: false })
    const letter = aLetter(LATE, { from: wren, thread: 'w', title: 'Nest boxes' })
    const draft = escalationDraft.parse(found([aThread(letter)], { people: [noa, wren] }).drafts[0])
    expect(draft.options.map(({ name, acts }) => [name, acts])).toEqual([
      ['Take it up yourself', []],
      ['Leave it as it is', []],
    ])
  })

  test('on the ticket: nobody is written to, and whoever said it needs no address', () => {
    const [draft] = found([printers([said('Nobody has picked this up.')])]).drafts
    expect(draft?.facts[0]).toMatchObject({ ref: 'WTL-4', text: 'Nobody has picked this up.' })
    expect(draft?.options.flatMap(({ acts }) => acts.map(({ payload }) => payload.kind))).toEqual([
      'jira_comment',
    ])
  })

  test.each<[string, Partial<Matter>]>([
    [
      'whoever writes is on',
      { ticket: { ...printers().ticket, assignee: { accountId: 'i', name: ivo.name, email: ivo.id } } },
    ],
    ['has the name of their house in it', { title: `Order at ${ivo.id.split('@')[1]?.split('.')[0]}` }],
  ])('by mail that names no ticket: it is about the only one that %s', (_, over) => {
    const letter = late(
      { title: 'Tuesday' },
      'I am afraid nobody here can still promise it, but they want it.',
    )
    const [draft] = found([{ ...printers(), ...over }, aThread(letter)]).drafts
    expect(draft?.matterId).toBe('WTL-4')
  })

  test('twice about one ticket is one decision', () => {
    const matters = [printers([said('Nobody has picked this up.')]), aThread(late())]
    expect(found(matters).drafts.map(({ facts }) => facts.length)).toEqual([3])
  })

  test('about what another playbook asks already joins that decision and is not asked again', () => {
    const matters = [printers(), aThread(late())]
    const [other] = found(matters).drafts
    const asked = other ? [{ ...other, rule: 'blocked-without-owner@2', facts: other.facts.slice(1) }] : []
    const { drafts, others, over } = troubleTold(aPicture(matters), asked)
    expect(drafts).toEqual([])
    expect(others[0]?.facts.map(({ ref }) => ref)).toEqual(['WTL-4', late().ref])
    expect(over).toContainEqual(expect.objectContaining({ matterId: 'WTL-4', rule: 'trouble-told@1' }))
  })

  test('a supplier’s later day is tied to what is urgent and due before it, where no word is shared', () => {
    const urgent = printers([], { priority: 'High' })
    const lesser = aTicketMatter('WTL-5', {
      title: 'Paint',
      ticket: { dueDate: '2027-12-17', priority: 'Low' },
    })
    const letter = late({ title: 'Bestellung 7' }, 'Vor dem 24. kann ich keine Auslieferung zusagen.')
    const [draft] = found([urgent, lesser, aThread(letter)]).drafts
    expect(draft?.facts.map(({ ref }) => ref)).toEqual([letter.ref, 'WTL-4'])
  })
})

describe('nothing is asked', () => {
  const low = { priority: 'Low', dueDate: null, versions: [] }
  test.each<[string, Matter[]]>([
    ['when a stranger writes', [printers(), aThread(late({ from: aPerson('Zoe Unknown') }))]],
    ['when the PM is only copied in', [printers(), aThread(late({ to: [mei], cc: [noa] }))]],
    [
      'when one day is said for the next',
      [printers(), aThread(late({}, 'The label printers will not be here by Thursday, only by Friday.'))],
    ],
    ['when it lies ten days', [printers(), aThread(late({ occurredAt: at('2027-12-02 08:00') }))]],
    ['when it was there before', [printers(), aThread(late({ bootstrap: true }))]],
    ['when the work is nice to have', [printers([said('Nobody has picked this up.')], low)]],
    ['when the ticket is done', [printers([said('Nobody has picked this up.')], { statusCategory: 'done' })]],
    [
      'when a bot says it',
      [
        printers([
          said('Blocked by a failed build', { actor: { accountId: 'b', name: 'Build bot', email: null } }),
        ]),
      ],
    ],
    ['when a sponsor asks: that is a question', [aThread(late({ from: beatrix }, 'Who signs this off?'))]],
    [
      'when the team’s tests fail',
      [aThread(late({ from: mei }, 'The import crashed again in the nightly test.'))],
    ],
  ])('%s', (_, matters) => {
    expect(found(matters).drafts).toEqual([])
  })

  test('when the date was moved with these words, in time for the milestone', () => {
    const words = said('Pushing this out by a week.')
    const moved = aChange('WTL-4', 'due_date', {
      ...{ before: '2027-12-17', after: '2027-12-24', occurredAt: at('2027-12-12 09:50') },
    })
    expect(found([printers([words])]).drafts).toHaveLength(1)
    expect(found([printers([moved, words], { dueDate: '2027-12-24' })]).drafts).toEqual([])
    expect(found([printers([moved, words], { dueDate: '2028-01-14' })]).drafts).toHaveLength(1)
  })
})

describe('and it is over', () => {
  test.each<[string, Brief, string]>([
    [
      'when the PM has answered in the thread',
      aLetter('Then we start without them.', {
        ...{ sent: true, thread: 'p', to: [ivo], occurredAt: at('2027-12-13 08:30') },
      }),
      'You answered Ivo Petrov.',
    ],
    [
      'when it is written that all is well',
      late({ occurredAt: at('2027-12-13 08:40'), from: karim }, 'They arrived this morning, all fixed.'),
      'Karim Haddad writes that it is settled.',
    ],
  ])('%s', (_, brief, because) => {
    const { drafts, over } = found([printers(), aThread(late(), brief)])
    expect(drafts).toEqual([])
    expect(over).toContainEqual({ matterId: 'WTL-4', rule: 'trouble-told@1', because })
  })

  test('when its ticket was done after it was written, not when it was before', () => {
    const moved = (on: string) => aChange('WTL-4', 'status', { after: 'Done', occurredAt: at(on) })
    const done = (on: string) => printers([moved(on)], { status: 'Done', statusCategory: 'done' })
    const after = found([done('2027-12-13 08:30'), aThread(late())])
    expect(after.drafts).toEqual([])
    expect(after.over).toContainEqual({
      ...{ matterId: 'WTL-4', rule: 'trouble-told@1', because: 'WTL-4 is Done.' },
    })
    expect(found([done('2027-12-12 08:30'), aThread(late())]).drafts).toHaveLength(1)
  })

  test('where it was asked about a mail that turns out to be about a ticket', () => {
    const { over } = found([printers(), aThread(late())])
    expect(over).toContainEqual({
      ...{ matterId: 'thread-p', rule: 'trouble-told@1', because: 'It is about WTL-4.' },
    })
  })

  test('not when more trouble is written', () => {
    const worse = late({ occurredAt: at('2027-12-13 08:40') }, 'Thanks, but now it will be another week.')
    expect(found([printers(), aThread(late(), worse)]).drafts).toHaveLength(1)
  })
})
