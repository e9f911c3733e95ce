import { expect, test } from 'vitest'
import { draftsIn } from './draft-fields.ts'

test('the drafts of the chosen option are read from its fields, and no other ones', () => {
  const form = {
    option: 'A',
    'text-A-0': 'Dear Niall,\r\nplease keep v2.\r\n',
    'subject-A-0': ' API v2 ',
    'text-A-2': ' Who takes it? ',
    'text-A-3': '   ',
    'text-B-0': 'Another one',
  }
  expect(draftsIn(form, 'A')).toEqual([
    { actIndex: 0, text: 'Dear Niall,\nplease keep v2.', subject: 'API v2' },
    { actIndex: 2, text: 'Who takes it?' },
  ])
})
