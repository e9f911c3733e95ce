import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createConnection } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type RunningDatabase = { endpoint: string; stop(): Promise<void> }

/** The local database can't be started; says what to do. */
export class NoDatabase extends Error {
  override name = 'NoDatabase'
}

/** Starts Dynoxide on 127.0.0.1. Without `path` it keeps everything in memory. Throws {@link NoDatabase}. */
export async function startDatabase(options: { port: number; path?: string }): Promise<RunningDatabase> {
  const { port, path } = options
  if (await answers(port))
    throw new NoDatabase(`Port ${port} is taken: the database needs it. End what uses it, or set PORT.`)
  const args = ['serve', '--host', '127.0.0.1', '--port', String(port), ...(path ? ['--db-path', path] : [])]
  const child = spawn(findBinary(), args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const killed = () => child.kill('SIGKILL')
  process.once('exit', killed)
  let said = ''
  child.stderr.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-2000)))
  for (let tries = 0; !(await answers(port)); tries++) {
    if (child.exitCode !== null || tries > 200)
      throw new NoDatabase(`The database did not start on port ${port}. It said: ${said || 'nothing'}`)
    await new Promise((wake) => setTimeout(wake, 25))
  }
  if (path) indexStream(path)
  const stop = () =>
    new Promise<void>((done) => {
      process.off('exit', killed)
      if (child.exitCode !== null || child.signalCode !== null) return done()
      child.once('exit', () => done())
      child.kill('SIGTERM')
    })
  return { endpoint: `http://127.0.0.1:${port}`, stop }
}

/**
 * Dynoxide looks through its whole stream for the last number at every write, and again at every read of the stream:
 * after ten played days that is most of what it does. With these two indexes it looks once.
 */
function indexStream(path: string): void {
  const database = new DatabaseSync(path, { timeout: 5_000 })
  const number = 'CAST(sequence_number AS INTEGER)'
  database.exec(`
    CREATE INDEX IF NOT EXISTS stream_by_table ON _stream_records (table_name, ${number});
    CREATE INDEX IF NOT EXISTS stream_by_shard ON _stream_records (table_name, shard_id, ${number});
  `)
  database.close()
}

function findBinary(): string {
  const fromNpm = binaryFromNpm()
  if (fromNpm) return fromNpm
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'dynoxide'))
  const found = onPath.find((file) => existsSync(file))
  if (found) return found
  throw new NoDatabase(
    `There is no dynoxide for ${process.platform} ${process.arch} in npm. Put the dynoxide binary on PATH, or run on Linux x64.`,
  )
}

function binaryFromNpm(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `@dynoxide/${process.platform}-${process.arch}/package.json`,
    )
    return join(dirname(manifest), 'dynoxide')
  } catch {
    return undefined
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
}
