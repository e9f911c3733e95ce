import { z } from 'zod'
import { autonomyLevel } from '#src/domain/project.ts'

const schema = z.object({
  DIAL: autonomyLevel.optional(),
  MODEL: z.enum(['none', 'double', 'gullible', 'anthropic']).optional(),
})

/** What the environment says about a headless play. Throws with a sentence for each variable that is wrong. */
export function readPlayEnvironment() {
  const found = schema.safeParse(process.env)
  if (!found.success) throw new Error(z.prettifyError(found.error))
  return { dial: found.data.DIAL, model: found.data.MODEL }
}
