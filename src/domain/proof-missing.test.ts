import { describe, expect, test } from 'vitest'
import { aMailSuggestion, anAct, anUpdate } from '../../tests/fixtures/builders.ts'
import { minutesAfter } from '../../tests/fixtures/desk.ts'
import { done, item, kindOf, kinds, proven } from '../../tests/fixtures/proven.ts'
import { proofLine, proofProblems, type ProofInputs } from './proof.ts'

const link = (on: boolean) =>
  kindOf({ kind: 'jira_fields', key: 'SP-1', change: { field: 'link', how: 'blocks', other: 'SP-2', on } })
const flagOff = kindOf({ kind: 'jira_fields', key: 'SP-1', change: { field: 'flag', on: false } })
const release = kindOf({ kind: 'milestone_change', project: 'SP', milestone: 'UAT', dueOn: '2026-11-06' })
const mail = kindOf(aMailSuggestion().payload)
const document = kindOf(anUpdate().payload)
const notice = kindOf({ kind: 'notification_internal', subject: 'S', text: 'T' })

describe('what we noted as done and is not there', () => {
  const unread = (place: 'jira' | 'outlook') => [{ place, reason: 'it did not answer' }]

  test.each<[string, Partial<ProofInputs>, string[]]>([
    ['is missing', {}, ['missing']],
    ['may stand where nobody could ask', { unread: unread('jira') }, []],
    ['is missing where another place could not be asked', { unread: unread('outlook') }, ['missing']],
    ['may be a mail in a mailbox that did not answer', { acts: [done(mail)], unread: unread('outlook') }, []],
    [
      'is a mail that is missing while Jira did not answer',
      { acts: [done(mail)], unread: unread('jira') },
      ['missing'],
    ],
    [
      'is a document, which is ours to ask',
      { acts: [done(document, 'auto')], unread: unread('jira') },
      ['missing'],
    ],
    ['was not that day', { from: minutesAfter(1) }, []],
    ['is not done yet', { acts: [anAct()] }, []],
    ['is a notice, which leaves nothing', { acts: [done(notice, 'auto')] }, []],
    ['is a link that was taken away, which leaves no mark', { acts: [done(link(false))] }, []],
    ['is a flag that was taken off', { acts: [done(flagOff)] }, ['missing']],
    ['is missing beside what others left', { items: [item({ actId: 'B' })] }, ['no permit', 'missing']],
    ['is a link that was set', { acts: [done(link(true))] }, ['missing']],
    ['is a release’s day, which leaves no mark', { acts: [done(release)] }, []],
  ])('%s', (_, over, faults) => {
    expect(kinds({ items: [], ...over })).toEqual(faults)
  })

  test('is told of apart where it can leave no mark', () => {
    const found = proven({
      items: [],
      acts: [done(link(false)), done(release), anAct(undefined, release)],
      unread: unread('jira'),
    })
    expect(found).toMatchObject({ acts: 0, unmarked: 2, outside: 0 })
    expect(proofProblems(found)).toEqual([
      '2 more by our own record alone: Jira takes no mark with it.',
      'Jira could not be asked what stands there: it did not answer',
    ])
    expect(proofLine(found)).toBe('no acts; 0 outside the boundary; 0 held; 0 stopped; 0 undone.')
  })
})
