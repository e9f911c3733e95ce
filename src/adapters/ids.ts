import { createHash } from 'node:crypto'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A ULID whose random half is a hash of `parts`: it sorts by `at`, and a step that runs twice names the same thing
 * the same, which is what makes retries harmless. Source: github.com/ulid/spec.
 */
export function idFor(at: Date, ...parts: (string | number)[]): string {
  const hash = createHash('sha256').update(parts.join('\n')).digest()
  return encode(BigInt(at.getTime()), 10) + encode(BigInt(`0x${hash.subarray(0, 10).toString('hex')}`), 16)
}

function encode(value: bigint, length: number): string {
  let text = ''
  let rest = value
  for (let place = 0; place < length; place++) {
    text = (CROCKFORD[Number(rest % 32n)] ?? '0') + text
    rest /= 32n
  }
  return text
}
