import { describe, expect, test } from 'vitest'
import { aPm, aProject } from '../../tests/fixtures/desk.ts'
import { pm, project, workingHours } from './project.ts'
import { reasonOf, STOP_WORDS, stopReason } from './stop-reason.ts'
import { tellingWords } from './telling-words.ts'
import { ticketKey } from './ticket-key.ts'

const hours = aPm().workingHours
const fits = (over: object) => workingHours.safeParse({ ...hours, ...over }).success

describe('working hours', () => {
  test.each(['00:00', '09:30', '13:59', '19:05', '23:58'])('may begin at %s', (from) => {
    expect(fits({ from, to: '23:59' })).toBe(true)
  })

  test.each([
    '8:00',
    '24:00',
    '29:00',
    '08:60',
    '08:5',
    '08:000',
    ' 08:00',
    '108:00',
    'a8:00',
    '1a:00',
    '08:0a',
    'x',
  ])('can not begin at "%s"', (from) => {
    expect(fits({ from, to: '23:59' })).toBe(false)
  })

  test('end later than they begin, on the same day', () => {
    expect(fits({ from: '09:00', to: '09:01' })).toBe(true)
    expect(fits({ from: '09:00', to: '09:00' })).toBe(false)
    expect(fits({ from: '22:00', to: '06:00' })).toBe(false)
  })

  test('are on one day at least, and on as many as somebody works', () => {
    expect([fits({ days: [] }), fits({ days: ['mon'] }), fits({ days: ['mon', 'tue'] })]).toEqual([
      false,
      true,
      true,
    ])
  })

  test('are the PM’s, who is read back as configured', () => {
    expect(pm.parse(aPm())).toEqual(aPm())
  })
})

test('a project has a key, and one from before dials were turned reads as set up', () => {
  const { dialTurn, ...before } = aProject()
  expect(project.parse(before).dialTurn).toEqual(dialTurn)
  expect(project.safeParse({ ...before, id: '' }).success).toBe(false)
})

describe('why an act was stopped, as it stands with the act', () => {
  test.each([
    [undefined, '  ', 'stopped by the PM'],
    [undefined, ' I called. ', 'I called.'],
    ['wrong_words' as const, ' ', 'not how I would say it'],
    ['wrong_words' as const, ' Too stiff. ', 'not how I would say it: Too stiff.'],
  ])('picked %s and said "%s": %s', (because, said, words) => {
    expect(reasonOf(because, said)).toBe(words)
  })

  test('has words for each reason', () => {
    expect(new Set(stopReason.options.map((each) => STOP_WORDS[each])).size).toBe(stopReason.options.length)
  })
})

test.each([
  ['', []],
  ['See WTL-4, SP_2-117 and B-12: the interface', ['interface']],
  ['WARDS_EAST-117: orders', ['orders']],
  ['The label-printers at Skerra’s re-opened dock', ['label-printers', 'skerra’s', 're-opened', 'dock']],
  ['Crane, crane: CRANE', ['crane']],
  ['The 4th of the 2026s, v4.2.1', []],
  ['well. And so on', ['well']],
  ['--- *** ---', []],
])('the words that tell "%s" from others', (text, words) => {
  expect(tellingWords(text)).toEqual(words)
})

test.each(['SP-1', 'A-12', 'WTL_2-117'])('%s is a ticket’s key', (key) => {
  expect(ticketKey.parse(key)).toBe(key)
})

test.each(['sp-1', '1P-1', 'SP-', 'SP1', 'see SP-1', 'SP-1 is done', 'SP-1a'])('"%s" is none', (key) => {
  expect(ticketKey.safeParse(key).success).toBe(false)
})
