import { execFileSync, spawn } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { CAUGHT_UP } from './caught-up.ts'

/**
 * Starts the whole system as `npm run dev` does, once for each size and all at once, and stops each demo's clock as soon
 * as it has gone live, so that a story begins at the same moment however long a sandbox takes to start. Prints
 * `All ready` then. `CAUGHT_UP`: the days before have been played already, and each begins with a copy of them.
 */
const sandboxes = (process.env['SANDBOXES'] ?? '').split(' ').map((each) => {
  const [name = '', port = ''] = each.split(':')
  return { name, port: Number(port) }
})

// Before all of them: each would find the build stale and take it away from under the others.
execFileSync(process.execPath, ['src/commands/build.ts', '--if-stale'], { stdio: 'inherit' })
await Promise.all(sandboxes.map(start))
process.stdout.write('All ready\n')

function start({ name, port }: (typeof sandboxes)[number]): Promise<void> {
  const env = { ...process.env, PORT: String(port), SANDBOX_FOLDER: `e2e-${name}` }
  const caughtUp = process.env['CAUGHT_UP'] === '1'
  if (caughtUp) copyTo(env.SANDBOX_FOLDER)
  const dev = spawn('npm', ['run', '--silent', 'dev', ...(caughtUp ? [] : ['--', '--fresh'])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  dev.once('exit', (code) => process.exit(code ?? 1))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => dev.kill(signal))
  return new Promise((done, fail) => {
    dev.stdout.on('data', (said: Buffer) => {
      process.stdout.write(said)
      if (said.toString().includes('Sign in ')) standStill(port).then(done, fail)
    })
  })
}

function copyTo(folder: string): void {
  rmSync(`.sandbox/${folder}`, { recursive: true, force: true })
  cpSync(`.sandbox/${CAUGHT_UP}`, `.sandbox/${folder}`, { recursive: true })
}

/** The play up to here skipped quiet checks, so the agent looks as if it had stopped until it has had one. */
async function standStill(port: number): Promise<void> {
  await ask(port, 'pace', { action: 'stop' })
  await ask(port, 'tick', {})
}

async function ask(port: number, what: string, body: object): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port + 2}/_sandbox/${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  if (!answer.ok) process.stdout.write(`The sandbox answered ${answer.status} to ${what}.\n`)
}
