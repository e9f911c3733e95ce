import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { localEnvironment, sandboxFolder } from '#src/adapters/local-environment.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { openLaptop, startLaptop } from '#src/sandbox/laptop/laptop.ts'

const folder = `half-way-${process.pid}`
const LAPTOP = pathToFileURL(resolve('src/sandbox/laptop/laptop.ts')).href

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(sandboxFolder('', folder), { recursive: true, force: true })
})

/** Settings on free ports, and the environment that Architect would have set by then. */
async function aLaptop() {
  const ports = await freePorts()
  const choices = { fresh: true, hot: false, speed: undefined, password: undefined, model: 'double' as const }
  const settings = { scenario: 'scenarios/sample', folder, ports, ...choices, say: () => undefined }
  return { ports, settings, env: localEnvironment(ports, '') }
}

test('given a start that fails half-way, then nothing stays running', async () => {
  const { ports, settings, env } = await aLaptop()
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const say = () => {
    throw new Error('The first play failed.')
  }
  const opened = await openLaptop(settings)
  expect(await listening(ports.database)).toBe(true)
  await expect(startLaptop(opened, { ...settings, say }, 1)).rejects.toThrow('The first play failed.')
  const { database, aws, appsync, jira } = ports
  expect(await Promise.all([database, aws, appsync, jira].map(listening))).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  'given a %s before Architect listens for one, then the database goes too',
  async (signal) => {
    const { ports, settings, env } = await aLaptop()
    const script = `const { openLaptop } = await import(${JSON.stringify(LAPTOP)})
      await openLaptop({ ...${JSON.stringify(settings)}, say: () => undefined })
      console.log('open')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    expect(await listening(ports.database)).toBe(true)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([130, null])
    await vi.waitFor(async () => expect(await listening(ports.database)).toBe(false))
  },
)

function listening(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.once('error', () => done(false))
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
  })
}
