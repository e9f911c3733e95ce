import { expect, test } from 'vitest'
import { ultimatumIn } from './mail-setting.ts'

const ultimatum = (text: string) => ultimatumIn({ text, occurredAt: '2027-12-06T08:00:00.000Z' })

test.each([
  'Without it the offer is excluded. The end is Friday at noon.',
  'The end is Friday at noon. Without it the offer is excluded.',
  'Without an answer by Friday the slot goes to somebody else.',
])('what happens otherwise, with a day beside it: "%s"', (text) => {
  expect(ultimatum(text)).toMatch(/^Without/)
})

test.each([
  'Without it the offer is excluded.',
  'We meet on Friday.',
  'Without it the offer is excluded. So they say. We think about it. We meet on Friday.',
])('none: "%s"', (text) => {
  expect(ultimatum(text)).toBeUndefined()
})
