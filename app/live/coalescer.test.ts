import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCoalescer } from '#app/live/coalescer.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Reads that take `readMs`; 0: the end is reported at once; Infinity: never. */
function aCoalescer(readMs: number) {
  const reads: number[] = []
  const began = Date.now()
  const coalescer = createCoalescer({
    gapMs: 250,
    run: () => {
      reads.push(Date.now() - began)
      if (readMs < Infinity) setTimeout(() => coalescer.settled(), readMs)
    },
  })
  return { reads, ...coalescer }
}

test('the first wish is met at once', async () => {
  const { reads, request } = aCoalescer(10)
  request()
  await vi.advanceTimersByTimeAsync(0)
  expect(reads).toEqual([0])
})

test('nothing is read when nobody asks', async () => {
  const { reads } = aCoalescer(10)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(reads).toEqual([])
})

test('a burst is two reads: its first and everything after', async () => {
  const { reads, request } = aCoalescer(10)
  for (let push = 0; push < 20; push += 1) {
    request()
    await vi.advanceTimersByTimeAsync(10)
  }
  await vi.advanceTimersByTimeAsync(2_000)
  expect(reads).toEqual([0, 250])
})

test('a slow read is waited for, then done once more for what came meanwhile', async () => {
  const { reads, request } = aCoalescer(900)
  request()
  await vi.advanceTimersByTimeAsync(300)
  request()
  request()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(reads).toHaveLength(2)
  expect(reads[1]).toBeCloseTo(900, -1)
})

test('a read whose end is never reported does not block for ever', async () => {
  const { reads, request } = aCoalescer(Infinity)
  request()
  await vi.advanceTimersByTimeAsync(100)
  request()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(reads).toEqual([0, 5_000])
})

test('a stopped one reads no more', async () => {
  const { reads, request, stop } = aCoalescer(10)
  request()
  stop()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(reads).toEqual([])
})
