import { createHash } from 'node:crypto'

/** A SHA-256 that is the same for the same parts, and another when a border between them moves. */
export function fingerprint(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
