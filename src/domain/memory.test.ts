import { describe, expect, test } from 'vitest'
import { anEscalation } from '../../tests/fixtures/builders.ts'
import { NINE, nine } from '../../tests/fixtures/desk.ts'
import { aMemory, aSilence } from '../../tests/fixtures/memories.ts'
import { aMail } from '../../tests/fixtures/talk.ts'
import { mattered, memory, playbookOf } from './memory.ts'

const taught = aMemory(aMail(), 'noise')

describe('how often something that was learned has mattered', () => {
  test('nothing has come of it at first', () => {
    expect(taught.mattered).toEqual({ times: 0, lastAt: null, latest: [] })
  })

  test('each use counts once, however often its step is run again', () => {
    const once = mattered(taught, ['s1', 's2', 's1'], NINE)
    expect(once).toMatchObject({ version: 2, mattered: { times: 2, lastAt: nine, latest: ['s1', 's2'] } })
    const twice = mattered(once, ['s2', 's3'], NINE)
    expect(twice).toMatchObject({ version: 3, mattered: { times: 3, latest: ['s1', 's2', 's3'] } })
    expect(mattered(twice, ['s1', 's3'], NINE)).toBe(twice)
  })

  test('the newest five hundred uses are remembered one by one, and all are counted', () => {
    const many = Array.from({ length: 501 }, (_, at) => `s${at}`)
    const { times, latest } = mattered(taught, many, NINE).mattered
    expect(times).toBe(501)
    expect(latest).toEqual(many.slice(1))
  })
})

test.each([
  ['how much something matters', taught],
  ['that a decision need not be raised', aSilence(anEscalation())],
  [
    'how a decision was answered',
    { ...aSilence(anEscalation()), teaches: 'choice', chose: 'Ask', reason: undefined, weight: undefined },
  ],
])('what was learned of %s is read back', (_, row) => {
  expect(memory.parse(JSON.parse(JSON.stringify(row)))).toMatchObject({
    teaches: row.teaches,
    like: row.like,
  })
})

test('a better version of a playbook answers the same question', () => {
  expect(playbookOf({ rule: 'stale-and-asked@12' })).toBe('stale-and-asked')
})
