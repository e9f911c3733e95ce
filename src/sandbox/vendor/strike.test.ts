import { expect, it } from 'vitest'
import type { Answer } from './answer.ts'
import type { Fault } from './fault-box.ts'
import { struckBy } from './strike.ts'

const struck = (fault: Fault['fault'], answer: Answer) => struckBy({ fault }, 0, () => answer, 'issues')

it('distorts a page, and leaves other answers as they are', () => {
  const page = { status: 200, body: { issues: [1, 2] } }
  expect(struck('duplicate', page)).toMatchObject({ answer: { body: { issues: [1, 2, 1] } } })
  expect(struck('reorder', page)).toMatchObject({ answer: { body: { issues: [2, 1] } } })
  expect(struck('reorder', { status: 204 })).toEqual({ way: 'whole', answer: { status: 204 } })
})

it('does what was asked before a reply is lost', () => {
  let asked = 0
  const perform = () => ({ status: 200, body: { asked: (asked += 1) } })
  expect(struckBy({ fault: 'lostReply' }, 0, perform, 'issues')).toEqual({ way: 'drop' })
  expect(asked).toBe(1)
})
