import { getSecret } from '@aws-lambda-powertools/parameters/secrets'
import { z } from 'zod'
import { env } from '#src/adapters/env.ts'

const jiraSecret = z.object({ baseUrl: z.url(), email: z.string().min(3), apiToken: z.string().min(1) })
const asanaSecret = z.object({
  accessToken: z.string().min(1),
  baseUrl: z.url().default('https://app.asana.com/api/1.0'),
  /** The gid of each project by the key it has here. */
  projects: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a key such as SP'), z.string().regex(/^\d+$/)),
})
const graphSecret = z.object({
  tenantId: z.string().min(1),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  mailbox: z.email(),
  loginUrl: z.url().default('https://login.microsoftonline.com'),
  graphUrl: z.url().default('https://graph.microsoft.com/v1.0'),
})
const modelSecret = z.object({ apiKey: z.string().min(1), baseUrl: z.url().optional() })
const webSecret = z.object({
  email: z.email(),
  passwordHash: z.string().startsWith('argon2id$'),
  sessionKey: z.string().min(32),
  liveTokenKey: z.string().min(32),
})

/** Where Jira is and who reads it. Throws {@link BadSecret}, naming the secret and its wrong field. */
export const jiraCredentials = () => fetchSecret(env().JIRA_SECRET, jiraSecret)

/** Whose token reads Asana, and which projects are kept there; null where no secret was put: Asana is not connected. */
export const asanaCredentials = () => unlessMissing(fetchSecret(env().ASANA_SECRET, asanaSecret))

/** The app registration that reads the PM's mailbox; null where no secret was put: Outlook is not connected. */
export const graphCredentials = () => unlessMissing(fetchSecret(env().GRAPH_SECRET, graphSecret))

/** The model's key, and where it answers when that is not the vendor's own address; null where no key was put. */
export const modelCredentials = () => unlessMissing(fetchSecret(env().MODEL_SECRET, modelSecret))

/** What the web function needs: the PM's sign-in and the two signing keys. No vendor's secret is in it. */
export const webCredentials = () => fetchSecret(env().WEB_SECRET, webSecret)

/** Signs and checks the browser's ten-minute live token. */
export async function liveTokenKey(): Promise<string> {
  return (await webCredentials()).liveTokenKey
}

export class BadSecret extends Error {
  override name = 'BadSecret'
}

/** Five minutes of cache: a rotated secret is picked up by a warm Lambda without a redeploy. */
const MAX_AGE_SECONDS = 300

async function unlessMissing<T>(fetched: Promise<T>): Promise<T | null> {
  try {
    return await fetched
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Powertools wraps what Secrets Manager said. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'ResourceNotFoundException' || isMissing(error.cause)
}

async function fetchSecret<T>(secretName: string, schema: z.ZodType<T>): Promise<T> {
  const stored = await getSecret(secretName, { maxAge: MAX_AGE_SECONDS, transform: 'json' })
  const result = schema.safeParse(stored)
  if (result.success) return result.data
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  throw new BadSecret(`Secret ${secretName} is not usable. ${wrong}. Put it again with all its fields.`)
}
