import { describe, expect, test } from 'vitest'
import { signatureStart } from './mail-signature.ts'

/** What is taken for the signature of a mail that says "Words." and then these lines. */
const signatureOf = (...lines: string[]) => {
  const all = ['Words.', '', ...lines]
  return all.slice(signatureStart(all))
}

describe('a sign-off', () => {
  test.each([
    ...['Kind regards,', 'Kindest regards', 'Best regards', 'Warm regards', 'Regards.', 'Best wishes'],
    ...['All the best!', 'Best', 'Many thanks', 'Thanks', 'Thanks again', 'Thank you', 'Cheers ,  '],
    ...['  Yours sincerely,', 'Yours faithfully', 'With thanks', 'Cofion', 'Cofion gorau', 'Diolch'],
    ...['Diolch yn fawr', 'Mit freundlichen Grüßen', 'Viele Grüße', 'Cordialement', 'Saludos', 'Mvh'],
  ])('"%s" is said, and the card below it is not', (line) => {
    const card = ['Ann Lee', 'Project Manager, Bollard']
    expect(signatureOf(line, ...card)).toEqual(card)
    for (const blank of ['', '  ']) expect(signatureOf(line, blank, ...card)).toEqual(card)
  })

  test.each(['Thanks for the plan', 'He sends his regards', 'Best of all', 'Regards,,'])(
    '"%s" is none, and a name with a role below it is said',
    (line) => {
      expect(signatureOf(line, 'Ann Lee', 'Project Manager, Bollard')).toEqual([])
    },
  )

  test('is none where nothing of a card follows', () => {
    expect(signatureOf('Kind regards,', 'Ann Lee', 'and all of us')).toEqual([])
    expect(signatureOf('Kind regards,', 'Project Manager')).toEqual([])
    expect(signatureOf('Kind regards,')).toEqual([])
  })

  test.each([
    ...['Gates manager', 'Director', 'Technical Lead', 'Head of Gates', 'Engineer', 'Press Officer'],
    ...['Developer', 'Analyst', 'Consultant', 'Architect', 'Designer', 'Tester', 'Chief Executive'],
    ...[
      'Bollard Ltd',
      'Bollard Limited',
      'Bollard plc',
      'Bollard GmbH',
      'Bollard Inc',
      'Rheolwr',
      'Cyfarwyddwr',
    ],
  ])('needs no telephone with a role or a firm: "%s"', (role) => {
    expect(signatureOf('Regards,', 'Ann Lee', role)).toEqual(['Ann Lee', role])
  })

  test.each(['We are leading', 'Management says so', 'Incoming', 'a header of sorts'])(
    'is not followed by a role in "%s"',
    (line) => {
      expect(signatureOf('Regards,', 'Ann Lee', line)).toEqual([])
    },
  )

  test('may be followed by a role and a telephone', () => {
    const card = ['Ann Lee', 'Project Manager', '+44 1632 960114']
    expect(signatureOf('Regards,', ...card)).toEqual(card)
  })
})

describe('a card without a sign-off', () => {
  test.each([
    ...[
      '+44 1632 960114',
      '+4 (163) 2.9-6',
      '01632 960114',
      '016-960',
      '01632-960114',
      'Tel 114',
      'Phone: 114',
    ],
    ...[
      'Mobile 114',
      'Mob 114',
      'Direct 114',
      'Ffôn 114',
      'Fax 114',
      'T: +44',
      'm.07',
      'F : 0',
      'd:1',
      'E. 1',
    ],
    ...['ann@quay.example', 'www.x', 'https://x', 'http://x'],
  ])('is a name and where to reach it: "%s"', (contact) => {
    expect(signatureOf('Ann Lee', contact)).toEqual(['Ann Lee', contact])
  })

  test.each([
    ...['+44', '+4 now and then', 'since 016960114', '01 960114', '0163216 960', '016 96', 'a telegram'],
    ...['Directly', 'T +44', 'at: 44', 'T: none', 'ann@x', '@x.example', 'wwwx', 'http', 'Project Manager'],
  ])('is none with nothing to reach it by: "%s"', (line) => {
    expect(signatureOf('Ann Lee', line)).toEqual([])
  })

  test.each([
    ...['Ann', '  Ann  Lee', 'Seán O’Brien-Lee', "Anna D'Arcy", 'J.-P. Lee', 'Ann B. C. Lee', 'Ann Lee, PMP'],
    ...['Ann Lee | Gates', 'Ann Lee (she/her)'],
  ])('begins with a name: "%s"', (name) => {
    expect(signatureOf(name, 'Tel. 114')).toEqual([name, 'Tel. 114'])
  })

  test.each([
    'call me',
    'Call me',
    'A',
    'Ann Lee on Monday',
    'Ann Bee Cee Dee Eff',
    '4 Gates',
    'call, not that',
  ])('does not begin with "%s"', (line) => {
    expect(signatureOf(line, 'Tel. 114')).toEqual([])
  })

  test.each([
    'We meet.',
    'We meet!',
    'Shall we meet?',
    'He said "yes."',
    "He said 'no!'",
    '(We meet.)',
    'Late. ',
  ])('has no line that ends a sentence: "%s"', (line) => {
    expect(signatureOf('Ann Lee', 'Tel. 114', line)).toEqual([])
  })

  test('has from two to ten lines, none longer than ninety characters', () => {
    const card = (lines: number) => ['Ann Lee', ...Array.from({ length: lines - 1 }, () => 'Tel. 114')]
    expect(signatureOf('Tel. 114')).toEqual([])
    expect(signatureOf(...card(2))).toHaveLength(2)
    expect(signatureOf(...card(10))).toHaveLength(10)
    expect(signatureOf(...card(11))).toEqual([])
    expect(signatureOf('Ann Lee', `Tel. ${'1'.repeat(85)}`)).toHaveLength(2)
    expect(signatureOf('Ann Lee', `Tel. ${'1'.repeat(86)}`)).toEqual([])
  })
})
