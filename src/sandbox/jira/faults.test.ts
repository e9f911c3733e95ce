import { describe, expect, it } from 'vitest'
import { distorted, faultAnswer, faultBox } from './faults.ts'

const search = { method: 'POST', url: '/rest/api/3/search/jql', hasToken: false }
const myself = { method: 'GET', url: '/rest/api/3/myself', hasToken: false }

describe('faults', () => {
  it('strike from their time on, only what they match, so many times', () => {
    const box = faultBox([{ fault: '500', at: new Date(1000), times: 2, match: 'GET /rest/api/3/my' }])
    expect(box.take(myself, 999)).toBeUndefined()
    expect(box.take(search, 1000)).toBeUndefined()
    expect(box.take(myself, 1000)?.fault).toBe('500')
    expect(box.take(myself, 5000)?.fault).toBe('500')
    expect(box.take(myself, 5000)).toBeUndefined()
  })

  it('of pages strike searches only, of tokens only requests that carry one', () => {
    const box = faultBox([{ fault: 'pageSize' }, { fault: 'expiredPageToken' }])
    expect(box.take(myself, 0)).toBeUndefined()
    expect(box.take(search, 0)?.fault).toBe('pageSize')
    expect(box.take(search, 0)).toBeUndefined()
    expect(box.take({ ...search, hasToken: true }, 0)?.fault).toBe('expiredPageToken')
    box.set([{ fault: 'drop' }])
    expect(box.take(myself, 0)?.fault).toBe('drop')
  })

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
