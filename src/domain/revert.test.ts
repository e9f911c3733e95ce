import { describe, expect, test } from 'vitest'
import { applyReverts, revert, revertsBetween } from './revert.ts'

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

  test('of an entry that was added takes it out, though it was looked at since', () => {
    const looked = { ...after, items: [after.items[0], { ...after.items[1], lastReviewedAt: 'Fri' }] }
    expect(applyReverts(looked, reverts)).toMatchObject({
      moved: [],
      content: { items: [{ id: 'issue-SP-1' }] },
    })
  })

  test('leaves a field that was set once more, and names it', () => {
    const again = { ...after, items: [{ ...after.items[0], status: 'closed' }, after.items[1]] }
    const { content, moved } = applyReverts(again, reverts)
    expect(moved.map(({ path }) => path)).toEqual([['items', 'issue-SP-1', 'status']])
    expect(content).toMatchObject({ items: [{ status: 'closed' }] })
  })

  test('of a list that is none any more is not taken back, and nothing is thrown', () => {
    const { content, moved } = applyReverts({ ...after, items: 'see the wiki' }, reverts)
    expect(content).toMatchObject({ summary: '3 open', items: 'see the wiki' })
    expect(moved).toHaveLength(2)
  })

  test('that names an entry and no field of it says nothing that could be put back', () => {
    const odd = { path: ['items', 'issue-SP-1'], left: null, was: null, isNew: false }
    expect(applyReverts(after, [odd])).toEqual({ content: after, moved: [odd] })
  })

  test('whose entry is gone is not brought back', () => {
    const gone = { ...after, items: [] }
    expect(applyReverts(gone, reverts).content).toEqual({ ...gone, summary: '3 open' })
  })
})

describe('how a change is taken back', () => {
  const entry = { id: 'issue-SP-1', status: 'open' }

  test('is said for what differs and nothing else', () => {
    const both = { title: 'RAID', notes: ['a', { by: 'Mei' }], items: [entry] }
    expect(revertsBetween(both, structuredClone(both))).toEqual([])
    expect(revertsBetween(both, { ...both, title: 'Risks' })).toEqual([
      { path: ['title'], left: 'Risks', was: 'RAID', isNew: false },
    ])
  })

  test('is by the field where a list has as many entries as before', () => {
    expect(
      revertsBetween({ items: [entry] }, { items: [{ ...entry, status: 'closed', owner: 'Mei' }] }),
    ).toEqual([
      { path: ['items', 'issue-SP-1', 'status'], left: 'closed', was: 'open', isNew: false },
      { path: ['items', 'issue-SP-1', 'owner'], left: 'Mei', was: null, isNew: false },
    ])
  })

  test.each<[string, unknown, unknown]>([
    ['lost an entry', [entry, { id: 'issue-SP-2' }], [entry]],
    ['was not there', null, [entry]],
    ['is a list no longer', [entry], 'see the wiki'],
    ['has entries without ids', [entry], [{ status: 'open' }]],
    ['has one note more', ['a'], ['a', 'b']],
    ['has another note', ['a', 'b'], ['a', 'c']],
    ['was an empty list and is an empty text', [], ''],
    ['was empty and is filled in', null, { name: 'Round 7' }],
    ['was filled in and is empty', { name: 'Round 7' }, null],
    ['has lost a part', { name: 'Round 7', goal: 'Gates' }, { name: 'Round 7' }],
  ])('is the whole section where it %s', (_, was, left) => {
    const found = revertsBetween({ part: was }, { part: left })
    expect(found).toEqual([{ path: ['part'], left, was, isNew: false }])
    expect(applyReverts({ part: left }, found).content).toEqual({ part: was })
  })

  test('names one place in a document: a section, an entry of it, a field of that', () => {
    const at = (...path: string[]) => revert.safeParse({ path, left: 1, was: 2, isNew: false }).success
    expect([at('a'), at('a', 'b'), at('a', 'b', 'c')]).toEqual([true, true, true])
    expect([at(), at('a', 'b', 'c', 'd')]).toEqual([false, false])
  })
})
