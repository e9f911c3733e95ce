import { describe, expect, test } from 'vitest'
import { escalationDraft } from '#src/domain/escalation.ts'
import type { Brief, Matter } from '#src/domain/matter.ts'
import { aLetter, aPicture, aThread, aTicketMatter, at, standsIn } from '../../../tests/fixtures/pictures.ts'
import { beatrix, jonas, karim, noa } from '../../../tests/fixtures/people.ts'
import { promisePast } from './promise-past.ts'

const mail = (text: string, local: string, over: Parameters<typeof aLetter>[1] = {}) =>
  aLetter(text, {
    from: karim,
    thread: 'rota',
    title: 'Rota for the training',
    occurredAt: at(local),
    ...over,
  })
const asked = mail('Could you send the rota plan before New Year?', '2027-12-13 08:00')
const promised = mail('You will have it by 31 December.', '2027-12-13 10:00', {
  ...{ from: noa, to: [karim], sent: true, title: 'Re: Rota for the training' },
})
const chased = mail('The day has passed. The wards close their rotas on 7 January.', '2028-01-04 08:30')
const rota = aTicketMatter('WTL-12', {
  title: 'Rota for the training week',
  ticket: { dueDate: '2027-12-31' },
})
const on = (local: string, briefs: Brief[], ...more: Matter[]) => {
  const picture = aPicture([aThread(...briefs), ...more], { now: new Date(at(local)) })
  return { picture, ...promisePast(picture) }
}

describe('the PM promised something by a day, and the day went by', () => {
  test('given that it is asked for again, then a call first, or an answer, or the technical lead; and it is an issue', () => {
    const { picture, drafts = [], updates = [] } = on('2028-01-04 09:00', [asked, promised, chased], rota)
    const draft = escalationDraft.parse(drafts[0])
    expect(draft).toMatchObject({
      ...{ title: 'Rota for the training: promised for Fri 31 Dec, not sent', episode: promised.signalId },
      ...{ whyNow: 'Karim Haddad wrote again Tue 4 Jan; Fri 7 Jan is the next day that counts.' },
      ...{ decideBy: at('2028-01-06 12:00'), decideByWhy: 'Karim Haddad names Fri 7 Jan.' },
      recommendation: { optionId: 'A' },
    })
    expect(draft.options.map(({ name }) => name)).toEqual([
      'Phone Karim, then send the plan',
      'Answer Karim now, in the thread',
      'Ask Jonas to answer Karim',
    ])
    expect(draft.options[0]).toMatchObject({
      ...{ button: 'I have called, send the plan', stillForYou: expect.stringMatching(/^The call\./) },
      acts: [{ payload: { kind: 'email_stakeholder', to: [karim.id], replyTo: { conversationId: 'rota' } } }],
    })
    expect(draft.options[2]?.acts[0]?.payload).toMatchObject({
      key: 'WTL-12',
      text: expect.stringContaining(jonas.name),
    })
    expect(draft.facts.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'You will have it by 31 December.',
        'The day has passed.',
        'Could you send the rota plan before New Year?',
      ]),
    )
    standsIn(picture, draft.facts)
    expect(updates).toMatchObject([
      { ref: chased.ref, changes: [{ item: { kind: 'issue', owner: noa.name } }] },
    ])
  })

  test('given a second one who asks, then it is the same question with that word added', () => {
    const sponsor = mail('I would like to see this closed.', '2028-01-04 08:45', { from: beatrix })
    const { drafts = [] } = on('2028-01-04 09:00', [asked, promised, chased, sponsor], rota)
    expect(drafts).toMatchObject([{ episode: promised.signalId }])
    expect(drafts[0]?.facts.map(({ text }) => text)).toContain('I would like to see this closed.')
  })

  test('given silence, then it is asked after two working days, and is no issue yet', () => {
    expect(on('2028-01-04 11:00', [asked, promised]).drafts).toEqual([])
    const { drafts, updates } = on('2028-01-04 17:00', [asked, promised])
    expect(drafts).toMatchObject([{ whyNow: 'The day went by Fri 31 Dec and nothing was sent.' }])
    expect(updates).toEqual([])
  })
})

describe('nothing is asked', () => {
  test.each<[string, string, Brief[]]>([
    [
      'on the day itself, though it is asked for',
      '2027-12-31 16:00',
      [promised, mail('Is it there?', '2027-12-31 14:00')],
    ],
    [
      'when the PM promised no day',
      '2028-01-04 09:00',
      [mail('You will have it soon.', '2027-12-13 10:00', { from: noa, to: [karim], sent: true }), chased],
    ],
    [
      'when the PM only named a day',
      '2028-01-04 09:00',
      [mail('Thanks for 31 December.', '2027-12-13 10:00', { from: noa, to: [karim], sent: true }), chased],
    ],
    [
      'when somebody else promised',
      '2028-01-04 09:00',
      [mail('I will send it by 31 December.', '2027-12-13 10:00')],
    ],
    [
      'when it was promised to nobody of the register',
      '2028-01-04 09:00',
      [
        mail('You will have it by 31 December.', '2027-12-13 10:00', {
          from: noa,
          to: [noa].map((each) => ({ ...each, id: 'x@elsewhere.example' })),
          sent: true,
        }),
        chased,
      ],
    ],
  ])('%s', (_, now, briefs) => {
    expect(on(now, briefs)).toMatchObject({ drafts: [], over: [] })
  })

  test.each([
    ['in the thread', {}],
    ['in a thread of its own with the same subject', { thread: 'other', title: 'RE: Rota for the training' }],
  ])('when the PM has answered %s, and that answers the question', (_, over) => {
    const answer = mail('Here it is.', '2028-01-03 15:00', { from: noa, to: [karim], sent: true, ...over })
    const { drafts, over: ended } = on('2028-01-04 09:00', [asked, promised, chased], aThread(answer))
    expect({ drafts, ended }).toMatchObject({
      drafts: [],
      ended: [{ because: 'You answered Karim Haddad.' }],
    })
  })
})
