import { expect, test } from 'vitest'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { flaggedScenario, slotOf } from '../fixtures/flagged-scenario.ts'
import { playedAfter } from '../fixtures/played-after.ts'

const CHECKS = 8
/** Two hours in which a ticket is flagged before every check but the first. */
const flagged: Scenario = { ...flaggedScenario(CHECKS), end: slotOf(CHECKS) }

test.each([
  [0, 9, 'Nothing is saved on: both models are called as needed.', 8, []],
  [270_000, 5, 'Saving: checks every 30 min. Since 09:00', 0, ['reason saving']],
  [300_000, 3, 'Saving: checks every hour, simpler drafts. Since 09:00', 0, ['reason saving']],
  [400_000, 9, 'Rules only: no model is called. Since 09:00', 0, ['reason budget']],
] as const)(
  'after %d micro-dollars %d of nine slots are checked, and the screen says: %s',
  async (micro, checks, words, larger, skipped) => {
    const it = await playedAfter(flagged, micro)
    expect(it.cycles).toBe(checks)
    expect(it.larger).toBe(larger)
    expect([...new Set(it.skipped)]).toEqual(skipped)
    expect(it.page).toContain(words)
    // Each ticket is decided about all the same, in the rules' words where no model was asked.
    expect(it.decisions).toHaveLength(CHECKS)
    expect(it.decisions.filter((by) => by === 'model')).toHaveLength(larger)
    if (skipped.length > 0) expect(it.page).toContain('Sorted by rules instead')
  },
)
