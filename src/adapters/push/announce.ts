import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import { z } from 'zod'
import { announceDocument, mutationFields, type Announcement, type Noun } from './operations.ts'

export type AwsCredentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
export type Announcer = {
  /** Tells every subscriber of a row. Throws {@link AnnounceFailed}; announcing twice is harmless (same version). */
  announce<N extends Noun>(noun: N, input: Announcement<N>): Promise<void>
}

/** The API was not reached, refused, or answered with `errors`: nobody can be sure that the row was pushed. */
export class AnnounceFailed extends Error {
  override name = 'AnnounceFailed'
}

const TIMEOUT_MS = 5_000

const answer = z.object({
  data: z.record(z.string(), z.object({ id: z.string() }).nullable()).nullish(),
  errors: z.array(z.object({ message: z.string() })).nullish(),
})

/**
 * Announces over AppSync's HTTP endpoint, signed for IAM (Signature Version 4, service `appsync`).
 * `url` ends in `/graphql`. An answer is awaited for 5 s at most; retries belong to the table's stream.
 */
export function connectAnnouncer(options: {
  url: string
  region: string
  credentials: AwsCredentials
}): Announcer {
  const endpoint = new URL(options.url)
  const signer = new SignatureV4({
    service: 'appsync',
    region: options.region,
    credentials: options.credentials,
    sha256: Sha256,
  })
  return {
    async announce(noun, input) {
      const body = JSON.stringify({ query: announceDocument(noun), variables: { input } })
      const signed = await signer.sign({
        method: 'POST',
        protocol: endpoint.protocol,
        hostname: endpoint.hostname,
        path: endpoint.pathname,
        headers: { host: endpoint.host, 'content-type': 'application/json' },
        body,
      })
      refuseFailure(noun, await post(options.url, signed.headers, body))
    },
  }
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<string> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(url, { method: 'POST', headers, body, signal })
    return await response.text()
  } catch (error) {
    throw new AnnounceFailed(`No answer from ${url}.`, { cause: error })
  }
}

function refuseFailure(noun: Noun, text: string): void {
  const parsed = z.string().transform(asJson).pipe(answer).safeParse(text)
  if (!parsed.success) throw new AnnounceFailed(`Not a GraphQL answer: ${text.slice(0, 200)}`)
  const { data, errors } = parsed.data
  const field = mutationFields[noun]
  if (errors?.length) throw new AnnounceFailed(`${field}: ${errors.map(({ message }) => message).join('; ')}`)
  if (!data?.[field]) throw new AnnounceFailed(`${field} answered without its row.`)
}

function asJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
}
