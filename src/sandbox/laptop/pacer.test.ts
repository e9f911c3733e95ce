import { addHours } from 'date-fns/addHours'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { sandboxClock } from '#src/sandbox/cloud/sandbox-clock.ts'
import { aPm } from '../../../tests/fixtures/desk.ts'
import { pacer } from './pacer.ts'

const start = new Date('2026-10-22T09:00:00Z')
const paced = (wait?: Parameters<typeof pacer>[1]['wait']) => {
  const clock = sandboxClock(join(mkdtempSync(join(tmpdir(), 'pm-clock-')), 'clock.json'), start)
  const life = { hours: aPm().workingHours, end: addHours(start, 100_000), speed: 1_000_000 }
  const { press, adjust } = pacer(clock, wait ? { ...life, wait } : life)
  return { clock, press, adjust }
}

describe('a clock that is to stop by itself', () => {
  test('stands exactly there, however late one looks, and goes on when it is told to', async () => {
    const { clock, press } = paced()
    const noon = addHours(start, 3)
    press('go', noon)
    await sleep(20)
    expect(clock.now()).toEqual(noon)
    press('go', addHours(noon, 1))
    await sleep(20)
    expect(clock.now()).toEqual(addHours(noon, 1))
    press('go')
    await sleep(20)
    expect(clock.now() > addHours(noon, 1)).toBe(true)
  })
})

test('a clock that has to wait for something goes on once it has happened', async () => {
  let isOver = false
  const { clock, press, adjust } = paced({ at: addHours(start, 3), isOver: () => isOver })
  press('go')
  await sleep(20)
  adjust()
  const stood = clock.now()
  expect(stood).toEqual(addHours(start, 3))
  expect(clock.rate(), 'it has not been stopped').toBeGreaterThan(0)
  await sleep(20)
  expect(clock.now()).toEqual(stood)
  isOver = true
  adjust()
  await sleep(20)
  expect(clock.now() > stood).toBe(true)
})
