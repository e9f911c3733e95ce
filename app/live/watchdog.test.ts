import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Link } from '#app/live/link.ts'
import { keepLive, SignedOut, type ConnectionEvents, type Keeper } from '#app/live/watchdog.ts'
import type { Noun } from '#src/adapters/push/operations.ts'

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => {
  world.keeper?.stop()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

let world: ReturnType<typeof aWorld>

/** A network that answers as told: `answer` decides what the next attempt meets. */
function aWorld() {
  const attempts: { on: ConnectionEvents; closed: boolean }[] = []
  const links: Link[] = []
  const pushes: { noun: Noun; id: string }[] = []
  const state: { answer: 'live' | 'silent' | 'broken' | 'signed out'; keeper?: Keeper } = { answer: 'live' }
  async function open(on: ConnectionEvents) {
    const attempt = { on, closed: false }
    attempts.push(attempt)
    if (state.answer === 'signed out') throw new SignedOut()
    if (state.answer === 'broken') throw new Error('no network')
    if (state.answer === 'live') queueMicrotask(on.live)
    return () => void (attempt.closed = true)
  }
  const start = () => {
    state.keeper = keepLive({
      open,
      onLink: (link) => links.push(link),
      onPush: (noun, { id }) => pushes.push({ noun, id }),
    })
    return vi.advanceTimersByTimeAsync(0)
  }
  const stillOpen = () => attempts.filter(({ closed }) => !closed)
  return Object.assign(state, {
    attempts,
    links,
    pushes,
    start,
    stillOpen,
    newest: () => attempts.at(-1),
  })
}

const aRow = (id: string) => ({
  id,
  version: 1,
  projectId: 'HRB',
  type: null,
  updatedAt: null,
  summary: null,
})

const states = () => world.links.map(({ state }) => state)

test('goes live, hands pushes on, and then asks for nothing more', async () => {
  world = aWorld()
  await world.start()
  world.newest()?.on.push('artefact', aRow('A1'))
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(states()).toEqual(['live'])
  expect(world.pushes).toEqual([{ noun: 'artefact', id: 'A1' }])
  expect(world.attempts).toHaveLength(1)
})

test('a lost connection is closed and replaced within a quarter of a second', async () => {
  world = aWorld()
  await world.start()
  world.newest()?.on.lost()
  await vi.advanceTimersByTimeAsync(250)
  expect(states()).toEqual(['live', 'reconnecting', 'live'])
  expect(world.attempts.map(({ closed }) => closed)).toEqual([true, false])
})

test('what an abandoned connection says later is not heard', async () => {
  world = aWorld()
  await world.start()
  const old = world.newest()
  old?.on.lost()
  await vi.advanceTimersByTimeAsync(250)
  old?.on.lost()
  old?.on.live()
  old?.on.push('artefact', aRow('late'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(world.attempts).toHaveLength(2)
  expect(world.pushes).toEqual([])
})

test('a silent attempt is given up after eight seconds, so Amplify can not fall asleep on us', async () => {
  world = aWorld()
  world.answer = 'silent'
  await world.start()
  await vi.advanceTimersByTimeAsync(8_000)
  expect(world.newest()?.closed).toBe(true)
  world.answer = 'live'
  await vi.advanceTimersByTimeAsync(250)
  expect(states()).toEqual(['reconnecting', 'live'])
  expect(world.stillOpen()).toHaveLength(1)
})

test('waits longer each time, at most 15 s, and after 20 s says offline since the loss', async () => {
  world = aWorld()
  await world.start()
  world.answer = 'broken'
  world.newest()?.on.lost()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(world.links).toEqual([
    { state: 'live' },
    { state: 'reconnecting', since: 1_000_000 },
    { state: 'offline', since: 1_000_000 },
  ])
  expect(world.attempts.length).toBeGreaterThan(12)
  expect(world.attempts.length).toBeLessThan(28)
  world.answer = 'live'
  await vi.advanceTimersByTimeAsync(15_000)
  expect(states().at(-1)).toBe('live')
})

test('without a network it rests, and tries at once when the network is back', async () => {
  world = aWorld()
  await world.start()
  world.keeper?.offline()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(world.attempts).toHaveLength(1)
  expect(world.links.at(-1)).toEqual({ state: 'offline', since: 1_000_000 })
  world.keeper?.tryNow()
  await vi.advanceTimersByTimeAsync(0)
  expect(states()).toEqual(['live', 'offline', 'live'])
})

test('waking does not disturb a live connection, and does not wait for a late one', async () => {
  world = aWorld()
  await world.start()
  world.keeper?.tryNow()
  expect(world.attempts).toHaveLength(1)
  world.answer = 'broken'
  world.newest()?.on.lost()
  await vi.advanceTimersByTimeAsync(30_000)
  world.answer = 'live'
  world.keeper?.tryNow()
  await vi.advanceTimersByTimeAsync(0)
  expect(states().at(-1)).toBe('live')
})

test('signed out is the end', async () => {
  world = aWorld()
  world.answer = 'signed out'
  await world.start()
  world.keeper?.tryNow()
  world.keeper?.offline()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(states()).toEqual(['signed-out'])
  expect(world.attempts).toHaveLength(1)
})

test('a connection that opens after the page has gone is closed', async () => {
  world = aWorld()
  world.answer = 'silent'
  const started = world.start()
  world.keeper?.stop()
  await started
  expect(world.newest()?.closed).toBe(true)
})
