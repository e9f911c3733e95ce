import { expect, test } from 'vitest'
import { BadPasswordHash, hashPassword, verifyPassword } from './password.ts'

test('a password opens what it locked, and no other does', async () => {
  const stored = await hashPassword('harbour lights')
  expect(stored).toMatch(/^argon2id\$19456\$2\$1\$[\w-]{22}\$[\w-]{43}$/)
  expect(await verifyPassword('harbour lights', stored)).toBe(true)
  expect(await verifyPassword('Harbour lights', stored)).toBe(false)
  expect(await verifyPassword('', stored)).toBe(false)
})

test('the same password never makes the same hash twice', async () => {
  expect(await hashPassword('harbour')).not.toBe(await hashPassword('harbour'))
})

test.each(['', 'harbour', 'bcrypt$1$2$3$abc$def', 'argon2id$0$2$1$abc$def', 'argon2id$19456$2$1$abc'])(
  '%j is not a stored hash',
  async (stored) => {
    await expect(verifyPassword('harbour', stored)).rejects.toThrow(BadPasswordHash)
  },
)
