import { expect, test } from 'vitest'
import type { Brief, Matter } from '#src/domain/matter.ts'
import { aPicture, aThread, aTicketMatter, at } from '../../../tests/fixtures/pictures.ts'
import { mei, noa } from '../../../tests/fixtures/people.ts'
import { late, printers, said } from '../../../tests/fixtures/late-printers.ts'
import { troubleTold } from './trouble-told.ts'

const found = (matters: Matter[]) => troubleTold(aPicture(matters), [])

test('in one thread is one decision, whatever single words its later mails share with a ticket', () => {
  const paint = aTicketMatter('WTL-5', {
    title: 'Paint for the corridor',
    ticket: { dueDate: '2027-12-17' },
  })
  const more = late(
    { occurredAt: at('2027-12-13 08:40') },
    'And nobody can tell us whether the corridor may be closed.',
  )
  expect(found([printers(), paint, aThread(late(), more)]).drafts.map(({ matterId }) => matterId)).toEqual([
    'WTL-4',
  ])
})

test('to others, with the PM copied in, counts where triage was sure of it', () => {
  const copied = late({ to: [mei], cc: [noa] })
  const sure = { ...copied, importance: 'high' as const }
  expect(found([printers(), aThread(sure)]).drafts).toHaveLength(1)
})

test('on the ticket, with the PM named: what is asked is put to the PM', () => {
  const asked = said('@Noa, shall we take the blue ones?', { kind: 'mention' })
  expect(found([printers([asked])]).drafts[0]?.facts[0]?.text).toBe('@Noa, shall we take the blue ones?')
  expect(found([printers([said('@Noa, the blue ones are here.', { kind: 'mention' })])]).drafts).toEqual([])
  expect(found([printers([said('Shall we take the blue ones?')])]).drafts).toEqual([])
})

test('a later day than the plan has is told without a word of trouble', () => {
  const letter = late({}, 'Good news for the label printers, the crew can come from 24 December.')
  expect(found([printers(), aThread(letter)]).drafts[0]).toMatchObject({
    ...{ matterId: 'WTL-4', title: 'Label printers: a day will not hold' },
  })
  const own = late({ from: mei }, 'Good news for the label printers, the crew can come from 24 December.')
  expect(found([printers(), aThread(own)]).drafts).toEqual([])
})

test('what needs the PM later in the thread is told of the same, whatever it says', () => {
  const again = {
    ...late({ occurredAt: at('2027-12-13 08:40') }, 'The same from here. When do I hear from you?'),
    importance: 'high' as const,
  }
  const refs = (second: Brief) =>
    found([printers(), aThread(late(), second)]).drafts[0]?.facts.map(({ ref }) => ref)
  expect(refs(again)).toContain(again.ref)
  expect(refs({ ...again, importance: 'medium' })).not.toContain(again.ref)
})

test('what somebody outside says to happen otherwise is told, by the sentence that says it', () => {
  const letter = late(
    { title: 'Offer 12' },
    'The city closes the list on Friday. Without your mark the offer is excluded.',
  )
  const facts = (brief: Brief) =>
    found([aThread(brief)]).drafts.flatMap((draft) => draft.facts.map(({ text }) => text))
  expect(facts(letter)).toEqual(['Without your mark the offer is excluded.'])
  expect(facts({ ...letter, email: mei.id })).toEqual([])
})
