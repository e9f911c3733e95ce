import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('a text is read once, also when nothing comes of it', () => {
  const read: string[] = []
  const length = remembered((text) => {
    read.push(text)
    return text === '' ? undefined : text.length
  })
  expect([length('four'), length(''), length('four'), length('')]).toEqual([4, undefined, 4, undefined])
  expect(read).toEqual(['four', ''])
})

test('it forgets all before it grows without end', () => {
  let times = 0
  const count = remembered(() => ++times)
  for (let n = 0; n <= 5000; n++) count(String(n))
  expect(count('0')).toBe(5002)
})
