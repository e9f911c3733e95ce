import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Table } from '#src/sandbox/appsync/data-sources.ts'

export type TrialTable = Table & { put(item: Record<string, unknown>): Promise<void>; close(): void }

/** An empty table `workbench` with GSI1 in a Dynoxide of its own, in memory: for tests of what reads it. */
export async function startTrialTable(): Promise<TrialTable> {
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const database = spawn('node_modules/@dynoxide/linux-x64/dynoxide', ['--port', String(port)], {
    stdio: 'ignore',
  })
  const credentials = { accessKeyId: 'trial', secretAccessKey: 'trial' }
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials })
  await answering(client)
  await client.send(createTable)
  const documents = DynamoDBDocumentClient.from(client)
  return {
    name: 'workbench',
    endpoint,
    async put(item) {
      await documents.send(new PutCommand({ TableName: 'workbench', Item: item }))
    },
    close() {
      client.destroy()
      database.kill()
    },
  }
}

const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
]

const createTable = new CreateTableCommand({
  TableName: 'workbench',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['PK', 'SK', 'GSI1PK', 'GSI1SK'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: keys('PK', 'SK'),
  GlobalSecondaryIndexes: [
    { IndexName: 'GSI1', KeySchema: keys('GSI1PK', 'GSI1SK'), Projection: { ProjectionType: 'ALL' } },
  ],
})

async function answering(client: DynamoDBClient, tries = 100): Promise<void> {
  try {
    await client.send(new ListTablesCommand({}))
  } catch (error) {
    if (tries === 0) throw error
    await sleep(50)
    await answering(client, tries - 1)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
