import { expect, test } from 'vitest'
import { inTurns, type Waiting } from './in-turns.ts'

const waiting = (ref: string, kind: Waiting['kind'] = 'status', n = 0): Waiting => ({
  id: `${ref}/${kind}/${n}`,
  kind,
  ref,
})
const refs = (all: Waiting[]) => inTurns(all).map(({ ref }) => ref)

test('a few changes of one project do not wait behind the flood of another', () => {
  const flood = Array.from({ length: 5 }, (_, n) => waiting(`PA-${n}`))
  expect(refs([...flood, waiting('PB-1'), waiting('PB-2')])).toEqual([
    ...['PA-0', 'PB-1', 'PA-1', 'PB-2'],
    ...['PA-2', 'PA-3', 'PA-4'],
  ])
})

test('what can not wait comes first, what hardly ever matters last, each in the order it came', () => {
  const all = [
    waiting('PA-1', 'rank'),
    waiting('PA-2', 'status'),
    waiting('<1@example.com>', 'mail_received'),
    waiting('PA-3', 'flag'),
  ]
  expect(refs(all)).toEqual(['<1@example.com>', 'PA-3', 'PA-2', 'PA-1'])
})

test('mails have one turn together', () => {
  const mails = [1, 2, 3].map((n) => waiting(`<${n}@example.com>`, 'mail_received'))
  expect(refs([...mails, waiting('PA-1', 'flag')])).toEqual([
    ...['<1@example.com>', 'PA-1', '<2@example.com>', '<3@example.com>'],
  ])
})
