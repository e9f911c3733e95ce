import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod'

/** Carries out what a resolver's `request` returned, and gives its result as `ctx.result` has it. */
export type DataSource = { run(request: unknown): Promise<unknown>; close(): void }
export type Table = { name: string; endpoint: string }

const noneRequest = z.object({ payload: z.unknown() })
const typedString = z.strictObject({ S: z.string() }).transform(({ S }) => S)
const strings = z.record(z.string(), typedString)
const tableRequest = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('GetItem'), key: strings, consistentRead: z.boolean() }),
  z.strictObject({
    operation: z.literal('Query'),
    query: z.strictObject({
      expression: z.string(),
      expressionNames: z.record(z.string(), z.string()),
      expressionValues: strings,
    }),
    index: z.string().optional(),
    limit: z.int().positive(),
    scanIndexForward: z.boolean().optional(),
    consistentRead: z.boolean().optional(),
  }),
])
type TableRequest = z.infer<typeof tableRequest>

/** NONE: hands the payload back. */
export const noneSource: DataSource = {
  async run(request) {
    return noneRequest.parse(request).payload
  },
  close() {},
}

/** The table, read only: GetItem and Query, as the deployed data source's role allows. */
export function tableSource(table: Table): DataSource {
  const base = new DynamoDBClient({
    endpoint: table.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
  })
  const client = DynamoDBDocumentClient.from(base)
  return {
    run: (request) => read(client, table.name, tableRequest.parse(request)),
    close: () => base.destroy(),
  }
}

async function read(
  client: DynamoDBDocumentClient,
  TableName: string,
  request: TableRequest,
): Promise<unknown> {
  if (request.operation === 'GetItem') {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: request.key, ConsistentRead: request.consistentRead }),
    )
    return Item ? plain(Item) : null
  }
  const { query, index, limit, scanIndexForward, consistentRead } = request
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: index,
      KeyConditionExpression: query.expression,
      ExpressionAttributeNames: query.expressionNames,
      ExpressionAttributeValues: query.expressionValues,
      Limit: limit,
      ScanIndexForward: scanIndexForward,
      ConsistentRead: consistentRead,
    }),
  )
  return { items: Items.map(plain), scannedCount: Items.length }
}

/** String sets become lists, as AppSync's own conversion makes them. */
function plain(item: Record<string, unknown>): Record<string, unknown> {
  const values = Object.entries(item)
  return Object.fromEntries(values.map(([name, value]) => [name, value instanceof Set ? [...value] : value]))
}
