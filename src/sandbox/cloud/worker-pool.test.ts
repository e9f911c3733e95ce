import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const POOL = fileURLToPath(new URL('./worker-pool.ts', import.meta.url))
/** Two functions: one says who it is, the other is busy for good and hears nothing. */
const BUNDLES = {
  tick: 'export const handler = async () => process.pid',
  classify: `import { appendFileSync } from 'node:fs'
    export const handler = () => { for (;;) appendFileSync('busy', '.') }`,
}

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pool-'))
  for (const [name, code] of Object.entries(BUNDLES)) {
    mkdirSync(join(folder, 'build/functions', name), { recursive: true })
    writeFileSync(join(folder, 'build/functions', name, 'index.mjs'), code)
  }
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A process of its own with a pool, since what is told here is about a process that must not die, or does. */
function inProcessWithPool(code: string): Promise<{ output: string; errors: string }> {
  const script = `import { existsSync } from 'node:fs'
    import { WorkerPool } from ${JSON.stringify(POOL)}
    const pool = new WorkerPool({}, () => undefined)
    ${code}`
  writeFileSync(join(folder, 'main.mjs'), script)
  return new Promise((done) => {
    execFile(process.execPath, ['main.mjs'], { cwd: folder, timeout: 20_000 }, (_error, output, errors) =>
      done({ output, errors }),
    )
  })
}

describe('a pool of workers', () => {
  it('given a worker that died while it was idle, then the call fails as Lambda says it, and the next one works', async () => {
    const { output, errors } = await inProcessWithPool(`
      const first = await pool.invoke('tick', {})
      process.kill(first, 'SIGKILL')
      for (const until = Date.now() + 200; Date.now() < until; );
      const lost = await pool.invoke('tick', {}).catch((error) => error.name)
      const next = await pool.invoke('tick', {})
      console.log(JSON.stringify({ lost, another: next !== first, deaths: pool.deaths() }))
      await pool.close()`)
    expect(errors).toBe('')
    expect(JSON.parse(output)).toEqual({ lost: 'Lambda.Unknown', another: true, deaths: 1 })
  })

  it('given its process ends in the middle of a call, then no worker stays behind', async () => {
    const { errors } = await inProcessWithPool(`
      void pool.invoke('classify', {}).catch(() => undefined)
      while (!existsSync('busy')) await new Promise((wake) => setTimeout(wake, 10))
      process.exit(0)`)
    expect(errors).toBe('')
    await sleep(50)
    const written = statSync(join(folder, 'busy')).size
    await sleep(100)
    expect(statSync(join(folder, 'busy')).size).toBe(written)
  })

  it('given it was closed, then it starts no worker any more', async () => {
    const { output } = await inProcessWithPool(`
      await pool.close()
      console.log(await pool.invoke('tick', {}).catch((error) => error.name))`)
    expect(output.trim()).toBe('Lambda.Unknown')
  })
})
