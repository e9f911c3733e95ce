/** A transaction takes 100 items; a chunk leaves room for its checkpoint and stays under 3 MB. */
const CHUNK_ITEMS = 90
const CHUNK_BYTES = 3_000_000

/** Rows in chunks that fit a transaction, or whatever holds no more than `most` bytes. */
export function chunksOf<T>(rows: T[], most = CHUNK_BYTES): T[][] {
  const chunks: T[][] = []
  let bytes = 0
  for (const each of rows) {
    const size = Buffer.byteLength(JSON.stringify(each))
    const current = chunks.at(-1)
    if (current && current.length < CHUNK_ITEMS && bytes + size <= most) {
      current.push(each)
      bytes += size
    } else {
      chunks.push([each])
      bytes = size
    }
  }
  return chunks
}
