import { spawn } from 'node:child_process'
import { createConnection } from 'node:net'
import { resolve } from 'node:path'
import { readSettings } from '#src/sandbox/laptop/settings.ts'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'

/** The whole system at one address. `--fresh` begins the scenario anew. Exit 2: bad input. */
async function main(): Promise<number> {
  const fresh = process.argv.includes('--fresh')
  try {
    const settings = readSettings(process.env, () => undefined)
    readScenario(settings.scenario)
    for (const port of Object.values(settings.ports)) await mustBeFree(port)
    return await runArchitect(settings.ports.app, fresh)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

function runArchitect(port: number, fresh: boolean): Promise<number> {
  const quiet = '--disable-warning=DEP0190' // Architect's way of starting a Lambda, not ours
  const compiled = { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? resolve('.cache/compiled') }
  const began = { ...process.env, ...compiled, PORT: String(port), NODE_OPTIONS: quiet }
  const env = { ...began, ...(fresh ? { FRESH: '1' } : {}) }
  const child = spawn(
    'arc',
    ['sandbox', '--host', '127.0.0.1', '--port', String(port), '--quiet', '--disable-symlinks'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill('SIGINT'))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 0))
  })
}

function mustBeFree(port: number): Promise<void> {
  return new Promise((free, taken) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.once('error', () => free())
    socket.once('connect', () => {
      socket.destroy()
      taken(
        new Error(`Port ${port} is taken. End what uses it, or choose another place: PORT=4000 npm run dev`),
      )
    })
  })
}

process.exitCode = await main()
