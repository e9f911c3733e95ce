import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod'

const transaction = z.object({ TransactItems: z.array(z.unknown()) })

/** Counts items written from now on: a transaction of n is n; index copies are not counted. */
export function countWrites(client: DynamoDBDocumentClient): { items(): number } {
  let items = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args)
      if (
        context.commandName === 'TransactWriteCommand' ||
        context.commandName === 'TransactWriteItemsCommand'
      )
        items += transaction.parse(args.input).TransactItems.length
      return result
    },
    { step: 'initialize', name: 'countWrites', override: true },
  )
  return { items: () => items }
}
