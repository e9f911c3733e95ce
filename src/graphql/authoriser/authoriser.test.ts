import { expect, test } from 'vitest'
import { mintLiveToken } from '#src/adapters/push/live-token.ts'
import { authorise, authoriserEvent } from '#src/graphql/authoriser/authoriser.ts'

const key = 'k'.repeat(32)
const now = new Date('2026-10-22T09:00:00.500Z')

test('a fresh token is let in, for no longer than it lives and without any announcement', () => {
  const { token } = mintLiveToken({ sub: 'pm@example.com', key, now })
  expect(authorise(token, { key, now })).toEqual({
    isAuthorized: true,
    resolverContext: { sub: 'pm@example.com' },
    deniedFields: [
      'Mutation.announceEscalation',
      'Mutation.announceEvent',
      'Mutation.announceAct',
      'Mutation.announceArtefact',
      'Mutation.announceStatus',
    ],
    ttlOverride: 599,
  })
})

test('in its last second a token is good, but its answer is not kept', () => {
  const { token, expiresAt } = mintLiveToken({ sub: 'pm', key, now })
  const last = new Date(expiresAt.getTime() - 400)
  expect(authorise(token, { key, now: last })).toMatchObject({ isAuthorized: true, ttlOverride: 0 })
})

test('an expired, altered or foreign token is turned away, and the refusal is not cached', () => {
  const { token, expiresAt } = mintLiveToken({ sub: 'pm', key, now })
  for (const answer of [
    authorise(token, { key, now: expiresAt }),
    authorise(`${token}x`, { key, now }),
    authorise('junk', { key, now }),
  ]) {
    expect(answer).toEqual({ isAuthorized: false, ttlOverride: 0 })
  }
})

test('an event without a token dies at the door', () => {
  expect(authoriserEvent.safeParse({ requestContext: {} }).success).toBe(false)
})
