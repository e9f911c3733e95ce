import { describe, expect, test } from 'vitest'
import { escalationDraft, type EscalationDraft } from '#src/domain/escalation.ts'
import type { Matter } from '#src/domain/matter.ts'
import { aLetter, aPicture, aThread, aTicketMatter, at, standsIn } from '../../../tests/fixtures/pictures.ts'
import { beatrix, ivo, jonas, karim, mei, noa, people } from '../../../tests/fixtures/people.ts'
import { awaitedPast } from './awaited.ts'

const reader = aTicketMatter('WTL-3', {
  title: 'Barcode reader at the desk',
  ticket: { statusCategory: 'indeterminate', status: 'In Progress' },
})
type Over = NonNullable<Parameters<typeof aLetter>[1]>
const promise = (over: Over = {}, text = 'You will have the sample for the barcode reader by Thursday.') =>
  aThread(
    aLetter(text, {
      ...{ from: ivo, thread: 'sample', title: 'Sample', occurredAt: at('2027-12-07 09:00') },
      ...over,
    }),
  )
const request = (over: Over = {}) =>
  aThread(
    aLetter('I need the list of wards by Thursday 9 December.', {
      ...{ from: karim, thread: 'wards', title: 'Wards', occurredAt: at('2027-12-06 09:00') },
      ...over,
    }),
  )
const letter = (text: string, over: Over) => aThread(aLetter(text, over))
const found = (...matters: Matter[]) => awaitedPast(aPicture([reader, ...matters]))
const only = (drafts: EscalationDraft[] = []) => escalationDraft.parse(drafts[0])

describe('what somebody outside promised has not come', () => {
  const missing = letter('Still nothing from Labline.', {
    ...{ from: mei, thread: 'else', title: 'Reader', occurredAt: at('2027-12-10 09:00') },
  })

  test('then they are asked for a day, with who says so', () => {
    const matters = [promise(), missing]
    const draft = only(found(...matters).drafts)
    expect(draft).toMatchObject({
      ...{ title: 'Sample: due from Ivo Petrov on Thu 9 Dec', recommendation: { optionId: 'A' } },
      facts: [
        { text: 'You will have the sample for the barcode reader by Thursday.' },
        { text: 'Still nothing from Labline.' },
        {},
      ],
      options: [
        { acts: [{ payload: { kind: 'email_external', to: [ivo.id] } }] },
        { acts: [{ payload: { kind: 'jira_comment', key: 'WTL-3' } }] },
      ],
    })
    standsIn(aPicture([reader, ...matters]), draft.facts)
  })

  test('two working days of silence are enough where work waits for it', () => {
    const picture = aPicture([reader, promise()], { now: new Date(at('2027-12-14 09:00')) })
    expect(only(awaitedPast(picture).drafts).whyNow).toBe('The day went by Thu 9 Dec and nothing was heard.')
  })

  test('and where the PM had asked for it in writing by a day', () => {
    const asked = aLetter('Could you send the price by Thursday?', {
      ...{ sent: true, thread: 'sample', to: [ivo], occurredAt: at('2027-12-06 09:00') },
    })
    const plain = promise({}, 'You will hear from me by Thursday.')
    const thread = { ...plain, briefs: [asked, ...plain.briefs] }
    const now = new Date(at('2027-12-14 09:00'))
    expect(awaitedPast(aPicture([plain], { now })).drafts).toEqual([])
    expect(awaitedPast(aPicture([thread], { now })).drafts).toHaveLength(1)
  })

  test('whom the PM said never to contact is not written to', () => {
    const silent = people.map((each) => (each.id === ivo.id ? { ...each, neverContact: true } : each))
    const draft = only(awaitedPast(aPicture([reader, promise(), missing], { people: silent })).drafts)
    expect(draft.options[0]).toMatchObject({
      ...{ acts: [], button: 'I will say it myself', does: 'Nothing is sent' },
      stillForYou: 'Tell Ivo Petrov yourself.',
    })
  })

  test.each<[string, Matter[]]>([
    ['before its day', [promise({ occurredAt: at('2027-12-10 09:00') })]],
    ['when the team promised it', [promise({ from: jonas })]],
    [
      'when it came, in another thread',
      [
        promise(),
        letter('The barcode reader was sent today.', {
          from: ivo,
          thread: 'other',
          occurredAt: at('2027-12-09 15:00'),
        }),
      ],
    ],
    [
      'when nothing of the plan waits for it, and nobody says anything',
      [promise({}, 'You will hear from me by Thursday.')],
    ],
    ['when it was there when the project was connected', [promise({ bootstrap: true })]],
  ])('nothing is asked %s', (_, matters) => {
    expect(found(...matters).drafts).toEqual([])
  })
})

describe('what the PM was asked for by a day has not been sent', () => {
  const again = letter('Thursday has passed. I still have no list.', {
    ...{ from: karim, thread: 'wards', title: 'Re: Wards', occurredAt: at('2027-12-10 09:00') },
  })
  const answer = (text: string) =>
    letter(text, { ...{ to: [karim], thread: 'wards', sent: true, occurredAt: at('2027-12-07 09:00') } })

  test('then it is answered in the thread, or its team is asked', () => {
    expect(only(found(request(), again).drafts)).toMatchObject({
      ...{
        title: 'Wards: asked for by Thu 9 Dec',
        whyNow: 'Karim Haddad wrote Fri 10 Dec; the day went by Thu 9 Dec.',
      },
      options: [
        { acts: [{ payload: { to: [karim.id], replyTo: { conversationId: 'wards' } } }] },
        { acts: [] },
      ],
    })
  })

  test('a word that it was heard is no answer', () => {
    expect(found(request(), answer('Noted, thanks.'), again).drafts).toHaveLength(1)
  })

  test('an answer is one, and closes what was asked', () => {
    const given =
      'The wards are one to five; the sixth is under repair and is left out until the spring of next year.'
    expect(found(request(), answer(given), again)).toMatchObject({
      drafts: [],
      over: [{ because: 'Karim Haddad has an answer.' }],
    })
  })

  test.each<[string, Matter[]]>([
    ['when nobody asks again and no last day was set', [request()]],
    ['when the PM was only copied in', [request({ to: [mei], cc: [noa] }), again]],
    ['when it was an invitation', [request({ kind: 'invitation' }), again]],
    [
      'when it was lunch',
      [letter('Fancy lunch on Friday?', { from: beatrix, thread: 'l', occurredAt: at('2027-12-06 09:00') })],
    ],
  ])('nothing is asked %s', (_, matters) => {
    expect(found(...matters).drafts).toEqual([])
  })
})
