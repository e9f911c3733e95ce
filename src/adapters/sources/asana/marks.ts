import { z } from 'zod'
import { instant } from '#src/domain/instant.ts'
import { jsonOrNothing } from '../http.ts'

/**
 * Where the reading of a project goes on: its sync token, when all that had changed was last read (Asana's clock), and how
 * far the reading of all that changed has come while it is under way.
 */
const mark = z.object({
  sync: z.string(),
  sweptAt: instant.nullable(),
  sweep: z.object({ from: instant.nullable(), began: instant, offset: z.string().nullable() }).nullable(),
})
export type Mark = z.infer<typeof mark>

/** By the project's gid. */
export type Marks = Record<string, Mark>

/** A mark that is not one is none: the projects are read anew, and what is known drops out. */
export function marksOf(cursor: string | null): Marks {
  return z
    .record(z.string(), mark)
    .catch({})
    .parse(jsonOrNothing(cursor ?? ''))
}
