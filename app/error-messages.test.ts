import { expect, test } from 'vitest'
import { messageOf } from './error-messages.ts'

const notFound = (message: string) => ({ status: 404, statusText: '', internal: false, data: { message } })

test.each([
  ['/projects/HRB/decisions/none', 'There is no such decision.', 'Decision log', '/projects/HRB/decisions'],
  ['/projects/HRB/acts/none', 'There is no such act.', 'Today', '/'],
  ['/projects/HRB/decisions', 'There is no such project.', 'Today', '/'],
])('what is not at %s leads on', (path, title, words, to) => {
  expect(messageOf(notFound(title), path)).toMatchObject({ title, action: { words, to } })
})
