import { afterEach, beforeEach, expect, vi } from 'vitest'

/** A printed warning or error fails the test that caused it: nobody reads a noisy test log. */
beforeEach(() => {
  vi.spyOn(console, 'warn')
  vi.spyOn(console, 'error')
})

afterEach(() => {
  try {
    expect(console.warn).not.toHaveBeenCalled()
    expect(console.error).not.toHaveBeenCalled()
  } finally {
    vi.restoreAllMocks()
  }
})
