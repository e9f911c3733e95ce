import { TOKEN_PATTERN } from '#src/graphql/authoriser/token-pattern.ts'
import { signatureFault, type Headers, type IamKey } from '#src/sandbox/appsync/signatures.ts'

/** Answers as AppSync's Lambda authoriser does; `ttlOverride` is in seconds. */
export type Authorise = (token: string) => Promise<{
  isAuthorized: boolean
  resolverContext?: Record<string, string>
  ttlOverride?: number
  deniedFields?: string[]
}>

/** Who asks: one of our functions (IAM), or a browser that the authoriser let in. */
export type Caller =
  | { mode: 'iam' }
  | { mode: 'lambda'; resolverContext: Record<string, string>; deniedFields: readonly string[] }

/** Refused at the door: AppSync answers 401 with this type. */
export class Unauthorised extends Error {
  override name = 'UnauthorizedException'
}

/** What is signed beside the headers: the path of the HTTP call, or the one that Amplify signs for a frame. */
export type Signed = { path: '/graphql' | '/graphql/connect'; body: string }
export type Identify = (headers: Headers, signed: Signed) => Promise<Caller>

const ourToken = new RegExp(TOKEN_PATTERN)

/** Builds the door. Answers of the authoriser are kept for `ttlOverride`, as AWS keeps them. Throws {@link Unauthorised}. */
export function createDoor(options: { authorise: Authorise; iam: IamKey; realNow: () => Date }): Identify {
  const kept = new Map<string, { caller: Caller; until: number }>()

  async function askAuthoriser(token: string): Promise<Caller> {
    const now = options.realNow().getTime()
    const known = kept.get(token)
    if (known && known.until > now) return known.caller
    kept.delete(token)
    const answer = await options.authorise(token)
    if (!answer.isAuthorized) throw new Unauthorised('You are not authorized to make this call.')
    const caller: Caller = {
      mode: 'lambda',
      resolverContext: answer.resolverContext ?? {},
      deniedFields: answer.deniedFields ?? [],
    }
    if (answer.ttlOverride) kept.set(token, { caller, until: now + answer.ttlOverride * 1000 })
    return caller
  }

  return async (raw, { path, body }) => {
    const headers = lowerCased(raw)
    const authorization = headers.authorization ?? ''
    if (authorization.startsWith('AWS4-HMAC-SHA256')) {
      const fault = signatureFault({ method: 'POST', path, headers, body }, options.iam, options.realNow())
      if (fault) throw new Unauthorised(fault)
      return { mode: 'iam' }
    }
    if (!ourToken.test(authorization)) {
      throw new Unauthorised('Valid authorization header not provided.')
    }
    return askAuthoriser(authorization)
  }
}

function lowerCased(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
