import { z } from 'zod'
import { DEFAULT_SCENARIO, portsFrom, type Ports } from '#src/adapters/local-environment.ts'
import type { ModelChoice } from '#src/sandbox/cloud/model.ts'

export type LaptopSettings = {
  scenario: string
  /** Its own folder under .sandbox, so that tests do not disturb what a person left there. */
  folder: string | undefined
  fresh: boolean
  speed: number | undefined
  password: string | undefined
  ports: Ports
  hot: boolean
  model: ModelChoice
  say: (line: string) => void
}

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_000).default(3333),
  SCENARIO: z.string().min(1).default(DEFAULT_SCENARIO),
  SPEED: z.coerce.number().min(0).optional(),
  PM_PASSWORD: z.string().min(8, 'at least 8 characters').optional(),
  SANDBOX_FOLDER: z
    .string()
    .regex(/^[\w-]+$/, 'letters, digits, - and _ only')
    .optional(),
  FRESH: z.literal('1').optional(),
  HOT: z.literal('1').optional(),
  MODEL: z.enum(['none', 'double', 'gullible', 'anthropic']).optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
})

/** What a person may set. Throws, naming each variable that is wrong and what it takes. */
export function readSettings(from: NodeJS.ProcessEnv, say: (line: string) => void): LaptopSettings {
  const read = schema.safeParse(from)
  if (!read.success) throw new BadSettings(z.prettifyError(read.error))
  const { PORT, SCENARIO, SPEED, PM_PASSWORD, SANDBOX_FOLDER, FRESH, HOT, MODEL, ANTHROPIC_API_KEY } =
    read.data
  return {
    scenario: SCENARIO,
    folder: SANDBOX_FOLDER,
    fresh: FRESH === '1',
    speed: SPEED,
    password: PM_PASSWORD,
    ports: portsFrom(PORT),
    hot: HOT === '1',
    // A key is enough to be answered by the real service; without one its double answers.
    model: MODEL ?? (ANTHROPIC_API_KEY ? 'anthropic' : 'double'),
    say,
  }
}

/** A variable holds something it can't. */
export class BadSettings extends Error {
  override name = 'BadSettings'
}
