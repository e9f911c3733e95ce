import { expect, test } from 'vitest'
import { signalIdIn, signalPath } from './signal-path.ts'

test.each([
  'jira/example.atlassian.net/10001#1-0',
  'outlook/morgan@example.com/mail-AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A/x+y=',
  'asana/app.asana.com/größe?ja&nein%23',
])('%s comes back from its address, which has nothing in it to be decoded', (id) => {
  const path = signalPath('SP', id)
  expect(path).toMatch(/^\/projects\/SP\/signals\/[\w-]+$/)
  expect(signalIdIn(path.split('/').at(-1))).toBe(id)
})
