import { describe, expect, test } from 'vitest'
import type { MailContext } from '#src/domain/mail.ts'
import type { Brief } from '#src/domain/matter.ts'
import type { MailSignal } from '#src/domain/signal.ts'
import { NINE } from '../../../tests/fixtures/desk.ts'
import { beatrix, ivo, jonas, karim, mei, noa } from '../../../tests/fixtures/people.ts'
import { aLetter, aThread, aTicketMatter } from '../../../tests/fixtures/pictures.ts'
import { aMail } from '../../../tests/fixtures/talk.ts'
import type { Person } from '#src/domain/person.ts'
import type { Setting } from './mail-setting.ts'
import { guess, triage } from './triage.ts'

const toPm: Partial<MailContext> = { to: [{ name: noa.name, email: noa.id }], cc: [] }
const copied: Partial<MailContext> = {
  to: [{ name: mei.name, email: mei.id }],
  cc: [{ name: noa.name, email: noa.id }],
}
const sent: Partial<MailContext> = { folder: 'sentitems', to: [{ name: karim.name, email: karim.id }] }
const setting = (sender: Person | undefined, over: Partial<Setting> = {}): Setting => ({
  ...{ sender, joined: undefined, pmEmail: noa.id, projectId: 'WTL' },
  ...over,
})
const sorted = (mail: MailSignal, at: Setting) => triage(mail, NINE, at)
const says = (text: string, from: Person, context = toPm, over: Partial<MailSignal> = {}) =>
  sorted(aMail({ text, ...over }, context), setting(from))

test('that finished work does not work needs the PM, when somebody known names the ticket', () => {
  const joined = aTicketMatter('WTL-1', { ticket: { status: 'Live', statusCategory: 'done' } })
  const said = (text: string, sender?: Person) => sorted(aMail({ text }, toPm), setting(sender, { joined }))
  const text = 'WTL-1 says Live, but the code never arrives.'
  expect(said(text, mei)).toMatchObject({ rule: 'not-so@1', importance: 'high' })
  expect(said('WTL-1 works well on both wards, which is a relief for everybody here.', mei)?.rule).not.toBe(
    'not-so@1',
  )
  expect(said('The code never arrives.', mei)?.rule).not.toBe('not-so@1')
  expect(said(text)?.rule).not.toBe('not-so@1')
})

test('that a supplier calls an open ticket done needs the PM; the team may', () => {
  const joined = aTicketMatter('WTL-4', { ticket: { statusCategory: 'indeterminate' } })
  const said = (sender: Person, text = 'All printers were delivered, so WTL-4 can be closed.') =>
    sorted(aMail({ text }, toPm), setting(sender, { joined }))?.rule
  expect(said(ivo)).toBe('claimed-done@1')
  expect(said(mei)).not.toBe('claimed-done@1')
  expect(said(ivo, 'Can WTL-4 be closed, is everything delivered?')).not.toBe('claimed-done@1')
  expect(said(ivo, 'All printers were delivered.')).not.toBe('claimed-done@1')
})

describe('the rules’ first pass over mail', () => {
  test.each<[string, Partial<MailSignal>, Partial<Setting>, string, string]>([
    ['was set aside', { setAside: 'It asks for a key.' }, {}, 'set-aside@1', 'noise'],
    ['is ours', { ours: true }, {}, 'ours@1', 'noise'],
    ['was there before', { bootstrap: true }, {}, 'connected@1', 'noise'],
    [
      'went to many, however urgent',
      { kind: 'mail_bulk', title: 'URGENT: last chance', text: 'Reply by Friday or lose it!' },
      {},
      'bulk@1',
      'noise',
    ],
    ['a machine answered', { kind: 'mail_automatic' }, {}, 'automatic@1', 'noise'],
    ['belongs to no project', {}, { projectId: null }, 'unassigned@1', 'noise'],
    ['is an invitation', { kind: 'invitation' }, {}, 'invitation@1', 'low'],
  ])('what %s', (_, over, at, rule, importance) => {
    expect(sorted(aMail(over, toPm), setting(beatrix, at))).toMatchObject({ rule, importance, by: 'rules' })
  })

  test.each<[string, Person, Partial<MailContext>, string, string]>([
    ['You will have it by 31 December.', noa, sent, 'sent-promise@1', 'low'],
    ['Thank you.', noa, { ...sent, isReply: true }, 'sent-other@1', 'low'],
    [
      'The dates are the fourth and the fifth; both in the crew room.',
      noa,
      { ...sent, isReply: true },
      'sent-other@1',
      'low',
    ],
    ['Minutes of the meeting.', noa, sent, 'sent-other@1', 'low'],
    ['The dates are these. '.repeat(12), noa, { ...sent, isReply: true }, 'sent@1', 'medium'],
    ['The interface will be switched off on 31 January.', ivo, toPm, 'outside-end@1', 'high'],
    ['Without a name by Friday the visit goes to another clinic.', ivo, toPm, 'outside-ultimatum@1', 'high'],
    ['Will ward three open in January?', beatrix, toPm, 'sponsor-asks@1', 'high'],
    ['I am still waiting for the rota.', karim, toPm, 'chased@1', 'high'],
    ['The second signature is required by law.', karim, toPm, 'duty@1', 'high'],
    ['The printers will not be here before the 24th.', ivo, toPm, 'trouble@1', 'high'],
    ['The printers will not be here before the 24th.', karim, copied, 'copied-calm@1', 'low'],
    ['Last year we missed the regulator’s deadline by a week.', karim, toPm, 'aside@1', 'low'],
    ['I am on leave from Monday, Mei covers for me.', jonas, toPm, 'away@1', 'low'],
    ['14 of 16 have signed up, and the coffee is ordered.', karim, toPm, 'stakeholder-reports@1', 'medium'],
    ['14 of 16 nurses have signed up for the training.', karim, toPm, 'stakeholder-reports@1', 'medium'],
    ['Could you send the list by 20 December?', karim, toPm, 'dated-request@1', 'medium'],
    ['All good, thanks.', karim, toPm, 'settled@1', 'low'],
    ['The lift is loud on Mondays.', karim, copied, 'copied-calm@1', 'low'],
    ['We would like more colours one day, no rush.', karim, toPm, 'no-rush@1', 'low'],
    ['J’ai besoin de la liste d’ici jeudi.', karim, toPm, 'dated-request@1', 'medium'],
    ['You will have the file by Thursday.', ivo, toPm, 'told-promise@1', 'low'],
    ['Everything is well on our side and the crates are stacked.', ivo, toPm, 'outside-calm@1', 'low'],
    ['I put two more things into the sprint.', karim, toPm, 'scope-told@1', 'medium'],
    ['Two of three wards tried it today, and both printers printed.', mei, toPm, 'team-reports@1', 'medium'],
    ['Nothing has arrived from Labline, and I am stuck.', mei, toPm, 'not-there@1', 'high'],
    ['Cake in the kitchen, first come first served, from two onwards.', mei, toPm, 'small-talk@1', 'low'],
    ['I assume that the tenth stands.', beatrix, toPm, 'sponsor-asks@1', 'high'],
    ['The colours can follow after the launch.', karim, toPm, 'can-wait@1', 'medium'],
  ])('"%s"', (text, from, context, rule, importance) => {
    expect(says(text, from, context)).toMatchObject({ rule, importance })
  })

  test('the team’s words on the plan are worth knowing', () => {
    expect(says('I moved two tickets.', jonas, toPm, { title: 'Round 8 of the release plan' })).toMatchObject(
      { rule: 'plan-talk@1', importance: 'medium' },
    )
  })

  test.each<[string, string, Person, Partial<MailContext>]>([
    ['the team ends nothing for us', 'I will switch off the old server on 31 January.', jonas, toPm],
    ['an end without a day', 'The interface will be switched off one day.', ivo, toPm],
    ['a sponsor’s question to somebody else', 'Will ward three open?', beatrix, copied],
  ])('%s', (_, text, from, context) => {
    expect(says(text, from, context)?.importance ?? 'open').not.toBe('high')
  })

  test('copied on what is blocked is left open, for a model or a guess', () => {
    const joined = aTicketMatter('WTL-4', { ticket: { flagged: true } })
    expect(
      sorted(aMail({ text: 'It jams again in the mornings.' }, copied), setting(karim, { joined })),
    ).toBeUndefined()
  })
})

describe('what has come before it in the thread', () => {
  const first: Brief = {
    ...aLetter('The printers are stuck in customs.', {
      ...{ from: ivo, thread: 'p', occurredAt: '2026-10-21T07:00:00.000Z' },
    }),
    importance: 'high',
  }
  const inThread = (text: string, from: Person, briefs: Brief[] = [first], context = toPm) =>
    sorted(aMail({ text, title: 'Re: Printers' }, { ...context, conversationId: 'p', isReply: true }), {
      ...setting(from, { joined: aThread(...briefs) }),
    })
  const pressed = 'Tried again just now, the same as on Monday. Is anybody on it?'
  const eased = 'All twelve are here and printing. Thank you for pushing.'

  test.each<[string, Person, Partial<MailContext>, string]>([
    [pressed, ivo, toPm, 'pressed@1'],
    ['No order has come yet. I let the slot go at noon if I have not heard.', ivo, copied, 'pressed@1'],
    [eased, ivo, toPm, 'thread-goes-on@1'],
    [eased, jonas, copied, 'thread-goes-on@1'],
  ])('weighs with it: "%s"', (text, from, context, rule) => {
    expect(inThread(text, from, [first], context)?.rule).toBe(rule)
  })

  test('but not once the PM has answered', () => {
    const answer = aLetter('Somebody is on it.', {
      ...{ sent: true, to: [ivo], thread: 'p', occurredAt: '2026-10-21T09:00:00.000Z' },
    })
    expect(inThread(eased, ivo, [first, answer])?.rule).not.toBe('thread-goes-on@1')
  })

  test('and not where nothing in it needed the PM', () => {
    expect(inThread(eased, ivo, [{ ...first, importance: 'low' }])?.rule).not.toBe('thread-goes-on@1')
  })
})

test('a later day than the plan of its ticket has needs the PM, from outside the team', () => {
  const joined = aTicketMatter('WTL-4', { ticket: { dueDate: '2026-10-30' } })
  const said = (from: Person) =>
    sorted(aMail({ text: 'The city lets us in from Monday 9 November.' }, toPm), setting(from, { joined }))
  expect(said(ivo)?.rule).toBe('past-plan@1')
  expect(said(jonas)?.rule).not.toBe('past-plan@1')
})

test('thanks and praise by the subject are neither, where they ask', () => {
  const praised = (text: string) => says(text, beatrix, toPm, { title: 'Kudos!' })?.rule
  expect(praised('The chair has not stopped talking of the wards.')).toBe('praise@1')
  expect(praised('The slab looks a treat. Do not tell Kev.')).toBe('praise@1')
  expect(praised('Who told the paper?')).toBe('sponsor-asks@1')
})

describe('what no rule is sure of is guessed by who writes to whom about what', () => {
  const many = { to: Array.from({ length: 5 }, (_, n) => ({ name: `P${n}`, email: `p${n}@wattle.example` })) }
  test.each<[string, Partial<MailSignal>, Partial<MailContext>, string]>([
    ['of a ticket, among few', { matterId: 'WTL-4' }, toPm, 'tied-guess@1'],
    ['of a ticket, among many', { matterId: 'WTL-4' }, many, 'mail-guess@1'],
    [
      'of no ticket, asking',
      { matterId: 'thread-c1', text: 'Who is in on Monday?' },
      toPm,
      'asks-mail-guess@1',
    ],
    ['of no ticket, telling', { matterId: 'thread-c1', text: 'The lift is loud.' }, toPm, 'mail-guess@1'],
  ])('%s', (_, over, context, rule) => {
    expect(guess(aMail(over, context), NINE).rule).toBe(rule)
  })
})
