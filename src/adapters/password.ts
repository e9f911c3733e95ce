import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'

/** Memory in KiB, passes, lanes. Source: OWASP, Password Storage, argon2id with 19 MiB. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

/** A stored hash that was not written by {@link hashPassword}. */
export class BadPasswordHash extends Error {
  override name = 'BadPasswordHash'
}

/** Stored form: `argon2id$<m>$<t>$<p>$<salt>$<hash>`, the last two in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await hashWith(password, { ...COST, salt, length: HASH_BYTES })
  const { memory, passes, parallelism } = COST
  return [
    'argon2id',
    memory,
    passes,
    parallelism,
    salt.toString('base64url'),
    hash.toString('base64url'),
  ].join('$')
}

/** Whether this password made that hash, in time that does not depend on where they differ. Throws {@link BadPasswordHash}. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const { hash, ...cost } = parse(stored)
  const given = await hashWith(password, { ...cost, length: hash.length })
  return timingSafeEqual(given, hash)
}

type Cost = { memory: number; passes: number; parallelism: number; salt: Buffer; length: number }

function hashWith(password: string, { salt, length, ...cost }: Cost): Promise<Buffer> {
  return derive('argon2id', { ...cost, message: password, nonce: salt, tagLength: length })
}

const bytes = z
  .string()
  .regex(/^[\w-]+$/)
  .transform((text) => Buffer.from(text, 'base64url'))
const count = z.coerce.number().int().positive()
const storedHash = z.tuple([z.literal('argon2id'), count, count, count, bytes, bytes])

function parse(stored: string) {
  const read = storedHash.safeParse(stored.split('$'))
  if (!read.success) throw new BadPasswordHash('A password hash has the form argon2id$m$t$p$salt$hash.')
  const [, memory, passes, parallelism, salt, hash] = read.data
  return { memory, passes, parallelism, salt, hash }
}
