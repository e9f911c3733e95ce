import { z } from 'zod'
import { autonomyLevel } from '#src/domain/project.ts'
import { rungName } from '#src/domain/spending.ts'

const schema = z.object({
  DIAL: autonomyLevel.optional(),
  MODEL: z.enum(['none', 'double', 'gullible', 'anthropic']).optional(),
  RUNG: rungName.optional(),
  PROMPTS: z.string().optional(),
})

/** What the environment says about a headless play. Throws with a sentence for each variable that is wrong. */
export function readPlayEnvironment() {
  const found = schema.safeParse(process.env)
  if (!found.success) throw new Error(z.prettifyError(found.error))
  const { DIAL: dial, MODEL: model, RUNG: rung, PROMPTS: promptsFile } = found.data
  return { dial, model, rung, promptsFile }
}
