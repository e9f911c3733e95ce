import { z } from 'zod'
import { instant } from './instant.ts'

/** A signed-in browser, as a row that can be revoked. Times are real time. */
export const session = z.object({
  id: z.string(),
  version: z.number().int(),
  email: z.string(),
  name: z.string(),
  device: z.string(),
  createdAt: instant,
  expiresAtIso: instant,
  revoked: z.boolean(),
})
export type Session = z.infer<typeof session>
