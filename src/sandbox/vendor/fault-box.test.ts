import { describe, expect, it } from 'vitest'
import { faultBox } from './fault-box.ts'

const lists = '/search/jql'
const search = { method: 'POST', url: '/rest/api/3/search/jql', hasToken: false }
const myself = { method: 'GET', url: '/rest/api/3/myself', hasToken: false }

describe('faults', () => {
  it('strike from their time on, only what they match, so many times', () => {
    const box = faultBox([{ fault: '500', at: new Date(1000), times: 2, match: 'GET /rest/api/3/my' }], lists)
    expect(box.take(myself, 999)).toBeUndefined()
    expect(box.take(search, 1000)).toBeUndefined()
    expect(box.take(myself, 1000)?.fault).toBe('500')
    expect(box.take(myself, 5000)?.fault).toBe('500')
    expect(box.take(myself, 5000)).toBeUndefined()
  })

  it('of pages strike lists only, of tokens only requests that carry one', () => {
    const box = faultBox([{ fault: 'pageSize' }, { fault: 'expiredPageToken' }], lists)
    expect(box.take(myself, 0)).toBeUndefined()
    expect(box.take(search, 0)?.fault).toBe('pageSize')
    expect(box.take(search, 0)).toBeUndefined()
    expect(box.take({ ...search, hasToken: true }, 0)?.fault).toBe('expiredPageToken')
    box.set([{ fault: 'drop' }])
    expect(box.take(myself, 0)?.fault).toBe('drop')
  })

  it('a lag shows late what may be late, so many times, and keeps no other fault from striking', () => {
    const box = faultBox([{ fault: 'lag', lagSeconds: 90, times: 2 }, { fault: '500' }], lists, /search/)
    expect(box.lag(myself, 0)).toBe(0)
    expect(box.take(search, 0)?.fault).toBe('500')
    expect([0, 0, 0].map((now) => box.lag(search, now))).toEqual([90_000, 90_000, 0])
    expect(box.strikes().map(({ fault }) => fault)).toEqual(['500', 'lag', 'lag'])
  })
})
