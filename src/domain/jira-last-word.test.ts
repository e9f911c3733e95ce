import { describe, expect, test } from 'vitest'
import { lastWordOf } from './jira-stand.ts'

const day = (date: number) => `2027-12-0${date}T00:00:00.000Z`

describe('who last wrote on it', () => {
  const word = (at: string, name: string | null, actId: string | null = null) => ({
    ...{ id: at, created: at, updated: at, text: 'Hello', mentions: [], actId },
    author: name === null ? null : { accountId: name, name, email: null },
  })

  test.each([
    ['nobody has', [], null],
    ['only the workbench has', [word(day(3), 'Workbench', 'A1')], null],
    ['only an account that is gone has', [word(day(3), null)], null],
    ['two have: the later one', [word(day(3), 'Ana'), word(day(5), 'Tom')], { at: day(5), by: 'Tom' }],
    [
      'told newest first, it is the same',
      [word(day(5), 'Tom'), word(day(3), 'Ana')],
      { at: day(5), by: 'Tom' },
    ],
    [
      'the workbench wrote after a person: the person',
      [word(day(3), 'Ana'), word(day(5), 'Workbench', 'A1')],
      { at: day(3), by: 'Ana' },
    ],
  ])('%s', (_, comments, last) => {
    expect(lastWordOf(comments)).toEqual(last)
  })
})
