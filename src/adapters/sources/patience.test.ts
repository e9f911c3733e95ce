import { addSeconds } from 'date-fns/addSeconds'
import { beforeEach, expect, test } from 'vitest'
import { JiraThrottled, JiraUnavailable } from './jira/jira-errors.ts'
import { ownPatience, patiently } from './patience.ts'

let now = new Date('2026-10-22T09:00:00Z')
let sent = 0
let patience = ownPatience()

beforeEach(() => {
  now = new Date('2026-10-22T09:00:00Z')
  sent = 0
  patience = ownPatience()
})

const connection = () =>
  patiently({ patience, now: () => now }, (why, seconds) => new JiraThrottled(seconds, null, 'not sent', why))

const request = (fails?: Error) => () => {
  sent += 1
  return fails ? Promise.reject(fails) : Promise.resolve('an answer')
}
const throttled = new JiraThrottled(3600, 'jira-burst-based', 'GET /x')
const dead = new JiraUnavailable('Jira failed with 500.', 'GET /x')

test('whoever is told to wait, nobody asks before then', async () => {
  await expect(connection()(request(throttled))).rejects.toBe(throttled)
  now = addSeconds(now, 3599)
  await expect(connection()(request())).rejects.toThrow(
    /Jira throttles us \(jira-burst-based\).*Send nothing for 1 s/,
  )
  expect(sent).toBe(1)
  now = addSeconds(now, 1)
  expect(await connection()(request())).toBe('an answer')
})

test('three requests without an answer, one after the other, are followed by a rest', async () => {
  const ask = connection()
  for (let n = 0; n < 3; n++) await expect(ask(request(dead))).rejects.toBe(dead)
  await expect(ask(request())).rejects.toThrow('Jira failed with 500.')
  expect(sent).toBe(3)
  now = addSeconds(now, 120)
  expect(await ask(request())).toBe('an answer')
})

test('a failure that names a time is as good as a wish to wait, and says at once that it failed', async () => {
  const busy = new JiraUnavailable('Jira failed with 503.', 'GET /x').waiting(30)
  await expect(connection()(request(busy))).rejects.toBe(busy)
  now = addSeconds(now, 29)
  await expect(connection()(request())).rejects.toThrow('Jira failed with 503.')
  expect(sent).toBe(1)
  now = addSeconds(now, 1)
  expect(await connection()(request())).toBe('an answer')
})

test('an answer in between begins the count anew', async () => {
  const ask = connection()
  for (const fails of [dead, dead, undefined, dead, dead]) await ask(request(fails)).catch(() => undefined)
  expect(await ask(request())).toBe('an answer')
  expect(sent).toBe(6)
})
