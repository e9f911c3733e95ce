import { describe, expect, test } from 'vitest'
import { escalationDraft } from '#src/domain/escalation.ts'
import type { Matter } from '#src/domain/matter.ts'
import {
  aChange,
  aLetter,
  aMilestone,
  aPicture,
  aThread,
  aTicketMatter,
  at,
  standsIn,
} from '../../../tests/fixtures/pictures.ts'
import { aPerson, beatrix, ivo, karim, mei, noa } from '../../../tests/fixtures/people.ts'
import { sourcesContradict } from './sources-contradict.ts'
import { sponsorQuestion } from './sponsor-question.ts'

describe('the sponsor asks the PM', () => {
  const words = 'Good morning. Will ward three open in January? Thank you'
  const question = (over: Parameters<typeof aLetter>[1] = {}, text = words) =>
    aLetter(text, { from: beatrix, thread: 'q', title: 'Ward three', ...over })
  const ward = aTicketMatter('WTL-1', {
    ticket: { points: 5, versions: [aMilestone('Ward three live', '2028-01-10')] },
  })
  const found = (brief = question(), more: Matter[] = []) =>
    sponsorQuestion(aPicture([ward, aThread(brief), ...more]))

  test('but what is small talk is no decision', () => {
    expect(found(question({}, 'Great demo. How about that? Are you coming to the party?')).drafts).toEqual([])
  })

  test('then it is answered with how things stand, or with when there will be an answer', () => {
    const draft = escalationDraft.parse(found().drafts?.[0])
    expect(draft).toMatchObject({
      ...{
        title: 'Beatrix asks: Will ward three open in January?',
        matterId: 'thread-q',
        decideBy: at('2027-12-14 12:00'),
      },
      ...{ whyNow: 'Chief nurse wrote Mon 13 Dec and has no answer yet.', recommendation: { optionId: 'A' } },
    })
    expect(draft.options.flatMap(({ acts }) => acts.map(({ payload }) => payload))).toMatchObject([
      {
        kind: 'email_stakeholder',
        to: [beatrix.id],
        text: expect.stringContaining('Ward three live is Mon 10 Jan: 1 ticket open, 5 points.'),
      },
      { kind: 'email_stakeholder', replyTo: { conversationId: 'q' } },
    ])
    standsIn(aPicture([ward, aThread(question())]), draft.facts)
  })

  test.each([
    ['when the PM is only copied in', question({ to: [karim], cc: [noa] })],
    ['when a stakeholder asks', question({ from: karim })],
    ['when it is no question', question({}, 'Ward three opens in January.')],
    ['when it is an invitation', question({ kind: 'invitation' })],
    ['when it is said to need none', question({}, 'No need to act. Ward three looks good.')],
    ['when it lies a week', question({ occurredAt: at('2027-12-05 08:00') })],
    ['when it was there when the project was connected', question({ bootstrap: true })],
  ])('nothing is asked %s', (_, brief) => {
    expect(found(brief)).toEqual({ drafts: [], over: [] })
  })

  test('what is taken to be so unless the PM says otherwise is a question too', () => {
    expect(found(question({}, 'I take it that ward three opens on the 10th.')).drafts).toHaveLength(1)
  })

  test('nothing is asked once the PM has answered, also by way of the workbench', () => {
    const answer = aLetter('Yes.', {
      to: [beatrix],
      thread: 'q',
      sent: true,
      ours: true,
      occurredAt: at('2027-12-13 08:40'),
    })
    expect(found(question(), [aThread(answer)])).toMatchObject({
      drafts: [],
      over: [{ because: 'You answered Beatrix Olu.' }],
    })
  })
})

describe('the board says done, and somebody writes afterwards that it is not', () => {
  const closed = aChange('WTL-6', 'status', {
    before: 'Testing',
    after: 'Done',
    occurredAt: at('2027-12-10 10:00'),
  })
  const ticket = (statusCategory = 'done') =>
    aTicketMatter('WTL-6', {
      title: 'Sign-in at the bedside',
      briefs: [closed],
      ticket: { status: 'Done', statusCategory },
    })
  const says = (text: string, over: Parameters<typeof aLetter>[1] = {}) =>
    aThread(aLetter(text, { from: karim, thread: 's', ...over }))
  const word = 'WTL-6 is not working on the ward. Could somebody look?'
  const found = (mail: Matter, about = ticket()) => sourcesContradict(aPicture([about, mail]))

  test('then the ticket is asked which of the two holds, or the writer is told', () => {
    const draft = escalationDraft.parse(found(says(word)).drafts?.[0])
    expect(draft).toMatchObject({
      ...{ title: 'WTL-6 is done on the board, and not done by mail', recommendation: { optionId: 'A' } },
      facts: [{ kind: 'quote', text: 'WTL-6 is not working on the ward.' }, { kind: 'computed' }],
      options: [
        { acts: [{ payload: { kind: 'jira_comment', key: 'WTL-6' } }] },
        { acts: [{ payload: { kind: 'email_stakeholder', to: [karim.id] } }] },
      ],
    })
    standsIn(aPicture([ticket(), says(word)]), draft.facts)
  })

  test.each<[string, Matter]>([
    ['when it was written before', says(word, { occurredAt: at('2027-12-09 08:00') })],
    ['when one word of a title is all it shares', says('The bedside lamp is not working.')],
    ['when another is named', says('WTL-61 is not working on the ward.')],
    ['when it works', says('WTL-6 works on the ward now, thanks.')],
    ['when a stranger writes', says(word, { from: aPerson('Eve Low', { id: 'eve@elsewhere.example' }) })],
    ['when the PM wrote it', says(word, { from: noa, to: [karim], sent: true })],
  ])('nothing is asked %s', (_, mail) => {
    expect(found(mail)).toEqual({ drafts: [], over: [] })
  })

  test('and once it is opened again, the question is over', () => {
    expect(found(says(word), ticket('indeterminate'))).toMatchObject({
      drafts: [],
      over: [{ matterId: 'WTL-6' }],
    })
  })
})

describe('two people say what cannot both be true', () => {
  const ticket = (over: Parameters<typeof aTicketMatter>[1] = {}) =>
    aTicketMatter('WTL-8', { title: 'Wristband printers', ...over })
  const comment = (text: string, occurredAt = at('2027-12-10 10:00')) =>
    aChange('WTL-8', 'comment', {
      text,
      occurredAt,
      actor: { accountId: 'm', name: mei.name, email: mei.id },
    })
  const says = (text: string) =>
    aThread(aLetter(text, { from: ivo, thread: 's', occurredAt: at('2027-12-08 09:00') }))
  const found = (...matters: Matter[]) => sourcesContradict(aPicture(matters)).drafts ?? []

  test('a supplier says it was delivered, the ticket says that it is not there', () => {
    const seen = ticket({ briefs: [comment('0 of 12 printers here this morning.')] })
    const matters = [seen, says('All printers for WTL-8 were delivered on Tuesday.')]
    const draft = escalationDraft.parse(found(...matters)[0])
    expect(draft).toMatchObject({
      title: 'WTL-8: said to be there, and said not to be',
      facts: [{ kind: 'quote' }, { kind: 'quote' }, { kind: 'computed' }],
    })
    standsIn(aPicture(matters), draft.facts)
  })

  test('a comment says that finished work does not work', () => {
    const closed = aChange('WTL-8', 'status', { after: 'Done', occurredAt: at('2027-12-09 10:00') })
    const done = ticket({
      briefs: [closed, comment('The second printer does not print.')],
      ticket: { status: 'Done', statusCategory: 'done' },
    })
    expect(found(done)[0]?.title).toBe('WTL-8 is done on the board, and not done by its comments')
  })

  test('another, later day is set against the one that is planned', () => {
    const planned = ticket({ ticket: { dueDate: '2027-12-16' } })
    expect(found(planned, says('WTL-8 is down for the 30th, not the 16th.'))[0]?.title).toBe(
      'WTL-8: two different days are named for it',
    )
    expect(found(planned, says('WTL-8 is down for the 16th.'))).toEqual([])
  })

  test('nobody says otherwise', () => {
    expect(found(ticket(), says('All printers for WTL-8 were delivered on Tuesday.'))).toEqual([])
  })
})
