import { createServer } from 'node:net'
import type { Ports } from '#src/adapters/local-environment.ts'

/** Ports nobody uses at the moment, for headless runs side by side. */
export async function freePorts(): Promise<Ports> {
  const servers = await Promise.all(Array.from({ length: 10 }, openAny))
  const [app = 0, database = 0, aws = 0, appsync = 0, jira = 0, ...more] = servers.map(({ port }) => port)
  const [internal = 0, graph = 0, ses = 0, claude = 0, asana = 0] = more
  await Promise.all(servers.map(({ close }) => close()))
  return { app, database, aws, appsync, jira, internal, graph, ses, claude, asana }
}

function openAny(): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      done({ port, close: () => new Promise((closed) => server.close(() => closed())) })
    })
  })
}
