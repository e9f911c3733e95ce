import { expect, test } from 'vitest'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'
import { playedAfter } from '../fixtures/played-after.ts'

test('from 0.23 the larger model is asked about what cannot wait, and rules word the rest', async () => {
  const day = { start: new Date('2026-10-22T06:00:00Z'), end: new Date('2026-10-22T17:00:00Z') }
  const it = await playedAfter(
    { ...readScenario('scenarios/harbour'), ...day, faults: [], decisions: [] },
    230_000,
  )
  expect(it.larger).toBeGreaterThan(0)
  expect(it.skipped).toContain('reason saving')
  expect(it.decisions.toSorted()).toEqual(['model', 'rules'])
  expect(it.page).toContain('Saving: fewer options by the larger model.')
})
