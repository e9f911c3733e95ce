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
import { aPerson, beatrix, karim, noa } from '../../../tests/fixtures/people.ts'
import { sourcesContradict } from './sources-contradict.ts'
import { sponsorQuestion } from './sponsor-question.ts'

describe('the sponsor asks the PM', () => {
  const words = 'Good morning. Will ward three open in January? Thank you'
  const question = (over: Parameters<typeof aLetter>[1] = {}, text = words) =>
    aLetter(text, { from: beatrix, thread: 'q', title: 'Ward three', ...over })
  const ward = aTicketMatter('WTL-1', {
    ticket: { points: 5, versions: [aMilestone('Ward three live', '2028-01-10')] },
  })
  const found = (brief = question(), carried: string[] = [], more: Matter[] = []) =>
    sponsorQuestion(aPicture([ward, aThread(brief), ...more]), new Set(carried))

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
    ['when another decision carries it', question(), [question().signalId]],
    ['when the PM is only copied in', question({ to: [karim], cc: [noa] }), []],
    ['when a stakeholder asks', question({ from: karim }), []],
    ['when it is no question', question({}, 'Ward three opens in January.'), []],
    ['when it is an invitation', question({ kind: 'invitation' }), []],
    ['when it lies a week', question({ occurredAt: at('2027-12-05 08:00') }), []],
    ['when it was there when the project was connected', question({ bootstrap: true }), []],
  ])('nothing is asked %s', (_, brief, carried) => {
    expect(found(brief, carried)).toEqual({ drafts: [], over: [] })
  })

  test('nothing is asked once the PM has answered, also by way of the workbench', () => {
    const answer = aLetter('Yes.', {
      to: [beatrix],
      thread: 'q',
      sent: true,
      ours: true,
      occurredAt: at('2027-12-13 08:40'),
    })
    expect(found(question(), [], [aThread(answer)])).toMatchObject({
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
    ['when no ticket is named', says('Sign-in at the bedside is not working.')],
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
