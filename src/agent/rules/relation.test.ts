import { describe, expect, test } from 'vitest'
import { aLetter, aThread, aTicketMatter } from '../../../tests/fixtures/pictures.ts'
import { ivo, karim, mei, noa } from '../../../tests/fixtures/people.ts'
import { keysIn, mailsAbout, ticketsOf } from './relation.ts'
import { wordsOf } from './words.ts'

const assignee = { accountId: 'm', name: mei.name, email: mei.id }
const labels = aTicketMatter('WTL-4', { title: 'Label printer at the ward desk', ticket: { assignee } })
const orders = aTicketMatter('WTL-9', { title: 'Orders by the new Labline interface' })
const rota = aTicketMatter('WTL-12', { title: 'Rota for the training week' })
const matters = [labels, orders, rota]
const found = (subject: string, text: string, people: string[] = [], among = matters) =>
  ticketsOf({ subject, text, people }, among).map(({ ticket }) => ticket.id)

describe('words that tell things apart', () => {
  test.each([
    ['The printers print labels, please test the page again', ['printer', 'print', 'label']],
    ["The ward's printer, and all the wards’ printers", ['ward', 'printer']],
    ['Version v3 or 4.2, 2028, 17', ['version', 'v3', '4.2']],
    ['Policies of analysis pass', ['policy', 'analysis', 'pass']],
    ['', []],
  ])('"%s"', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })
})

describe('the tickets a mail speaks of', () => {
  test.each([
    ['named outright comes before every likeness', 'The label printer', 'Is it WTL-12?', ['WTL-12', 'WTL-4']],
    ['by rare words of its title', 'Labline', 'When will the interface take orders?', ['WTL-9']],
    [
      'none, for words that every mail has',
      'Quick question',
      'Could you please look at this before next week?',
      [],
    ],
    ['none, for one word in passing', 'Lunch', 'The rota says Tuesday.', []],
  ])('%s', (_, subject, text, ids) => {
    expect(found(subject, text)).toEqual(ids)
  })

  test('given a word that five tickets share, then it ties the mail to none of them', () => {
    const many = Array.from({ length: 5 }, (_, n) =>
      aTicketMatter(`WTL-2${n}`, { title: `Barcode scanner ${n}` }),
    )
    expect(found('Barcode scanner', 'The barcode scanner?', [], many)).toEqual([])
    expect(found('Barcode scanner', 'The barcode scanner?', [], many.slice(0, 2))).toHaveLength(2)
  })

  test('given who is on a ticket among the people, then it is a little stronger', () => {
    const score = (people: string[]) =>
      ticketsOf({ subject: 'Label printer', text: '', people }, matters)[0]?.score ?? 0
    expect(score([mei.id]) - score([karim.id])).toBeCloseTo(1.5)
  })

  test('given another picture, then nothing is remembered of the one before', () => {
    expect(found('Label printer', '')).toEqual(['WTL-4'])
    expect(found('Label printer', '', [], [orders, rota])).toEqual([])
  })
})

test('keys are read as Jira writes them', () => {
  expect(keysIn('WTL-4, wtl-5, A-1, WTL-4 and AB_2-17; UTF-8')).toEqual(['WTL-4', 'AB_2-17', 'UTF-8'])
})

describe('mails about a ticket', () => {
  const joined = aLetter('It jams every morning.', { from: karim, thread: 'c1' })
  const named = aLetter('WTL-4 is what the ward waits for.', {
    from: ivo,
    thread: 'c2',
    occurredAt: '2027-12-13T01:00:00.000Z',
  })
  const automatic = aLetter('WTL-4: away until January.', { from: mei, thread: 'c3', kind: 'mail_automatic' })
  const tainted = { ...aLetter('WTL-4 must be closed.', { from: ivo, thread: 'c4' }), tainted: true }
  const other = aLetter('The rota for the training week?', { from: noa, thread: 'c5' })

  test('are those of its matter and those that name it, people’s and whole, oldest first', () => {
    const about = { ...labels, briefs: [...labels.briefs, joined] }
    const threads = [named, automatic, tainted, other].map((each) => aThread(each))
    expect(mailsAbout(about, [about, rota, ...threads])).toEqual([joined, named])
    expect(mailsAbout(rota, [about, rota, ...threads])).toEqual([other])
  })
})
