import { describe, expect, test } from 'vitest'
import { anEscalation } from '../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { deputyBrief, type Brief } from './deputy-brief.ts'
import { deputyNews, type News } from './deputy-news.ts'
import type { Escalation } from './escalation.ts'

const to = { name: 'Sofia Marques' }
const common = { to, pmName: 'Morgan Reid', timeZone: 'Europe/London' }
const due = (day: number) => `2026-11-0${day}T23:30:00.000Z`
const raised = (number: number, over: Partial<Escalation> = {}) =>
  anEscalation({
    ...{ id: `E${number}`, refs: [`SP-${number}`], title: `Question ${number}`, decideBy: due(number) },
    createdAt: minutesAfter(10).toISOString(),
    ...over,
  })
const some = (count: number) => Array.from({ length: count }, (_, at) => raised(at + 1))

describe('what a deputy is told of decisions that came up meanwhile', () => {
  const news = (open: Escalation[], over: Partial<News> = {}) =>
    deputyNews({ ...common, open, since: nine, ...over })

  test('names the ticket and the day, where the PM is, and no word that anybody wrote', () => {
    expect(news([raised(2)])).toEqual({
      subject: 'While I am away: 1 more decision waits',
      text: [
        'Sofia,',
        'Since you were last told, 1 more decision waits:\n- SP-2, by Mon 2 Nov',
        'I am still away. Please stand in where one cannot wait for me.',
        'Morgan Reid',
      ].join('\n\n'),
    })
    expect(news([raised(2)], { timeZone: 'Australia/Sydney' })?.text).toContain('by Tue 3 Nov')
  })

  test.each([
    ['no ticket: its project', { refs: ['<1@x.example>'] }, '- SP, about a mail, by Mon 2 Nov'],
    ['a mail and a ticket: the ticket', { refs: ['<1@x.example>', 'SP-9'] }, '- SP-9, by Mon 2 Nov'],
    ['no day: none', { decideBy: null }, '- SP-2'],
  ])('of one with %s', (_, over, line) => {
    expect(news([raised(2, over)])?.text.split('\n')).toContain(line)
  })

  test('is nothing when none came up since', () => {
    expect(news([])).toBeNull()
    expect(news([raised(1, { createdAt: nine })])).toBeNull()
    expect(news([raised(1, { createdAt: nine }), raised(2)])?.subject).toContain('1 more')
  })

  test('begins with what is to be decided soonest', () => {
    const lines = news([raised(3), raised(1), raised(2)])?.text.match(/SP-\d/g)
    expect(lines).toEqual(['SP-1', 'SP-2', 'SP-3'])
  })

  test('names six, and the rest by their number', () => {
    expect(news(some(6))?.text).not.toContain('- and')
    const seven = news(some(7))
    expect(seven?.subject).toBe('While I am away: 7 more decisions wait')
    expect(seven?.text).toContain('- SP-6, by Fri 6 Nov\n- and 1 more\n')
    expect(seven?.text).not.toContain('SP-7')
  })
})

describe('what a deputy is told when the PM goes away', () => {
  const brief = (over: Partial<Brief> = {}) =>
    deputyBrief({ ...common, until: '2026-11-06', projects: ['Sample'], open: [], ...over })

  test('says until when, for what, and that nothing is sent meanwhile', () => {
    expect(brief({ projects: ['Sample', 'Harbour'] })).toEqual({
      subject: 'While I am away, until Fri 6 Nov',
      text: [
        'Sofia,',
        'I am away until Fri 6 Nov. Please stand in for me on Sample and Harbour.',
        'No decision waits at the moment.',
        'Nothing is sent in my name meanwhile unless I say so myself.',
        'Morgan Reid',
      ].join('\n\n'),
    })
  })

  test('says no day where none is set', () => {
    const open = brief({ until: null })
    expect(open.subject).toBe('While I am away')
    expect(open.text).toContain('I am away. Please')
  })

  test('names the decisions that wait and by when, four of them and the rest by their number', () => {
    const [first, ...others] = some(4)
    const four = brief({ open: [{ ...first!, decideBy: null }, ...others] })
    expect(four.text).toContain(
      [
        ...['These decisions wait:', '- Question 1', '- Question 2 (by Mon 2 Nov)'],
        ...['- Question 3 (by Tue 3 Nov)', '- Question 4 (by Wed 4 Nov)\n\nNothing'],
      ].join('\n'),
    )
    const six = brief({ open: some(6) }).text
    expect(six).toContain('- and 2 more\n\n')
    expect(six).not.toContain('Question 5')
  })
})
