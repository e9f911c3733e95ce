import { z } from 'zod'
import { INDEX_ATTRIBUTES } from '#src/adapters/dynamo/index-attributes.ts'
import {
  Conflict,
  type IndexName,
  type Key,
  type Range,
  type Row,
  type Table,
  type Write,
} from '#src/adapters/dynamo/table.ts'

/** A table in memory that keeps the promises of the real one; held to them by the store contract test. */
export function memoryTable(): Table & { rows(): Row[] } {
  const rows = new Map<string, Row>()
  const partitions = new Map<string, Set<string>>()
  const all = () => copies([...rows.values()])
  const ofPartition = (pk: string) => [...(partitions.get(pk) ?? [])].flatMap((id) => rows.get(id) ?? [])
  return {
    rows: all,
    get: async (key) => structuredClone(rows.get(idOf(key))),
    getMany: async (keys) => {
      refuseTwins(keys)
      return keys.flatMap((key) => structuredClone(rows.get(idOf(key))) ?? [])
    },
    query: async (pk, range = {}) => copies(inRange(ofPartition(pk), 'SK', range)),
    queryIndex: async (index, pk, range = {}) => {
      const found = [...rows.values()].filter((row) => row[`${index}PK`] === pk)
      return copies(inRange(found, `${index}SK`, range)).map((row) => projected(row, index))
    },
    write: async (writes) => {
      refuseTwins(writes.map(keyOf))
      if (writes.length > MOST_ITEMS) throw new RangeError(`A transaction has at most ${MOST_ITEMS} items.`)
      if (!writes.every((write) => holds(write, rows))) throw new Conflict('A condition did not hold.')
      for (const write of writes) {
        apply(write, rows)
        const { PK } = keyOf(write)
        partitions.set(PK, (partitions.get(PK) ?? new Set()).add(idOf(keyOf(write))))
      }
    },
  }
}

const copies = (rows: Row[]): Row[] => rows.map(withoutUndefined)

const MOST_ITEMS = 100
const plainRow = z.looseObject({ PK: z.string(), SK: z.string(), type: z.string() })

function keyOf(write: Write): Key {
  if ('put' in write) return write.put
  return 'cite' in write ? write.cite : write.remove
}

/** DynamoDB takes a key once in one request. */
function refuseTwins(keys: Key[]): void {
  if (new Set(keys.map(idOf)).size < keys.length) throw new RangeError('A key is named twice in one request.')
}

/** An index carries its keys and what is projected. */
function projected(row: Row, index: IndexName): Row {
  const names = new Set(['PK', 'SK', `${index}PK`, `${index}SK`, ...INDEX_ATTRIBUTES])
  const kept = Object.entries(row).filter(([name]) => names.has(name))
  return { PK: row.PK, SK: row.SK, type: row.type, ...Object.fromEntries(kept) }
}

const idOf = ({ PK, SK }: Key) => `${PK}\n${SK}`

function inRange(rows: Row[], skName: string, range: Range): Row[] {
  const sk = (row: Row) => String(row[skName])
  const { beginsWith, upTo, after, newestFirst, limit } = range
  const chosen = rows
    .filter((row) => beginsWith === undefined || sk(row).startsWith(beginsWith))
    .filter((row) => upTo === undefined || sk(row) <= upTo)
    .filter((row) => after === undefined || sk(row) > after)
    .sort((a, b) => (sk(a) < sk(b) ? -1 : 1))
  if (newestFirst) chosen.reverse()
  return chosen.slice(0, limit)
}

function holds(write: Write, rows: Map<string, Row>): boolean {
  if ('remove' in write) return true
  if ('cite' in write) return rows.has(idOf(write.cite))
  const stored = rows.get(idOf(write.put))
  if (write.if === undefined) return true
  if (write.if === 'absent' || write.if.version === 0) return stored === undefined
  return stored?.['version'] === write.if.version
}

function apply(write: Write, rows: Map<string, Row>): void {
  if ('remove' in write) rows.delete(idOf(write.remove))
  else if ('cite' in write) cite(rows.get(idOf(write.cite)))
  else rows.set(idOf(write.put), withoutUndefined(write.put))
}

/** What is undefined is not there, at any depth. */
function withoutUndefined(row: Row): Row {
  return plainRow.parse(JSON.parse(JSON.stringify(row)))
}

function cite(row: Row | undefined): void {
  if (!row) return
  delete row['expiresAt']
  row['cited'] = true
  row['version'] = Number(row['version']) + 1
}
