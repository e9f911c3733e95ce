import { realNow } from '#src/adapters/clock.ts'
import { liveTokenKey } from '#src/adapters/secrets.ts'
import { authorise, authoriserEvent, type Authorisation } from '#src/graphql/authoriser/authoriser.ts'

/** AppSync asks this before a browser connects, subscribes or queries. */
export async function handler(event: unknown): Promise<Authorisation> {
  const { authorizationToken } = authoriserEvent.parse(event)
  return authorise(authorizationToken, { key: await liveTokenKey(), now: realNow() })
}
