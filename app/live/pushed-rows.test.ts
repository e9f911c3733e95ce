import { describe, expect, test } from 'vitest'
import { mergeRows } from '#app/live/merge-rows.ts'
import { asLiveRow, createPushedRows } from '#app/live/pushed-rows.ts'
import { fields, type LiveRow } from '#src/adapters/push/operations.ts'

/** A decision as it is pushed: whole, with null for what it lacks. */
function aPush(
  id: string,
  version: number,
  rest: Partial<LiveRow<'escalation'>> = {},
): LiveRow<'escalation'> {
  const identity = { id, version, projectId: 'HRB' }
  const absent = {
    ...{ title: null, status: 'pending', importance: null, refs: null, createdAt: null, updatedAt: null },
    ...{ decideBy: null, decidedAt: null, decidedBy: null, optionName: null, undoUntil: null },
    ...{ attention: null, beyondLimit: null },
  }
  return { ...absent, ...identity, ...rest }
}

type Card = { id: string; version: number; title: string; decidedBy?: string; mine?: boolean }
const cards: Card[] = [
  { id: 'E2', version: 4, title: 'Second', decidedBy: 'pm', mine: true },
  { id: 'E1', version: 1, title: 'First' },
]

function pushedAfter(...pushes: LiveRow<'escalation'>[]) {
  const pushed = createPushedRows()
  for (const push of pushes) pushed.receive('escalation', push)
  return pushed.rows('escalation')
}

describe('merging', () => {
  test('without pushes the rows are the loader’s', () => {
    expect(mergeRows(cards, pushedAfter())).toEqual(cards)
  })

  test('a newer push overlays its row, keeps what only the loader knows, and takes away what is null', () => {
    const [merged] = mergeRows(cards, pushedAfter(aPush('E2', 5, { title: 'Second, again' })))
    expect(merged).toMatchObject({ id: 'E2', version: 5, title: 'Second, again', mine: true })
    expect(merged).not.toHaveProperty('decidedBy')
  })

  test('an older push, and the same one twice, change nothing', () => {
    expect(mergeRows(cards, pushedAfter(aPush('E2', 4, { title: 'Late' })))).toEqual(cards)
    const once = mergeRows(cards, pushedAfter(aPush('E1', 2)))
    expect(mergeRows(cards, pushedAfter(aPush('E1', 2), aPush('E1', 2), aPush('E1', 1)))).toEqual(once)
  })

  test('pushes in either order end in the newest version', () => {
    const [two, three] = [aPush('E1', 2, { title: 'two' }), aPush('E1', 3, { title: 'three' })]
    expect(mergeRows(cards, pushedAfter(two, three))).toEqual(mergeRows(cards, pushedAfter(three, two)))
  })

  test('unknown rows join in front, the latest first, if the list adopts them', () => {
    const pushes = pushedAfter(
      aPush('E3', 1),
      aPush('E4', 1, { title: 'Fourth' }),
      aPush('E5', 2, { status: 'decided' }),
    )
    const adopt = ({ id, version, title, status }: LiveRow<'escalation'>) =>
      status === 'pending' ? { id, version, title: title ?? '' } : undefined
    expect(mergeRows(cards, pushes, adopt).map(({ id }) => id)).toEqual(['E4', 'E3', 'E2', 'E1'])
    expect(mergeRows(cards, pushes).map(({ id }) => id)).toEqual(['E2', 'E1'])
  })
})

describe('whether the screen must be read again', () => {
  const list = (adopts: boolean) => ({
    versions: new Map([
      ['E1', 1],
      ['E2', 4],
    ]),
    adopts: () => adopts,
  })

  function following(adopts = false) {
    const pushed = createPushedRows()
    pushed.follow('escalation', list(adopts))
    return (id: string, version: number) => pushed.receive('escalation', aPush(id, version))
  }

  test('not for the next version of a row that is shown, nor for the next after that', () => {
    const receive = following()
    expect([receive('E1', 2), receive('E1', 3), receive('E2', 5)]).toEqual([false, false, false])
  })

  test('for a version that skipped one', () => {
    const receive = following()
    expect([receive('E1', 3), receive('E1', 4), receive('E1', 6)]).toEqual([true, false, true])
  })

  test('not for what the loader had already read, nor for a repetition', () => {
    const receive = following()
    expect([receive('E2', 4), receive('E2', 3), receive('E1', 2), receive('E1', 2)]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  test('for an unknown row, unless a list on the screen takes it', () => {
    expect(following(false)('E9', 1)).toBe(true)
    const receive = following(true)
    expect([receive('E9', 1), receive('E9', 2), receive('E9', 4)]).toEqual([false, false, true])
  })

  test('for anything that no list on the screen follows', () => {
    const pushed = createPushedRows()
    expect(pushed.receive('escalation', aPush('E1', 2))).toBe(true)
    const stop = pushed.follow('escalation', list(true))
    expect(pushed.receive('escalation', aPush('E1', 3))).toBe(false)
    stop()
    expect(pushed.receive('escalation', aPush('E1', 4))).toBe(true)
  })
})

describe('the store', () => {
  test('gives the same map until something newer comes, and tells its listeners then', () => {
    const pushed = createPushedRows()
    let told = 0
    const stop = pushed.subscribe(() => (told += 1))
    pushed.receive('escalation', aPush('E1', 2))
    const rows = pushed.rows('escalation')
    pushed.receive('escalation', aPush('E1', 1))
    expect(pushed.rows('escalation')).toBe(rows)
    expect(told).toBe(1)
    stop()
    pushed.receive('escalation', aPush('E1', 3))
    expect(pushed.rows('escalation')).not.toBe(rows)
    expect(told).toBe(1)
    expect(pushed.rows('act').size).toBe(0)
  })

  test('keeps the latest two hundred of a noun', () => {
    const rows = pushedAfter(...Array.from({ length: 250 }, (_, index) => aPush(`E${index}`, 1)))
    expect([rows.size, rows.has('E49'), rows.has('E50')]).toEqual([200, false, true])
  })
})

test('what comes off the wire is a row only with its identity', () => {
  expect(asLiveRow('escalation', aPush('E1', 1))).toEqual(aPush('E1', 1))
  expect(Object.keys(aPush('E1', 1)).toSorted()).toEqual([...fields.escalation].toSorted())
  for (const junk of [undefined, null, 'E1', { id: 'E1', version: 1 }, { ...aPush('E1', 1), version: '1' }]) {
    expect(asLiveRow('escalation', junk)).toBeUndefined()
  }
})
