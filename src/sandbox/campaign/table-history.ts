import { z } from 'zod'
import { sourceName } from '#src/domain/cycle.ts'
import { startStreamFeed } from '#src/sandbox/cloud/stream-feed.ts'
import type { Told } from './told.ts'

const text = z.object({ S: z.string() })

/** As much of a stream's record as says what was read, and what was held. */
const image = z.object({
  PK: text,
  type: text,
  id: text.optional(),
  version: z.object({ N: z.string() }).optional(),
  readUpTo: text.optional(),
  heldUntil: text.optional(),
})
type Image = z.infer<typeof image>

const images = z.object({
  Records: z.array(z.object({ dynamodb: z.object({ NewImage: z.unknown().optional() }) })),
})

/** What was recorded, read and held, in the order in which the table was told, whoever told it. */
export async function tableHistory(endpoint: string, table: string): Promise<Told['history']> {
  return historyOf(await everyImage(endpoint, table))
}

/** The same of images that were read before. */
export function historyOf(found: unknown[]): Told['history'] {
  return found.flatMap((each) => entryOf(image.parse(each)))
}

/** Every row as it was ever written, in that order, in DynamoDB's own JSON. */
export async function everyImage(endpoint: string, table: string): Promise<unknown[]> {
  const found: unknown[] = []
  const feed = await startStreamFeed({
    ...{ endpoint, table, from: 'TRIM_HORIZON', log: () => undefined },
    invoke: async (_name, payload) => {
      found.push(...images.parse(payload).Records.flatMap(({ dynamodb }) => dynamodb.NewImage ?? []))
      return {}
    },
  })
  while ((await feed.drain()) > 0);
  await feed.stop()
  return found
}

function entryOf({ PK, type, id, version, readUpTo, heldUntil }: Image): Told['history'] {
  if (type.S === 'signal' && id && version?.N === '1') return [{ is: 'recorded', id: id.S }]
  if (type.S === 'act' && id && heldUntil) return [{ is: 'held', id: id.S, heldUntil: heldUntil.S }]
  if (type.S !== 'checkpoint' || !readUpTo) return []
  return [{ is: 'checkpoint', source: sourceName.parse(PK.S.split('#')[1]), readUpTo: readUpTo.S }]
}
