import { z } from 'zod'
import { limitSk, PM_PK } from './keys.ts'
import type { Table } from './table.ts'

const DAY_SECONDS = 86_400

/** When something that is limited was last tried, in real time, oldest first. */
const rateLimit = z.object({ name: z.string(), version: z.number().int(), tries: z.array(z.iso.datetime()) })
export type RateLimit = z.infer<typeof rateLimit>

/** Counters of things that may be tried only so often. */
export function connectRateLimits(table: Table) {
  return {
    get: async (name: string): Promise<RateLimit> => {
      const row = await table.get({ PK: PM_PK, SK: limitSk(name) })
      return row ? rateLimit.parse(row) : { name, version: 0, tries: [] }
    },
    /** Writes the counter's next version. Throws `Conflict` when another try was counted meanwhile. */
    save: (next: RateLimit): Promise<void> => {
      const latest = next.tries.at(-1)
      return table.write([
        {
          put: {
            ...next,
            PK: PM_PK,
            SK: limitSk(next.name),
            type: 'rate_limit',
            ...(latest ? { expiresAt: Math.ceil(Date.parse(latest) / 1000) + DAY_SECONDS } : {}),
          },
          if: { version: next.version - 1 },
        },
      ])
    },
  }
}
