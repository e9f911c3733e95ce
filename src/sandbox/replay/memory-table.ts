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

/** A table in memory that keeps the promises of the real one; held to them by the store contract test. What is read is nobody's to change: see {@link Row}. */
export function memoryTable(): Table & { rows(): Row[] } {
  const rows = new Map<string, Row>()
  const partitions = new Map<string, Set<string>>()
  const idsIn = (pk: string) => partitions.get(pk) ?? new Set<string>()
  const inPartition = (name: KeyName, pk: string, range: Range) => {
    const found = [...idsIn(`${name} ${pk}`)].flatMap((id) => rows.get(id) ?? [])
    return inRange(found, name, range)
  }
  const replace = (id: string, next: Row | undefined) => {
    const before = rows.get(id)
    if (next) rows.set(id, copyOf(next))
    else rows.delete(id)
    if (PARTITIONS.every((name) => before?.[name] === next?.[name])) return
    for (const pk of partitionsOf(before)) idsIn(pk).delete(id)
    for (const pk of partitionsOf(next)) partitions.set(pk, idsIn(pk).add(id))
  }
  return {
    rows: () => [...rows.values()],
    get: async (key) => rows.get(idOf(key)),
    getMany: async (keys) => {
      refuseTwins(keys)
      return keys.flatMap((key) => rows.get(idOf(key)) ?? [])
    },
    query: async (pk, range = {}) => inPartition('PK', pk, range),
    queryIndex: async (index, pk, range = {}) =>
      inPartition(`${index}PK`, pk, range).map((row) => projected(row, index)),
    write: async (writes) => {
      refuseTwins(writes.map(keyOf))
      if (writes.length > MOST_ITEMS) throw new RangeError(`A transaction has at most ${MOST_ITEMS} items.`)
      if (!writes.every((write) => holds(write, rows.get(idOf(keyOf(write))))))
        throw new Conflict('A condition did not hold.')
      for (const write of writes) {
        const id = idOf(keyOf(write))
        if ('put' in write) replace(id, write.put)
        else replace(id, 'cite' in write ? cited(rows.get(id)) : undefined)
      }
    },
  }
}

const MOST_ITEMS = 100
const PARTITIONS = ['PK', 'GSI1PK', 'GSI2PK'] as const
type KeyName = (typeof PARTITIONS)[number]
const SORT_KEYS = { PK: 'SK', GSI1PK: 'GSI1SK', GSI2PK: 'GSI2SK' } as const
const copyOf = (row: Row): Row => ({ ...partsOf(row), PK: row.PK, SK: row.SK, type: row.type })

/** What is undefined is not there, at any depth. Spread first: of all ways to copy, the engine knows this one's shape. */
function partsOf(value: object): Record<string, unknown> {
  const parts: Record<string, unknown> = { ...value }
  for (const name in parts) {
    const part = parts[name]
    if (part === undefined) return partsOf(definedIn(value))
    if (typeof part === 'object') parts[name] = copied(part)
  }
  return parts
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied)
  return typeof value === 'object' && value !== null ? partsOf(value) : value
}

const definedIn = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined))

/** Where a row is found: in its own partition and in those of the indexes it is in. */
function partitionsOf(found: Row | undefined): string[] {
  return PARTITIONS.flatMap((name) => {
    const pk = textOf(found?.[name])
    return pk === '' ? [] : `${name} ${pk}`
  })
}

const textOf = (key: unknown) => (typeof key === 'string' ? key : '')

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

function inRange(rows: Row[], name: KeyName, range: Range): Row[] {
  const sk = (row: Row) => textOf(row[SORT_KEYS[name]])
  const { beginsWith, upTo, after, newestFirst, limit } = range
  const chosen = rows
    .filter((row) => beginsWith === undefined || sk(row).startsWith(beginsWith))
    .filter((row) => upTo === undefined || sk(row) <= upTo)
    .filter((row) => after === undefined || sk(row) > after)
    .sort((a, b) => (sk(a) < sk(b) ? -1 : 1))
  if (newestFirst) chosen.reverse()
  return chosen.slice(0, limit)
}

function holds(write: Write, stored: Row | undefined): boolean {
  if ('remove' in write) return true
  if ('cite' in write) return stored !== undefined
  if (write.if === undefined) return true
  if (write.if === 'absent' || write.if.version === 0) return stored === undefined
  return stored?.['version'] === write.if.version
}

function cited(stored: Row | undefined): Row | undefined {
  if (!stored) return undefined
  return { ...stored, expiresAt: undefined, cited: true, version: Number(stored['version']) + 1 }
}
