import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Ask } from '#src/asking/ask.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'
import { rungOf, type RungName } from '#src/domain/spending.ts'
import type { ModelChoice } from '#src/sandbox/cloud/model.ts'

/** Under what stored inputs are run again; left out: as they were. */
export type Settings = {
  dial?: AutonomyLevel | undefined
  rung?: RungName | undefined
  model?: ModelChoice | undefined
  prompts?: Prompts | undefined
}

const step = z.enum(['sanitise', 'classify', 'reason'])
const prompts = z.partialRecord(step, z.object({ version: z.string().min(1), system: z.string().min(1) }))
export type Prompts = z.infer<typeof prompts>

/** Other prompts from a file: `{ "classify": { "version": "classify@trial", "system": "…" } }`. Throws with a sentence. */
export function readPrompts(file: string): Prompts {
  const read = prompts.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
  return read.data
}

/** What the day would have to have cost for the agent to stand on a rung, in micro-dollars. */
const SPENT: Record<RungName, number> = {
  normal: 0,
  fewerSonnet: 230_000,
  halfHourly: 270_000,
  haikuOnly: 300_000,
  rulesOnly: 400_000,
}

/** Asks as another rung would allow it, and with other prompts. */
export function askUnder({ rung, prompts: other }: Settings, ask: Ask): Ask {
  const { may, name } = rungOf(SPENT[rung ?? 'normal'], 0)
  return async (request) => {
    if (!may(request.model, { costlierHalf: request.worth !== 'cheaper half' }))
      return { kind: 'not asked', why: name === 'rulesOnly' ? 'budget' : 'saving' }
    const asked = step.safeParse(request.step)
    const instead = asked.success ? other?.[asked.data] : undefined
    return await ask(
      instead ? { ...request, system: instead.system, promptVersion: instead.version } : request,
    )
  }
}
