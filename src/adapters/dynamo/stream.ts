import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { z } from 'zod'

const attribute = z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null)
const image = z.record(z.string(), attribute)

const record = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({ SequenceNumber: z.string(), NewImage: image.optional() }),
})

/** A DynamoDB stream event, its images made plain objects. */
export const readStream = z.object({ Records: z.array(record) }).transform(({ Records }) => ({
  changes: Records.map(({ eventName, dynamodb }) => ({
    sequence: dynamodb.SequenceNumber,
    event: eventName,
    row: dynamodb.NewImage ? unmarshall(dynamodb.NewImage) : null,
  })),
}))
