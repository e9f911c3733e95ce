import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  DEFAULT_SCENARIO,
  localEnvironment,
  portsFrom,
  sandboxFolder,
} from '#src/adapters/local-environment.ts'

type Schedule = { name: string; rate?: { expression: string } | null; cron?: { expression: string } | null }
/** What Architect hands a sandbox hook, as far as this plugin looks at it. */
type Hook = { inventory: { inv: { scheduled?: Schedule[] | null } } }

/** What `deploy.services` has opened and `sandbox.start` goes on with. */
type Opened = { start(sweep: string): Promise<{ stop(): Promise<void> }>; stop(): Promise<void> }

const inSandbox = process.argv.some((argument) => /(^|[\\/-])sandbox$/.test(argument))
const ports = portsFrom(Number(process.env['PORT'] ?? 3333))

/**
 * Architect starts a process for every request to the web function, which would load all of Remix each time: more than half
 * a second. With this it loads a door of a few lines, behind which the function stays warm, as Lambda keeps it.
 */
const THROUGH_DOOR = `--import=${pathToFileURL(resolve('src/sandbox/web-door/redirect.mjs')).href}`

let opened: Opened | undefined
let laptop: { stop(): Promise<void> } | undefined
let vite: ChildProcess | undefined

// Architect reads these before it calls any hook.
if (inSandbox) {
  process.env['ARC_DB_EXTERNAL'] = '1'
  process.env['ARC_TABLES_PORT'] = String(ports.database)
  process.env['ARC_INTERNAL_PORT'] = String(ports.internal)
  process.env['AWS_ACCESS_KEY_ID'] ??= 'sandbox'
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'sandbox-secret'
}

/** Brings the whole system up inside `arc sandbox`: the database before the tables, the rest after the web server. */
export default {
  set: {
    /** For the web function's door; all functions run in our own warm workers. */
    env: () => ({
      testing: { ...localEnvironment(ports, join(folder(), 'clock.json')), NODE_OPTIONS: THROUGH_DOOR },
    }),
  },
  deploy: {
    /** The only hook Architect calls before it looks for the tables; on a real deployment there is nothing to do. */
    services: async () => {
      if (!inSandbox) return {}
      try {
        execFileSync(process.execPath, ['src/commands/build.ts', '--if-stale'], { stdio: 'inherit' })
        opened = await open()
      } catch (error) {
        giveUp(error)
      }
      return {}
    },
  },
  sandbox: {
    start: async ({ inventory }: Hook) => {
      if (!opened) return
      try {
        laptop = await opened.start(sweepOf(inventory.inv.scheduled ?? []))
      } catch (error) {
        await opened.stop()
        giveUp(error)
      }
    },
    end: async () => {
      vite?.kill()
      await laptop?.stop()
    },
  },
}

async function open(): Promise<Opened> {
  const { readSettings } = await import('#src/sandbox/laptop/settings.ts')
  const { openLaptop, startLaptop } = await import('#src/sandbox/laptop/laptop.ts')
  const { minutesOf } = await import('#src/sandbox/laptop/ticker.ts')
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const settings = readSettings(process.env, say)
  const ready = await openLaptop(settings)
  return {
    start: async (sweep) => {
      const running = await startLaptop(ready, settings, minutesOf(sweep))
      if (settings.hot) vite = startVite()
      return running
    },
    stop: ready.database.stop,
  }
}

/** How often app.arc has the sweeper come. */
function sweepOf(scheduled: Schedule[]): string {
  const sweep = scheduled.find(({ name }) => name === 'release-holds')
  return sweep?.rate?.expression ?? sweep?.cron?.expression ?? '1 minute'
}

function folder(): string {
  return sandboxFolder(process.env['SCENARIO'] ?? DEFAULT_SCENARIO, process.env['SANDBOX_FOLDER'])
}

/** Bad input or a missing piece: what is wrong and what to do, without a stack, and nothing half started. */
function giveUp(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`)
  process.exit(2)
}

/** Hot reload of the screens, on the port after the sandbox's own. */
function startVite(): ChildProcess {
  const port = String(ports.internal + 1)
  process.stdout.write(`Hot reload http://localhost:${port}\n`)
  return spawn('remix', ['vite:dev', '--host', '127.0.0.1', '--port', port, '--strictPort'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'development' },
  })
}
