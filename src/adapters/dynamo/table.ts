import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { env } from '#src/adapters/env.ts'

export type Key = { PK: string; SK: string }
/** Whoever reads one parses it: what is unknown can't be changed in place. */
export type Row = Readonly<Key & { type: string; [attribute: string]: unknown }>

/** One item of a transaction. `version`: only if the stored row still has that version; 0 means that no row is there. */
export type Write =
  | { put: Row; if?: 'absent' | { version: number } }
  | { remove: Key }
  /** Marks a signal as cited: no expiry any more. Its version moves on, so that a stale copy can't undo it. */
  | { cite: Key }

export type IndexName = 'GSI1' | 'GSI2'
export type Range = {
  beginsWith?: string
  upTo?: string
  after?: string
  newestFirst?: boolean
  limit?: number
}

/** The single table as stores see it. Every read is untyped rows: stores parse them on the way out. */
export type Table = {
  get(key: Key): Promise<Row | undefined>
  getMany(keys: Key[]): Promise<Row[]>
  query(pk: string, range?: Range): Promise<Row[]>
  queryIndex(index: IndexName, pk: string, range?: Range): Promise<Row[]>
  /** All or nothing, at most 100 items. Throws {@link Conflict} when a condition did not hold. */
  write(writes: Write[]): Promise<void>
}

/** Somebody else wrote first: a condition of a transaction did not hold. Nothing was written. */
export class Conflict extends Error {
  override name = 'Conflict'
}

/** The table that the environment names. `client` lets the sandbox count and disturb the traffic. */
export function connectTable(client: DynamoDBDocumentClient = documentClient()): Table {
  const TableName = env().APP_TABLE
  return {
    get: async (key) => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }))
      return Item ? row.parse(Item) : undefined
    },
    getMany: (keys) => getMany(client, TableName, keys),
    query: (pk, range) => queryAll(client, TableName, undefined, pk, range),
    queryIndex: (index, pk, range) => queryAll(client, TableName, index, pk, range),
    write: (writes) => writeAll(client, TableName, writes),
  }
}

/** One SDK client for each process; `undefined` fields are left out of the row. */
export function documentClient(): DynamoDBDocumentClient {
  shared ??= quietClient()
  return shared
}

let shared: DynamoDBDocumentClient | undefined

function quietClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ maxAttempts: 5 })
  // It makes a copy of every answer without its secrets, for a log that nobody keeps.
  client.middlewareStack.remove('loggerMiddleware')
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}

/** Looks without copying: stores parse the rest, and a check reads thousands of rows. */
const row = z.custom<Row>(
  (read) =>
    isRecord(read) && [read['PK'], read['SK'], read['type']].every((each) => typeof each === 'string'),
  'a row with PK, SK and type',
)
const isRecord = (read: unknown): read is Record<string, unknown> => typeof read === 'object' && read !== null

const BATCH = 100
/** Two transactions that meet cancel each other in DynamoDB, and the SDK does not try again by itself. */
const CLASHES = 5
const CLASH_PAUSE_MS = 20

async function getMany(client: DynamoDBDocumentClient, TableName: string, keys: Key[]): Promise<Row[]> {
  const rows: Row[] = []
  let wanted: Key[] = [...keys]
  while (wanted.length > 0) {
    const Keys = wanted.slice(0, BATCH)
    const answer = await client.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
    )
    rows.push(...z.array(row).parse(answer.Responses?.[TableName] ?? []))
    const unprocessed = z.array(keySchema).parse(answer.UnprocessedKeys?.[TableName]?.Keys ?? [])
    wanted = [...unprocessed, ...wanted.slice(BATCH)]
  }
  return rows
}

const keySchema = z.object({ PK: z.string(), SK: z.string() })

async function queryAll(
  client: DynamoDBDocumentClient,
  TableName: string,
  IndexName: IndexName | undefined,
  pk: string,
  range: Range = {},
): Promise<Row[]> {
  const condition = keyCondition(IndexName, pk, range)
  const rows: Row[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName,
        ...condition,
        ...(IndexName ? { IndexName } : { ConsistentRead: true }),
        ...(range.limit === undefined ? {} : { Limit: range.limit - rows.length }),
        ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
        ScanIndexForward: !range.newestFirst,
      }),
    )
    rows.push(...z.array(row).parse(answer.Items ?? []))
    ExclusiveStartKey = answer.LastEvaluatedKey
  } while (ExclusiveStartKey && (range.limit === undefined || rows.length < range.limit))
  return rows
}

function keyCondition(index: IndexName | undefined, pk: string, { beginsWith, upTo, after }: Range) {
  const names = { '#pk': index ? `${index}PK` : 'PK' }
  const sortName = { '#sk': index ? `${index}SK` : 'SK' }
  const sorted = (clause: string, value: string) => ({
    KeyConditionExpression: `#pk = :pk AND ${clause}`,
    ExpressionAttributeNames: { ...names, ...sortName },
    ExpressionAttributeValues: { ':pk': pk, ':sk': value },
  })
  if (beginsWith !== undefined) return sorted('begins_with(#sk, :sk)', beginsWith)
  if (upTo !== undefined) return sorted('#sk <= :sk', upTo)
  if (after !== undefined) return sorted('#sk > :sk', after)
  return {
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ':pk': pk },
  }
}

async function writeAll(client: DynamoDBDocumentClient, TableName: string, writes: Write[]): Promise<void> {
  if (writes.length === 0) return
  const TransactItems = writes.map((write) => transactItem(TableName, write))
  for (let tries = 1; ; tries++) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems }))
      return
    } catch (error) {
      const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
      const failed = reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')
      const clashed = reasons.some(({ Code }) => Code === 'TransactionConflict' || Code === 'ThrottlingError')
      if (failed || (clashed && tries === CLASHES))
        throw new Conflict('The row was changed by somebody else meanwhile; nothing was written.')
      if (!clashed) throw error
      await sleep(tries * CLASH_PAUSE_MS * (1 + Math.random()))
    }
  }
}

function transactItem(TableName: string, write: Write) {
  if ('remove' in write) return { Delete: { TableName, Key: write.remove } }
  if ('cite' in write)
    return {
      Update: {
        TableName,
        Key: write.cite,
        UpdateExpression: 'REMOVE expiresAt SET cited = :cited ADD version :one',
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeValues: { ':cited': true, ':one': 1 },
      },
    }
  return { Put: { TableName, Item: write.put, ...putCondition(write.if) } }
}

function putCondition(condition: 'absent' | { version: number } | undefined) {
  if (condition === undefined) return {}
  if (condition === 'absent' || condition.version === 0)
    return { ConditionExpression: 'attribute_not_exists(PK)' }
  return {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': condition.version },
  }
}
