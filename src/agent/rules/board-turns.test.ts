import { describe, expect, test } from 'vitest'
import type { Brief, Matter } from '#src/domain/matter.ts'
import { noa } from '../../../tests/fixtures/people.ts'
import {
  aChange,
  aMilestone,
  aPicture,
  aTicketMatter,
  at,
  standsIn,
} from '../../../tests/fixtures/pictures.ts'
import { troubleTold } from './trouble-told.ts'

type Over = Parameters<typeof aTicketMatter>[1]
const high = (kind: Parameters<typeof aChange>[1], over: Parameters<typeof aChange>[2] = {}): Brief => ({
  ...aChange('WTL-4', kind, { occurredAt: at('2027-12-10 10:00'), ...over }),
  importance: 'high',
})
const panels = (briefs: Brief[], over: Over = {}): Matter => {
  const base = aTicketMatter('WTL-4', { title: 'Panels', ...over })
  return { ...base, briefs: [...base.briefs, ...briefs] }
}
const soon = { dueDate: '2027-12-15' }
const putOff = high('due_date', { before: '2027-12-10', after: '2028-01-07' })
const asked = (matters: Matter[]) => troubleTold(aPicture(matters), []).drafts

describe('what turned on the board needs no words', () => {
  test.each<[string, Brief, Over, string]>([
    ['a day put off', putOff, {}, 'Panels: its day was put off'],
    [
      'work opened again',
      high('status', { before: 'Done', after: 'In Progress' }),
      {},
      'Panels: it was opened again',
    ],
    [
      'work that stands still',
      high('status', { before: 'In Progress', after: 'On hold' }),
      { ticket: soon },
      'Panels: it stands still',
    ],
    [
      'a flag on what somebody has',
      high('flag', { after: 'Impediment' }),
      { ticket: { ...soon, flagged: true } },
      'Panels: it is flagged',
    ],
    [
      'nobody on it for a day',
      high('assignee', { before: 'Mei Tan', after: null }),
      { unownedSince: at('2027-12-09 10:00') },
      'Panels: nobody is on it',
    ],
  ])('%s', (_, brief, over, title) => {
    const matters = [panels([brief], over)]
    const [draft] = asked(matters)
    expect(draft).toMatchObject({ title, matterId: 'WTL-4' })
    standsIn(aPicture(matters), draft?.facts ?? [])
  })

  test('with words on the same ticket it is one decision', () => {
    const words = aChange('WTL-4', 'comment', {
      ...{ text: 'Nobody has picked this up.', occurredAt: at('2027-12-10 11:00') },
    })
    expect(asked([panels([putOff, words])]).map(({ facts }) => facts.length)).toEqual([3])
  })

  test('it joins a decision that names the ticket', () => {
    const [other] = asked([panels([putOff])])
    const milestone = other ? [{ ...other, matterId: 'milestone-Live', facts: [] }] : []
    const { drafts, others } = troubleTold(aPicture([panels([putOff])]), milestone)
    expect(drafts).toEqual([])
    expect(others[0]?.facts).toHaveLength(1)
  })
})

describe('nothing is asked', () => {
  test.each<[string, Matter]>([
    ['where triage lets it wait', panels([{ ...putOff, importance: 'medium' }])],
    [
      'where a milestone waits for it: that is worked out for the milestone',
      panels([putOff], { ticket: { versions: [aMilestone('Live', '2028-01-10')] } }),
    ],
    [
      'where the PM did it',
      panels([
        high('due_date', {
          before: '2027-12-10',
          after: '2028-01-07',
          actor: { accountId: 'n', name: noa.name, email: null },
        }),
      ]),
    ],
    [
      'where it was turned back',
      panels([
        putOff,
        aChange('WTL-4', 'due_date', {
          before: '2028-01-07',
          after: '2027-12-10',
          occurredAt: at('2027-12-10 12:00'),
        }),
      ]),
    ],
    ['where the flag is off again', panels([high('flag', { after: 'Impediment' })], { ticket: soon })],
    [
      'where somebody has it and there is time',
      panels([high('flag', { after: 'Impediment' })], { ticket: { flagged: true } }),
    ],
    [
      'where nobody has it since today',
      panels([high('assignee', { before: 'Mei Tan', after: null })], {
        unownedSince: at('2027-12-13 08:40'),
      }),
    ],
    ['where it is done', panels([putOff], { ticket: { statusCategory: 'done' } })],
  ])('%s', (_, matter) => {
    expect(asked([matter])).toEqual([])
  })
})
