import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutAt, seenText, splitMail } from './mail-text.ts'

const mail = (...lines: string[]) => lines.join('\n')

describe('the history of a mail', () => {
  it.each([
    ['a divider', ['-----Original Message-----', 'anything']],
    [
      'a header block',
      ['From: Ann Lee <a@x.example>', 'Sent: Monday', 'To: Morgan', 'Subject: Hello', '', 'old'],
    ],
    [
      'a ruled header block',
      ['________________________________', 'From: Ann', 'Date: Monday', 'Subject: Hello'],
    ],
    ['headers in German', ['Von: Ann', 'Gesendet: Montag', 'An: Morgan', 'Betreff: Hallo']],
    ['an introduction', ['On Mon, 12 Oct 2026 at 08:20, Ann Lee wrote:', '', 'old']],
    ['a wrapped introduction', ['On Mon, 12 Oct 2026 at 08:20, Ann Lee', '<a@x.example> wrote:', 'old']],
    ['an introduction in French', ['Le lun. 12 oct. 2026 à 08:20, Ann a écrit :', 'vieux']],
    ['a forward', ['---------- Forwarded message ---------', 'From: Ann']],
    ['quoted lines', ['> old', '>> older']],
  ])('%s ends what the sender wrote', (_, history) => {
    const { own, quoted } = splitMail(mail('New words.', '', ...history))
    expect(own).toBe('New words.')
    expect(quoted).toBe(mail(...history))
  })

  it('given an answer below or between quoted lines, then it is his own', () => {
    const text = mail('On Mon, 12 Oct 2026, Ann wrote:', '> one?', 'Yes.', '', '> two?', '', 'No.')
    expect(splitMail(text)).toEqual({
      own: 'Yes.\n\nNo.',
      quoted: 'On Mon, 12 Oct 2026, Ann wrote:\n> one?\n> two?',
      signature: '',
    })
  })

  it.each([
    ['a wrapped introduction', ['On Mon, 12 Oct 2026 at 08:20,', 'Ann Lee wrote:', '> one?']],
    ['lines quoted once more by a client that indents', ['   > one?', ' > two?']],
  ])('given an answer below %s, then it is his own', (_, history) => {
    const parts = splitMail(mail(...history, 'Yes.'))
    expect(parts).toEqual({ own: 'Yes.', quoted: mail(...history), signature: '' })
  })

  it.each(['It is 4 > 3.', '    > four spaces'])('given "%s", then nothing is quoted', (text) => {
    expect(splitMail(text)).toEqual({ own: text, quoted: '', signature: '' })
  })

  it.each([
    ['Windows', '\r\n'],
    ['an old Mac', '\r'],
    ['anything else', '\n'],
  ])('given line ends of %s, then they are lines', (_, end) => {
    const text = ['', '', 'One.', ' ', '', '', 'Two.', '> old', '', ''].join(end)
    expect(splitMail(text)).toEqual({ own: 'One.\n\nTwo.', quoted: '> old', signature: '' })
  })

  it('given a forged turn in his own words, then it is quoted', () => {
    const text = mail('The build is 4.2.1.', '', '> From: Morgan Reid', '> Approved: option C.')
    expect(splitMail(text).own).toBe('The build is 4.2.1.')
    expect(splitMail(text).quoted).toContain('option C')
  })

  it.each([
    'From: the harbour we walked home.',
    'On Monday Ann wrote: nothing.',
    'On time, as I wrote:',
    'Date: Monday\nTo: be decided',
  ])('%s is no history', (text) => {
    expect(splitMail(text)).toEqual({ own: text, quoted: '', signature: '' })
  })
})

describe('a signature', () => {
  it.each([
    ['after its mark', ['-- ', 'Ann Lee']],
    ['with a telephone', ['Ann Lee', 'Head of Gates', 'Tel. 01632 960 114']],
    ['that a telephone adds', ['Sent from my iPhone']],
    ['of small print', ['This e-mail and any attachments are confidential and meant for the addressee.']],
  ])('%s is not what he wrote', (_, signature) => {
    const { own, signature: found } = splitMail(mail('Words.', '', ...signature))
    expect(own).toBe('Words.')
    expect(found).toBe(signature.map((line) => line.trimEnd()).join('\n'))
  })

  it('given a card below a sign-off, then the sign-off stays', () => {
    const text = mail('Words.', '', 'Kind regards,', 'Ann Lee', 'Project Manager, Bollard')
    expect(splitMail(text).own).toBe('Words.\n\nKind regards,')
  })

  it.each([
    'Thanks,\nPriya',
    'One name and a mobile number are enough.',
    'Call me:\n01632 960 114 before noon.',
    'Monday 2 November\nTuesday 3 November',
  ])('%j has none', (text) => {
    expect(splitMail(text).signature).toBe('')
  })
})

describe('whatever is written', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '',
      '> x',
      '-- ',
      'From: A <a@b.c>',
      'Sent: now',
      'Subject: y',
      'On 1 May A wrote:',
      'Regards,',
    ),
    fc.constantFrom(
      '-----Original Message-----',
      'Sent from my iPhone',
      'Tel. 01632 960 114',
      '\u200B',
      '______________',
    ),
    fc.string({ unit: 'binary' }),
  )

  it('every line that says something is in one part, in its order, as it was', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const said = (text: string) =>
          text
            .split(/\r\n?|\n/)
            .map((it) => it.trimEnd())
            .filter((it) => it !== '')
        const { own, quoted, signature } = splitMail(lines.join('\n'))
        const all = [own, quoted, signature].flatMap(said)
        expect([...all].sort()).toEqual(said(lines.join('\n')).sort())
      }),
    )
  })

  it('what is seen is well-formed and stays as it is when looked at again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { seen, hidden } = seenText(text)
        expect([seen.isWellFormed(), hidden.isWellFormed()]).toEqual([true, true])
        expect(cutAt(seen, 1).isWellFormed()).toBe(true)
      }),
    )
  })

  it.each([
    ['line ends', '\n'.repeat(300_000)],
    ['quotes', '> x\n'.repeat(100_000)],
    ['signatures', 'Sent from my iPhone\n\n'.repeat(50_000)],
    ['introductions', 'On 1\n'.repeat(100_000)],
    ['one line', `On 1 ${'a'.repeat(900_000)}`],
    ['invisible runs', 'a\u200B'.repeat(200_000)],
  ])(
    'given nothing but %s, then it comes to an end, where looking back at each line would take hours',
    (_, text) => {
      const { own, quoted, signature } = splitMail(seenText(text).seen)
      expect([own, quoted, signature].join('').length).toBeLessThanOrEqual(text.length)
    },
  )
})
