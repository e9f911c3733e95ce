import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AS_IT_COMES, interruptionsADay, mark, marksNow, usualMarks, withMark } from './preferences.ts'

const usual = usualMarks('Morgan Reid').mail
const own = 'Drafted by my workbench, sent by me.'

describe('a mark', () => {
  test.each([own, usual, usualMarks('Morgan Reid').comment, 'Vorbereitet von meiner Werkbank.', 'a.b'])(
    '“%s” can be one',
    (line) => {
      expect(mark.parse(` ${line} `)).toBe(line)
    },
  )

  test.each([
    ['', /switch the mark off/],
    ['   ', /switch the mark off/],
    ['x'.repeat(121), /At most 120/],
    ['See https://evil.example', /no link/],
    ['See evil.example', /no link/],
    ['Write to me@example.com', /no link/],
    ['Write to me@home', /no link/],
    ['See http://evil', /no link/],
    ['See https://evil', /no link/],
    ['Two\nlines', /one line/],
    ['Hid\u200bden', /one line/],
  ])('“%s” can not', (line, says) => {
    expect(() => mark.parse(line)).toThrow(says)
  })
})

test('a day may interrupt from once to fifty times', () => {
  const fits = (times: number) => interruptionsADay.safeParse(times).success
  expect([fits(0), fits(1), fits(5), fits(50), fits(51)]).toEqual([false, true, true, true, false])
})

test('until it is worded anew it is the usual one; each can be switched off by itself', () => {
  expect(marksNow(AS_IT_COMES, 'Morgan Reid')).toEqual(usualMarks('Morgan Reid'))
  const marks = { mail: own, comment: null }
  expect(marksNow({ ...AS_IT_COMES, marks }, 'Morgan Reid')).toEqual(marks)
})

describe('under a text', () => {
  test('it stands once, however often it is put there, and whatever the PM made of the text', () => {
    const line = fc.constantFrom(own, usual, null)
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(line, { minLength: 1 }), (text, lines) => {
        const last = lines.at(-1) ?? null
        const marked = lines.reduce<string>((so, each) => withMark(so, each, usual), `Morgan,\n${text}x`)
        expect(withMark(marked, last, usual)).toBe(marked)
        if (last !== null) expect(marked.endsWith(`\n\n${last}`)).toBe(true)
        expect(marked.split(usual)).toHaveLength(last === usual ? 2 : 1)
      }),
    )
  })

  test('an older draft has the usual one in its text, which gives way to the new one', () => {
    expect(withMark(`When?\n\n${usual}\n`, own, usual)).toBe(`When?\n\n${own}`)
    expect(withMark(`When?\n\n${usual}`, null, usual)).toBe('When?')
    expect(withMark(`When?\n\n${own.toUpperCase()}`, own, usual)).toBe(`When?\n\n${own}`)
  })

  test('an older one is known by its words, whatever became of the spaces between them', () => {
    expect(withMark(`When?\n\n  ${own.replaceAll(' ', '   ')} `, own, usual)).toBe(`When?\n\n${own}`)
    expect(withMark(`When?\n\n${own.replaceAll(' ', '')}`, own, usual)).toContain(`\n\n${own}`)
    expect(withMark('When?\nOr never: say.', own, usual)).toBe(`When?\nOr never: say.\n\n${own}`)
  })

  test('a text that is nothing but the mark is not taken away', () => {
    expect(withMark(own, own, usual)).toBe(`${own}\n\n${own}`)
  })
})
