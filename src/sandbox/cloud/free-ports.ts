import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import type { Ports } from '#src/adapters/local-environment.ts'

/** Ports nobody uses at the moment, for headless runs side by side. */
export async function freePorts(): Promise<Ports> {
  const servers = await Promise.all(Array.from({ length: 10 }, () => openAny()))
  const [app = 0, database = 0, aws = 0, appsync = 0, jira = 0, ...more] = servers.map(({ port }) => port)
  const [internal = 0, graph = 0, ses = 0, claude = 0, asana = 0] = more
  await Promise.all(servers.map(({ close }) => close()))
  return { app, database, aws, appsync, jira, internal, graph, ses, claude, asana }
}

/** Below those that a system gives to outgoing connections: one of them could take a port between here and its use. */
const [FIRST, BEYOND] = [20_000, 32_000]
const TRIES = 50

async function openAny(tries = TRIES): Promise<{ port: number; close(): Promise<void> }> {
  const port = randomInt(FIRST, BEYOND)
  const server = createServer()
  try {
    await new Promise<void>((done, fail) => {
      server.once('error', fail)
      server.listen(port, '127.0.0.1', done)
    })
  } catch (error) {
    if (tries > 1) return await openAny(tries - 1)
    throw error
  }
  return { port, close: () => new Promise((closed) => server.close(() => closed())) }
}
