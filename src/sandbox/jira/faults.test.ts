import { describe, expect, it } from 'vitest'
import { distorted, faultAnswer } from './faults.ts'

describe('faults', () => {
  it('answer in the vendor’s shape, or distort a page', () => {
    expect(faultAnswer({ fault: '429', retryAfterSeconds: 7.2 }, 0)?.headers?.['Retry-After']).toBe('8')
    expect(faultAnswer({ fault: '410' }, 0)?.status).toBe(410)
    expect(faultAnswer({ fault: 'timeout' }, 0)).toBeUndefined()
    const page = { status: 200, body: { issues: [1, 2] } }
    expect(distorted(page, { fault: 'duplicate' }).body).toEqual({ issues: [1, 2, 1] })
    expect(distorted(page, { fault: 'reorder' }).body).toEqual({ issues: [2, 1] })
    expect(distorted({ status: 204 }, { fault: 'reorder' })).toEqual({ status: 204 })
  })
})
