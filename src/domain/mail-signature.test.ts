import { describe, expect, test } from 'vitest'
import { signatureStart } from './mail-signature.ts'

/** What is taken for the signature of a mail that says "Words." and then these lines. */
const signatureOf = (...lines: string[]) => {
  const all = ['Words.', '', ...lines]
  return all.slice(signatureStart(all))
}

describe('the mark', () => {
  test.each(['--', '-- ', '--  '])('"%s" begins a signature, whatever follows', (mark) => {
    expect(signatureOf('More.', mark, 'Anything at all.')).toEqual([mark, 'Anything at all.'])
  })

  test('may be the first line: a mail that says nothing', () => {
    expect(signatureStart(['-- ', 'Ann Lee'])).toBe(0)
  })

  test.each(['---', '-- see below', 'a --', '-'])('"%s" is none', (line) => {
    expect(signatureOf(line, 'Anything at all.')).toEqual([])
  })
})

describe('what a telephone adds', () => {
  test.each([
    ...['Sent from my iPhone', '  sent from Outlook for Android', 'Get Outlook for iOS'],
    ...['Von meinem iPhone gesendet', 'Envoyé de mon iPhone', 'Anfonwyd o fy iPhone'],
  ])('"%s"', (line) => {
    expect(signatureOf(line)).toEqual([line])
    expect(signatureOf('See you', 'on Thursday', line)).toEqual([line])
  })

  test.each([...['It was sent from my office', 'Sent from Leeds', 'Sent from myself', 'Von meinem Tisch']])(
    '"%s" is said',
    (line) => {
      expect(signatureOf(line)).toEqual([])
    },
  )

  test('is its last line, and what stands above is said', () => {
    const [said, added] = ['Sent from my old address by mistake', 'Sent from my iPhone']
    expect(signatureOf(said, added)).toEqual([added])
  })
})

describe('small print', () => {
  test.each([
    ...[
      'This e-mail is for the addressee.',
      '  This email is.',
      'This message is.',
      'This communication is.',
    ],
    ...['The information in this mail is.', 'The contents of this mail are.', 'The content of this mail is.'],
    ...['Confidential.', 'CONFIDENTIALITY NOTICE', "Mae'r neges hon yn gyfrinachol.", 'Mae’r e-bost hwn.'],
  ])('"%s" and its paragraph is no part of the words', (line) => {
    expect(signatureOf(line, 'Delete it. Now.')).toEqual([line, 'Delete it. Now.'])
  })

  test.each([
    ...[
      'Please note that this message is late.',
      'This messages nobody.',
      'The information on the gate is old.',
    ],
    ...['Not confidential.', 'Confidentially, no.', 'Yn wir, mae’r neges yn hwyr.'],
  ])('"%s" is said', (line) => {
    expect(signatureOf(line, 'And more.')).toEqual([])
  })

  test('below a card, and below what a telephone adds, all of it goes', () => {
    const card = ['Ann Lee', 'Tel. 01632 960 114']
    const below = ['', 'Sent from my iPhone', ' ', 'This e-mail is confidential.', '', '']
    expect(signatureOf(...card, ...below)).toEqual([...card, ...below])
  })

  test('of more than five paragraphs is too much for a signature: the last five', () => {
    const print = [...Array(6).keys()].flatMap(() => ['This e-mail is confidential.', ''])
    expect(signatureOf(...print)).toHaveLength(10)
  })
})

test.each([[['Words.', '']], [['Words.']], [['', ' ']], [[]]])(
  '%j has none, and it begins after the last line',
  (lines) => {
    expect(signatureStart(lines)).toBe(lines.length)
  },
)
