import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { CAUGHT_UP } from './caught-up.ts'

/**
 * Plays the days before the stories once, as `npm run dev` does (without npm, which passes no signal on), and leaves their
 * sandbox behind with its clock stopped.
 */
const dev = spawn(process.execPath, ['src/commands/dev.ts', '--fresh'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, PORT: '4350', SANDBOX_FOLDER: CAUGHT_UP, SPEED: '0' },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => dev.kill(signal))
const LIVE = 'Sign in '
let said = ''
dev.stdout.on('data', (data: Buffer) => {
  process.stdout.write(data)
  said += data.toString()
  if (said.includes(LIVE)) dev.kill('SIGTERM')
})
await once(dev, 'exit')
process.exitCode = said.includes(LIVE) ? 0 : 1
