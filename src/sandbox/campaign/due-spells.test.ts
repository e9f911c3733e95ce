import { expect, test } from 'vitest'
import { dueSpells } from './due-spells.ts'
import type { Struck } from './told.ts'

const at = (time: string) => new Date(`2026-10-20T${time}Z`)
const iso = (time: string) => at(time).toISOString()
const strike = (fault: string, time: string, over: Partial<Struck> = {}): Struck => {
  return { fault, asked: 'GET /x', at: at(time), until: null, early: false, ...over }
}
const due = (strikes: Parameters<typeof dueSpells>[0]) => dueSpells(strikes, at('07:00:00'), at('12:00:00'))

test('who is told to wait is blind until the first check after that time', () => {
  const hour = strike('429', '08:15:00', { until: at('09:15:00') })
  expect(due({ jira: [hour] })).toEqual([{ source: 'jira', since: iso('08:15:00'), until: iso('09:15:00') }])
  const more = strike('429', '08:15:00', { until: at('09:15:01') })
  expect(due({ jira: [more] })).toMatchObject([{ until: iso('09:30:00') }])
})

test('checks that fail one after the other are one spell, a good one between them ends it', () => {
  const all = ['08:00:00', '08:15:00', '08:45:00'].map((time) => strike('500', time))
  expect(due({ asana: all })).toEqual([
    { source: 'asana', since: iso('08:00:00'), until: iso('08:30:00') },
    { source: 'asana', since: iso('08:45:00'), until: iso('09:00:00') },
  ])
})

test('what only bends an answer blinds nobody, nor does a sign-in that ran out or an event that is lost', () => {
  expect(due({ jira: [strike('pageSize', '08:00:00'), strike('expiredPageToken', '08:15:00')] })).toEqual([])
  const refused = strike('401', '08:00:00')
  expect(due({ outlook: [refused] })).toEqual([])
  expect(due({ outlook: [refused, refused] })).toHaveLength(1)
  const events = { asked: 'GET /api/1.0/events?sync=x' }
  expect(due({ asana: [strike('drop', '08:00:00', events)] })).toEqual([])
  expect(due({ asana: [strike('cut', '08:00:00', events)] })).toHaveLength(1)
})
