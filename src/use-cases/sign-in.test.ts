import { addMinutes } from 'date-fns/addMinutes'
import { expect, test } from 'vitest'
import { fakeTable } from '../../tests/fakes/table.ts'
import { connectRateLimits } from '#src/adapters/dynamo/rate-limits.ts'
import { connectSessions } from '#src/adapters/dynamo/sessions.ts'
import { signIn, signOut, TooManyTries, whoAsks, WrongCredentials, type SignInDeps } from './sign-in.ts'

const noon = new Date('2026-10-22T12:00:00.000Z')
const right = { email: 'Morgan.Reid@example.com ', password: 'harbour', device: 'Chrome on Linux' }
const wrong = { ...right, password: 'port' }

function aDoor() {
  const table = fakeTable()
  let now = noon
  let ids = 0
  const deps: SignInDeps = {
    credentials: async () => ({ email: 'morgan.reid@example.com', passwordHash: 'harbour' }),
    verifyPassword: async (password, hash) => password === hash,
    pmName: async () => 'Morgan Reid',
    sessions: connectSessions(table),
    limits: connectRateLimits(table),
    newId: () => `session-${++ids}`,
    realNow: () => now,
  }
  return { deps, wait: (minutes: number) => (now = addMinutes(now, minutes)) }
}

test('the right password opens a session for thirty days', async () => {
  const { deps } = aDoor()
  const session = await signIn(deps, right)
  expect(session).toMatchObject({ name: 'Morgan Reid', device: 'Chrome on Linux', revoked: false })
  expect(session.expiresAtIso).toBe('2026-11-21T12:00:00.000Z')
  expect(await whoAsks(deps, session.id)).toEqual(session)
})

test('a wrong password and a wrong email are refused in the same words', async () => {
  const { deps } = aDoor()
  await expect(signIn(deps, wrong)).rejects.toThrow(WrongCredentials)
  await expect(signIn(deps, { ...right, email: 'someone@example.com' })).rejects.toThrow(
    'This email and password do not go together.',
  )
})

test('after five failures even the right password waits until the first is a quarter of an hour old', async () => {
  const { deps, wait } = aDoor()
  for (let n = 0; n < 5; n++) {
    await expect(signIn(deps, wrong)).rejects.toThrow(WrongCredentials)
    wait(1)
  }
  await expect(signIn(deps, right)).rejects.toThrow('Too many tries. Wait 10 minutes.')
  wait(9)
  await expect(signIn(deps, right)).rejects.toThrow('Too many tries. Wait 1 minute.')
  wait(1)
  expect((await signIn(deps, right)).name).toBe('Morgan Reid')
})

test('signing in forgets the failures before it', async () => {
  const { deps } = aDoor()
  for (let n = 0; n < 4; n++) await expect(signIn(deps, wrong)).rejects.toThrow(WrongCredentials)
  await signIn(deps, right)
  await expect(signIn(deps, wrong)).rejects.toThrow(WrongCredentials)
})

test('tries sent at once are counted one by one', async () => {
  const { deps } = aDoor()
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => signIn(deps, wrong)))
  const looked = tries.filter((each) => each.status === 'rejected' && each.reason instanceof WrongCredentials)
  expect(looked.length).toBeLessThanOrEqual(5)
  expect(
    tries.filter((each) => each.status === 'rejected' && each.reason instanceof TooManyTries),
  ).toHaveLength(20 - looked.length)
})

test('a session slides while it is used, and runs out when it is not', async () => {
  const { deps, wait } = aDoor()
  const { id } = await signIn(deps, right)
  const day = 24 * 60
  wait(20 * day)
  expect((await whoAsks(deps, id))?.expiresAtIso).toBe('2026-12-11T12:00:00.000Z')
  wait(30 * day)
  expect(await whoAsks(deps, id)).toBeUndefined()
})

test('signing out revokes the session for good, and does nothing the second time', async () => {
  const { deps } = aDoor()
  const { id } = await signIn(deps, right)
  await signOut(deps, id)
  await signOut(deps, id)
  expect(await whoAsks(deps, id)).toBeUndefined()
})

test('two browsers of the same kind have different names', async () => {
  const { deps } = aDoor()
  const first = await signIn(deps, right)
  const second = await signIn(deps, right)
  expect([first.device, second.device]).toEqual(['Chrome on Linux', 'Chrome on Linux (2)'])
})

test('two who sign in rightly at the same moment both get in, or are asked to wait', async () => {
  const { deps } = aDoor()
  const slow = { ...deps, verifyPassword: async () => true }
  const first = await Promise.allSettled([signIn(slow, right), signIn(slow, right), signIn(slow, right)])
  const faults = first.flatMap((each) =>
    each.status === 'rejected' && !(each.reason instanceof TooManyTries) ? [each.reason as unknown] : [],
  )
  expect(faults).toEqual([])
})

test('who has been counted gets in though another sign-in clears the count first', async () => {
  const { deps } = aDoor()
  const overtaken = {
    ...deps,
    verifyPassword: async () => {
      const limit = await deps.limits.get('sign-in')
      await deps.limits.save({ ...limit, version: limit.version + 1, tries: [] })
      return true
    },
  }
  expect(await signIn(overtaken, right)).toMatchObject({ name: 'Morgan Reid' })
})
