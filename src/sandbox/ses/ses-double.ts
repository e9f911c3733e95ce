import sesLocal from 'aws-ses-v2-local'
import { z } from 'zod'
import { endServer } from '#src/sandbox/vendor/listen.ts'

/** A mail that SES was given; `at` is real time. */
export type SesMail = {
  to: string[]
  from: string
  subject: string
  text: string
  html: string
  headers: SesHeader[]
  at: Date
}
type SesHeader = { name: string; value: string }

export type SesDouble = {
  /** Also the address of its inbox page. */
  url: string
  close: () => Promise<void>
  /** What was sent since it started, oldest first. */
  sent: () => Promise<SesMail[]>
}

/** Amazon SES v2 on a local port (aws-ses-v2-local). One at a time in a process: the package has one store. */
export async function startSesDouble({
  port,
  host = '127.0.0.1',
}: {
  port: number
  host?: string
}): Promise<SesDouble> {
  const server = await starter()({ port, host })
  const address = server.address()
  // Express calls back when it could not listen, too.
  if (typeof address !== 'object' || address === null)
    throw new Error(`The SES double can't start: port ${port} on ${host} is taken or can't be used.`)
  const url = `http://${host}:${address.port}`
  await fetch(`${url}/clear-store`, { method: 'POST' })
  return { url, close: () => endServer(server), sent: () => readStore(url) }
}

const store = z.object({
  emails: z.array(
    z.object({
      from: z.string(),
      destination: z.object({ to: z.array(z.string()) }),
      subject: z.string(),
      body: z.object({ text: z.string().default(''), html: z.string().default('') }),
      headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
      at: z.number(),
    }),
  ),
})

async function readStore(url: string): Promise<SesMail[]> {
  const { emails } = store.parse(await (await fetch(`${url}/store`)).json())
  return emails.map(({ destination, body, at, ...rest }) => ({
    ...rest,
    ...body,
    to: destination.to,
    at: new Date(at * 1000),
  }))
}

/** Node gives a CommonJS package as a whole, a bundler gives its default export. */
function starter(): typeof sesLocal {
  const whole: object = sesLocal
  const found: unknown = Reflect.get(whole, 'default') ?? sesLocal
  if (isStarter(found)) return found
  throw new Error('aws-ses-v2-local is not what it was.')
}

function isStarter(value: unknown): value is typeof sesLocal {
  return typeof value === 'function'
}
