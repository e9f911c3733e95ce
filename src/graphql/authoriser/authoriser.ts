import { z } from 'zod'
import { LiveTokenRefused, verifyLiveToken } from '#src/adapters/push/live-token.ts'
import { mutationFields, nouns } from '#src/adapters/push/operations.ts'

/** What AppSync asks a Lambda authoriser; the rest of the event is not read. */
export const authoriserEvent = z.object({ authorizationToken: z.string() })

/** What AppSync expects back. `ttlOverride` is in seconds: for how long the answer may be reused. */
export type Authorisation =
  | { isAuthorized: false; ttlOverride: 0 }
  | {
      isAuthorized: true
      resolverContext: { sub: string }
      deniedFields: string[]
      ttlOverride: number
    }

/**
 * Lets the browser's token read and subscribe, never announce. The answer is cached no longer than the token
 * lives, or an expired one would keep working. `now` is real time.
 */
export function authorise(token: string, { key, now }: { key: string; now: Date }): Authorisation {
  try {
    const { sub, exp } = verifyLiveToken({ token, key, now })
    return {
      isAuthorized: true,
      resolverContext: { sub },
      deniedFields: announcements,
      ttlOverride: Math.floor(exp - now.getTime() / 1000),
    }
  } catch (error) {
    if (error instanceof LiveTokenRefused) return { isAuthorized: false, ttlOverride: 0 }
    throw error
  }
}

/** A second fence behind the schema's `@aws_iam`. */
const announcements = nouns.map((noun) => `Mutation.${mutationFields[noun]}`)
