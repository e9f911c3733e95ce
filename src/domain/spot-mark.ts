import { z } from 'zod'
import { instant } from './instant.ts'

/** What the PM said of something that was done alone. */
export const spotMark = z.object({ verdict: z.enum(['right', 'wrong']), by: z.string(), at: instant })
export type SpotMark = z.infer<typeof spotMark>
