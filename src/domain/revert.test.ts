import { describe, expect, test } from 'vitest'
import { applyReverts, revertsBetween } from './revert.ts'

const before = {
  summary: '3 open',
  items: [{ id: 'issue-SP-1', status: 'open', owner: null, lastReviewedAt: 'Mon' }],
}
const after = {
  summary: '4 open',
  items: [
    { id: 'issue-SP-1', status: 'mitigating', owner: null, lastReviewedAt: 'Tue' },
    { id: 'issue-SP-2', status: 'open', owner: null, lastReviewedAt: 'Tue' },
  ],
}
const reverts = revertsBetween(before, after)

describe('a change of a document', () => {
  test('is taken back place by place, and what is only bookkeeping stays', () => {
    const { content, moved } = applyReverts(after, reverts)
    expect(moved).toEqual([])
    expect(content).toEqual({ ...before, items: [{ ...before.items[0], lastReviewedAt: 'Tue' }] })
  })

  test('leaves what anybody changed since as it is, and says which', () => {
    const later = {
      summary: 'as the PM wrote it',
      items: [
        { id: 'issue-SP-1', status: 'mitigating', owner: 'Mei', lastReviewedAt: 'Wed' },
        { id: 'issue-SP-2', status: 'closed', owner: null, lastReviewedAt: 'Wed' },
      ],
    }
    const { content, moved } = applyReverts(later, reverts)
    expect(moved.map(({ path }) => path.join('/'))).toEqual(['summary', 'items/issue-SP-2'])
    expect(content).toEqual({
      ...later,
      items: [{ ...later.items[0], status: 'open' }, later.items[1]],
    })
  })

  test('is known again in whatever order a store gives its fields back', () => {
    const counts = (...counted: object[]) => ({ byStatus: counted })
    const found = revertsBetween(
      counts({ name: 'To Do', tickets: 20 }),
      counts({ name: 'To Do', tickets: 14 }),
    )
    const { content, moved } = applyReverts(counts({ tickets: 14, name: 'To Do' }), found)
    expect(moved).toEqual([])
    expect(content).toEqual(counts({ name: 'To Do', tickets: 20 }))
    expect(applyReverts(counts({ tickets: 13, name: 'To Do' }), found).moved).toHaveLength(1)
  })

  test('whose entry is gone is not brought back', () => {
    const gone = { ...after, items: [] }
    expect(applyReverts(gone, reverts).content).toEqual({ ...gone, summary: '3 open' })
  })
})
