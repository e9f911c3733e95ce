import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { hashPassword } from '#src/adapters/password.ts'

const kept = z.object({
  password: z.string(),
  sessionKey: z.string(),
  liveTokenKey: z.string(),
  jiraToken: z.string(),
  graphSecret: z.string().default(() => randomBytes(32).toString('base64url')),
  asanaToken: z.string().default(() => randomBytes(32).toString('base64url')),
})
export type KeptSecrets = z.infer<typeof kept>

/** The sandbox's own secrets: made once for each folder and kept in it, so that a restart keeps sessions alive. */
export function sandboxSecrets(folder: string, password: string | undefined): KeptSecrets {
  const path = join(folder, 'secrets.json')
  const random = () => randomBytes(32).toString('base64url')
  const before: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  const found = kept.safeParse(before)
  const made = found.success
    ? found.data
    : {
        password: randomBytes(6).toString('base64url'),
        sessionKey: random(),
        liveTokenKey: random(),
        jiraToken: random(),
        graphSecret: random(),
        asanaToken: random(),
      }
  const secrets = { ...made, password: password ?? made.password }
  writeFileSync(path, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}

/** What the sandbox's Graph wants to be shown. */
export function graphApp({ graphSecret }: KeptSecrets) {
  return { tenantId: 'sandbox-tenant', clientId: 'pm-workbench', clientSecret: graphSecret }
}

/** What Secrets Manager hands out, in the shapes of src/adapters/secrets.ts; `more` by name. */
export async function secretValues(
  secrets: KeptSecrets,
  email: string,
  jiraUrl: string,
  more: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  return {
    ...more,
    'pm-workbench/jira': { baseUrl: jiraUrl, email, apiToken: secrets.jiraToken },
    'pm-workbench/web': {
      email,
      passwordHash: await hashPassword(secrets.password),
      sessionKey: secrets.sessionKey,
      liveTokenKey: secrets.liveTokenKey,
    },
  }
}
