import { expect, test } from 'vitest'
import { askTyped } from './asks-typed.ts'

test.each([
  ['comment on hrb-118 Who can help?', { what: 'comment', given: { key: 'HRB-118', text: 'Who can help?' } }],
  ['Comment HRB-118', { what: 'comment', given: { key: 'HRB-118' } }],
  ['assign HRB-118 to Lena', { what: 'assign', given: { key: 'HRB-118', name: 'Lena' } }],
  ['flag HRB-118', { what: 'flag', given: { key: 'HRB-118' } }],
  ['unflag hrb-118', { what: 'unflag', given: { key: 'HRB-118' } }],
  ['due date of HRB-118 2026-11-06', { what: 'due', given: { key: 'HRB-118', day: '2026-11-06' } }],
  ['move HRB-118 out of the sprint', { what: 'out-of-sprint', given: { key: 'HRB-118' } }],
  ['link HRB-118 blocks hrb-131', { what: 'link', given: { key: 'HRB-118', other: 'HRB-131' } }],
  ['draft a mail to Niall Keane', { what: 'mail', given: { name: 'Niall Keane' } }],
  ['HRB-118', undefined],
  ['comment', undefined],
])('%s', (typed, asked) => {
  expect(askTyped(typed)).toEqual(asked)
})
