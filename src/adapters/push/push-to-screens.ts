import { env, required } from '#src/adapters/env.ts'
import { connectAnnouncer, type Announcer } from './announce.ts'

type Told<N> = N extends Parameters<Announcer['announce']>[0]
  ? { noun: N; input: Parameters<Announcer['announce']>[1] }
  : never

/** Announces rows over the API that the environment names, signed with this function's own role. */
export function pushToScreens() {
  const { AWS_REGION, AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN } = env()
  const announcer = connectAnnouncer({
    url: required('GRAPHQL_URL'),
    region: AWS_REGION,
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
    },
  })
  return ({ noun, input }: Told<Parameters<Announcer['announce']>[0]>): Promise<void> =>
    announcer.announce(noun, input)
}
