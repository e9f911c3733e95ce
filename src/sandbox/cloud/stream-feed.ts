import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type _Record,
} from '@aws-sdk/client-dynamodb-streams'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Invoke } from './functions.ts'

const POLL_MS = 100
const RETRIES = 5

export type StreamFeed = {
  /** Delivers everything that is there now, and gives how many records that was. */
  drain(): Promise<number>
  /** Polls every 100 ms until it is stopped. */
  follow(): void
  stop(): Promise<void>
}

const answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) })

/** The table's stream, delivered to on-change as the deployed mapping does: in order, partial failures retried. */
export async function startStreamFeed(options: {
  endpoint: string
  table: string
  invoke: Invoke
  from: 'TRIM_HORIZON' | 'LATEST'
  log: (line: string) => void
}): Promise<StreamFeed> {
  const client = new DynamoDBStreamsClient({ endpoint: options.endpoint })
  // Its log, which nobody keeps, copies every record.
  client.middlewareStack.remove('loggerMiddleware')
  const iterators = await openShards(client, options)
  let stopped = false
  let following: Promise<void> | undefined

  const drain = async () => {
    let delivered = 0
    for (const [shard, iterator] of iterators) {
      const { Records = [], NextShardIterator } = await client.send(
        new GetRecordsCommand({ ShardIterator: iterator }),
      )
      await deliver(options, Records)
      if (NextShardIterator) iterators.set(shard, NextShardIterator)
      else iterators.delete(shard)
      delivered += Records.length
    }
    return delivered
  }
  const loop = async () => {
    while (!stopped) {
      const delivered = await drain().catch((error: unknown) => {
        options.log(`[stream] ${String(error)}`)
        return 0
      })
      if (delivered === 0) await sleep(POLL_MS)
    }
  }
  return {
    drain,
    follow: () => {
      following ??= loop()
    },
    stop: async () => {
      stopped = true
      await following
      client.destroy()
    },
  }
}

/** Retries from the first record that failed; after five tries the record is passed over, loudly. */
async function deliver({ invoke, log }: { invoke: Invoke; log: (line: string) => void }, records: _Record[]) {
  let rest = records
  let tries = 0
  while (rest.length > 0) {
    const failedAt = await invoke('on-change', { Records: rest.map(plain) })
      .then((result) => answer.parse(result).batchItemFailures[0]?.itemIdentifier)
      .catch((error: unknown) => {
        log(`[stream] ${String(error)}`)
        return rest[0]?.dynamodb?.SequenceNumber
      })
    if (failedAt === undefined) return
    const index = rest.findIndex((record) => record.dynamodb?.SequenceNumber === failedAt)
    tries = index > 0 ? 1 : tries + 1
    rest = rest.slice(Math.max(0, index))
    if (tries > RETRIES) {
      log(`[stream] record ${failedAt} could not be told after ${RETRIES} tries`)
      rest = rest.slice(1)
      tries = 0
    }
    await sleep(100 * tries)
  }
}

/** Over the wire a record is JSON: what JSON can't hold does not reach a Lambda. */
function plain(record: _Record): unknown {
  return JSON.parse(JSON.stringify(record))
}

async function openShards(
  client: DynamoDBStreamsClient,
  { table, from }: { table: string; from: 'TRIM_HORIZON' | 'LATEST' },
): Promise<Map<string, string>> {
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: table }))
  const StreamArn = Streams[0]?.StreamArn
  if (!StreamArn) throw new Error(`Table ${table} has no stream.`)
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }))
  const iterators = new Map<string, string>()
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    if (!ShardId) continue
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: from }),
    )
    if (ShardIterator) iterators.set(ShardId, ShardIterator)
  }
  return iterators
}
