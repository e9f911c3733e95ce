import { z } from 'zod'

const name = z.string().min(1)

/** Everything this system reads from its environment. AWS sets the AWS_ names itself. */
const schema = z.object({
  APP_TABLE: name,
  AWS_REGION: name.default('us-east-1'),
  AWS_ACCESS_KEY_ID: name.optional(),
  AWS_SECRET_ACCESS_KEY: name.optional(),
  AWS_SESSION_TOKEN: name.optional(),
  CLOCK_FILE: name.optional(),
  CYCLE_STATE_MACHINE_ARN: name.optional(),
  RELEASE_HOLDS_FUNCTION: name.optional(),
  TICK_FUNCTION: name.optional(),
  SELF_TEST_FUNCTION: name.optional(),
  REASON_FUNCTION: name.optional(),
  EXECUTE_FUNCTION: name.optional(),
  GRAPHQL_URL: z.url().optional(),
  GRAPHQL_REALTIME_URL: z.url().optional(),
  JIRA_SECRET: name.default('pm-workbench/jira'),
  ASANA_SECRET: name.default('pm-workbench/asana'),
  GRAPH_SECRET: name.default('pm-workbench/graph'),
  MODEL_SECRET: name.default('pm-workbench/model'),
  WEB_SECRET: name.default('pm-workbench/web'),
  /** The address from which the workbench mails the PM; default: the PM's own. SES must know it as an identity. */
  NOTICE_FROM: z.email().optional(),
  /** `none`: no model may be called, whatever key there is. */
  MODEL: z.enum(['none', 'claude']).default('none'),
  DEMO_CONTROL_URL: z.url().optional(),
})
export type Env = z.infer<typeof schema>

/** The environment, read once by schema on first use. Throws naming each variable that is missing or wrong. */
export function env(): Env {
  read ??= parse(process.env)
  return read
}

/** The value of a variable that only some functions are given. */
export function required<K extends keyof Env>(key: K): NonNullable<Env[K]> {
  const value = env()[key]
  if (value === undefined) throw new BadEnvironment(`${key} is not set for this function.`)
  return value
}

/** Forgets what was read: the player and tests set the environment of a system that starts in their own process. */
export function rereadEnv(): void {
  read = undefined
}

export class BadEnvironment extends Error {
  override name = 'BadEnvironment'
}

let read: Env | undefined

function parse(from: NodeJS.ProcessEnv): Env {
  const result = schema.safeParse(from)
  if (result.success) return result.data
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new BadEnvironment(`The environment is not as src/adapters/env.ts expects. ${wrong.join('; ')}`)
}
