import { describe, expect, it } from 'vitest'
import { faultAnswer } from './faults.ts'

describe('faults', () => {
  it('answer in the vendor’s shape', () => {
    expect(faultAnswer({ fault: '429', retryAfterSeconds: 7.2 }, 0)?.headers?.['Retry-After']).toBe('8')
    expect(faultAnswer({ fault: '410' }, 0)?.status).toBe(410)
    expect(faultAnswer({ fault: 'timeout' }, 0)).toBeUndefined()
  })
})
