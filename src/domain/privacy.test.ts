import { describe, expect, test } from 'vitest'
import { isExcluded, looksAtHeadlines, OPEN, privacy, sendersOf, type Headline } from './privacy.ts'

const mail = (over: Partial<Headline> = {}): Headline => ({
  folder: 'inbox',
  from: { name: 'Ann Lee', email: 'ann@clinic.example' },
  to: [{ name: 'Morgan', email: 'morgan@x.example' }],
  cc: [],
  sensitivity: null,
  ...over,
})
const without = (senders: string[]) => ({ ...OPEN, senders })

describe('a mail is not to be read', () => {
  test('when its sender is named, whatever the case, or the domain it comes from', () => {
    expect(isExcluded(mail(), without(['ann@clinic.example']))).toBe(true)
    const shouting = mail({ from: { name: '', email: 'ANN@Clinic.example ' } })
    expect(isExcluded(shouting, without(['ann@clinic.example']))).toBe(true)
    expect(isExcluded(mail(), without(['clinic.example']))).toBe(true)
    const below = mail({ from: { name: '', email: 'a@post.clinic.example' } })
    expect(isExcluded(below, without(['clinic.example']))).toBe(true)
  })

  test('when the PM wrote it to somebody who is named: it quotes what they wrote', () => {
    const sent = mail({ folder: 'sentitems', from: { name: 'Morgan', email: 'morgan@x.example' } })
    const to = [{ name: 'Ann', email: 'ann@clinic.example' }]
    expect(isExcluded({ ...sent, to }, without(['clinic.example']))).toBe(true)
    expect(isExcluded({ ...sent, cc: to }, without(['clinic.example']))).toBe(true)
    expect(isExcluded(sent, without(['clinic.example']))).toBe(false)
  })

  test('and its headlines are looked at only where a sender or a mark is named', () => {
    expect(looksAtHeadlines(OPEN)).toBe(false)
    expect(looksAtHeadlines({ ...OPEN, folders: ['private'] })).toBe(false)
    expect(looksAtHeadlines(without(['clinic.example']))).toBe(true)
    expect(looksAtHeadlines({ ...OPEN, sensitivities: ['private'] })).toBe(true)
  })

  test('and nothing is excluded until somebody says so', () => {
    expect(OPEN).toEqual({ version: 0, folders: [], senders: [], sensitivities: [] })
    const chosen = { ...OPEN, folders: ['private'], sensitivities: ['confidential'] }
    expect(privacy.parse(chosen)).toEqual(chosen)
    expect(privacy.safeParse({ ...OPEN, folders: [''] }).success).toBe(false)
  })

  test('when it is marked so', () => {
    const marked = mail({ sensitivity: 'private' })
    expect(isExcluded(marked, { ...OPEN, sensitivities: ['private'] })).toBe(true)
    expect(isExcluded(marked, { ...OPEN, sensitivities: ['personal', 'confidential'] })).toBe(false)
  })
})

test('any other is read: one who only sounds like it, and one to whom somebody excluded was copied in', () => {
  expect(isExcluded(mail(), without(['lee@clinic.example', 'notclinic.example', 'inic.example']))).toBe(false)
  const from = { name: 'Bo', email: 'bo@x.example' }
  const cc = [{ name: 'Ann', email: 'ann@clinic.example' }]
  expect(isExcluded(mail({ from, cc }), without(['clinic.example']))).toBe(false)
  expect(isExcluded(mail({ from: null, sensitivity: 'private' }), OPEN)).toBe(false)
})

test('what somebody types is read line by line, each once, and what is neither address nor domain is named', () => {
  expect(sendersOf(' Ann@Clinic.example,\n@clinic.example; ann@clinic.example\n\n')).toEqual({
    senders: ['ann@clinic.example', 'clinic.example'],
    wrong: [],
  })
  expect(sendersOf('a.b.example\nann lee@x.example\nann@x.example!\n-').wrong).toEqual([
    ...['ann lee@x.example', 'ann@x.example!', '-'],
  ])
  expect(sendersOf('post.clinic.example, a.b@c.d.example').wrong).toEqual([])
  expect(sendersOf('Ann   Lee\nann@\nclinic\nx.example')).toEqual({
    senders: ['x.example'],
    wrong: ['ann lee', 'ann@', 'clinic'],
  })
})
