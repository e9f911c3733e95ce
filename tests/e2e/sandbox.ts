import { spawn } from 'node:child_process'

/**
 * Starts the whole system as `npm run dev` does and stops the demo's clock as soon as it has gone live, so that a
 * story begins at the same moment however long another sandbox takes to start. Prints `Ready` then.
 */
const port = Number(process.env['PORT'])
const dev = spawn('npm', ['run', '--silent', 'dev', '--', '--fresh'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})

dev.stdout.on('data', (said: Buffer) => {
  process.stdout.write(said)
  if (said.toString().includes('Sign in ')) void standStill()
})
dev.once('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => dev.kill(signal))

/** The play up to here skipped quiet checks, so the agent looks as if it had stopped until it has had one. */
async function standStill(): Promise<void> {
  await ask('pace', { action: 'stop' })
  await ask('tick', {})
  process.stdout.write('Ready\n')
}

async function ask(what: string, body: object): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port + 2}/_sandbox/${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  if (!answer.ok) process.stdout.write(`The sandbox answered ${answer.status} to ${what}.\n`)
}
