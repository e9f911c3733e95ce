import { describe, expect, test } from 'vitest'
import { NINE, nine } from '../../tests/fixtures/desk.ts'
import { activityEvent, eventGroup, eventKind, eventOf, groupOf } from './event.ts'

describe('a line of the activity log', () => {
  test('has what it is about, and nothing where it is about nothing', () => {
    const line = eventOf(
      { id: 'V1', projectId: 'WTL', kind: 'act_done', text: 'Done: Comment on WTL-4', actId: 'A1' },
      NINE,
    )
    expect(activityEvent.parse(line)).toEqual({
      ...{
        id: 'V1',
        version: 1,
        projectId: 'WTL',
        kind: 'act_done',
        at: nine,
        text: 'Done: Comment on WTL-4',
      },
      ...{ ref: null, actId: 'A1', escalationId: null, signalId: null },
    })
  })

  test('is short, however long what it tells of', () => {
    const { text } = eventOf(
      { id: 'V1', projectId: 'WTL', kind: 'act_done', text: '\u{1F9EA}'.repeat(900) },
      NINE,
    )
    expect(text.length).toBeLessThanOrEqual(501)
    expect(text.isWellFormed()).toBe(true)
  })

  test('is found under one of five groups; a kind of a newer version is a check’s', () => {
    const groups = Map.groupBy(eventKind.options, groupOf)
    expect([...groups.keys()].sort()).toEqual(['acts', 'changes', 'checks', 'decisions', 'documents'])
    expect(groups.get('acts')).toContain('dial_turned')
    expect(groups.get('checks')).toEqual(
      expect.arrayContaining(['source_blind', 'signal_set_aside', 'cycle_failed']),
    )
    expect(groupOf('moon_rises')).toBe('checks')
    expect(groups.get('decisions')).toEqual(
      expect.arrayContaining(['escalation_raised', 'escalation_reworked', 'memory_taught']),
    )
    expect([...groups.keys()].map((each) => eventGroup.parse(each))).toHaveLength(5)
  })
})
