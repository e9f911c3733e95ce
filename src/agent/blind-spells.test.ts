import { expect, test } from 'vitest'
import type { BlindSpell, SourceReading } from '#src/domain/cycle.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { spellsAfter } from './blind-spells.ts'

const later = minutesAfter(15).toISOString()
const reads = (source: 'jira' | 'outlook', reason: string | null = null): SourceReading => ({
  ...{ source, readAt: later, changed: 0, ok: reason === null, reason },
})
const since = (source: 'jira' | 'outlook', at = nine): BlindSpell => ({
  source,
  since: at,
  reason: 'It did not answer.',
})

test.each<[string, BlindSpell[], SourceReading[], BlindSpell[]]>([
  ['nothing while all is read', [], [reads('jira'), reads('outlook')], []],
  [
    'a spell from the first failure on',
    [],
    [reads('jira', 'Jira answered 503.')],
    [{ ...since('jira', later), reason: 'Jira answered 503.' }],
  ],
  [
    'the same spell, with the newest reason',
    [since('jira')],
    [reads('jira', 'Jira throttles.')],
    [{ ...since('jira'), reason: 'Jira throttles.' }],
  ],
  ['no spell once it was read', [since('jira')], [reads('jira')], []],
  [
    'the other source’s spell as it was, when that one was not looked at',
    [since('outlook')],
    [reads('jira')],
    [since('outlook')],
  ],
  [
    'both, each since its own time',
    [since('outlook')],
    [reads('jira', 'x'), reads('outlook', 'y')],
    [
      { ...since('jira', later), reason: 'x' },
      { ...since('outlook'), reason: 'y' },
    ],
  ],
])('there is %s', (_, before, readings, after) => {
  expect(spellsAfter(before, readings)).toEqual(after)
})
