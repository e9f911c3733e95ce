import { fork, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { z } from 'zod'
import { FunctionFailed, type FunctionName, type Invoke } from './functions.ts'

const MOST_PER_FUNCTION = 8

const answer = z.discriminatedUnion('ok', [
  z.object({ id: z.number(), ok: z.literal(true), result: z.unknown() }),
  z.object({
    id: z.number(),
    ok: z.literal(false),
    errorType: z.string(),
    errorMessage: z.string(),
    trace: z.array(z.string()),
  }),
])

type Worker = { name: FunctionName; child: ChildProcess; busy: boolean }
type Log = (line: string) => void

/** Warm processes, one and more for each function, that can be killed like any Lambda's. */
export class WorkerPool {
  readonly #env: Record<string, string>
  readonly #log: Log
  readonly #waiting: { name: FunctionName; wake: () => void }[] = []
  readonly #doomed = new Map<FunctionName, string>()
  #workers: Worker[] = []
  #calls = 0
  #deaths = 0
  #closed = false

  constructor(env: Record<string, string>, log: Log) {
    this.#env = env
    this.#log = log
  }

  readonly invoke: Invoke = async (name, payload) => {
    const worker = await this.#take(name)
    const killAt = this.#doomed.get(name)
    this.#doomed.delete(name)
    this.#calls += 1
    const call = { id: this.#calls, payload, ...(killAt ? { killAt } : {}) }
    const result = await callOnce(worker.child, call)
    worker.busy = false
    this.#wakeOne(name)
    if (result.ok) return result.result
    throw new FunctionFailed(result.errorType, result.errorMessage, result.trace)
  }

  /** The next call of this function dies there: `before:3`, `after:1`. */
  readonly killNext = (name: FunctionName, point: string): void => {
    this.#doomed.set(name, point)
  }

  /** How many workers have died so far. */
  deaths(): number {
    return this.#deaths
  }

  readonly close = async (): Promise<void> => {
    this.#closed = true
    await Promise.all(this.#workers.map(({ child }) => end(child)))
  }

  async #take(name: FunctionName): Promise<Worker> {
    for (;;) {
      const mine = this.#workers.filter((each) => each.name === name)
      const idle = mine.find((each) => !each.busy)
      if (idle) {
        idle.busy = true
        return idle
      }
      if (mine.length < MOST_PER_FUNCTION) return this.#spawn(name)
      await new Promise<void>((wake) => this.#waiting.push({ name, wake }))
    }
  }

  #spawn(name: FunctionName): Worker {
    const bundle = resolve(`build/functions/${name}/index.mjs`)
    const child = fork(resolve('src/sandbox/cloud/worker.ts'), [bundle], {
      env: { ...ownEnvironment(), ...this.#env, AWS_LAMBDA_FUNCTION_NAME: name },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const worker = { name, child, busy: true }
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => this.#log(`[${name}] ${data.toString().trimEnd()}`))
    child.once('exit', () => {
      this.#workers = this.#workers.filter((each) => each !== worker)
      if (!this.#closed) this.#deaths += 1
      this.#wakeOne(name)
    })
    this.#workers.push(worker)
    return worker
  }

  #wakeOne(name: FunctionName): void {
    const index = this.#waiting.findIndex((each) => each.name === name)
    if (index >= 0) this.#waiting.splice(index, 1)[0]?.wake()
  }
}

/** Sends one call; a worker that dies first is an error that Step Functions retries. */
function callOnce(
  child: ChildProcess,
  message: { id: number; payload: unknown },
): Promise<z.infer<typeof answer>> {
  return new Promise((done, fail) => {
    const onMessage = (raw: unknown) => {
      const parsed = answer.parse(raw)
      if (parsed.id !== message.id) return
      settle()
      done(parsed)
    }
    const onExit = (code: number | null, signal: string | null) => {
      settle()
      const how = signal ?? `exit ${String(code)}`
      fail(new FunctionFailed('Lambda.Unknown', `The worker ended (${how}) before it answered.`))
    }
    const settle = () => {
      child.off('message', onMessage)
      child.off('exit', onExit)
    }
    child.on('message', onMessage)
    child.once('exit', onExit)
    child.send(message)
  })
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      done()
      return
    }
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}

/** A Lambda sees its own environment and nothing of the shell it was started from. */
function ownEnvironment() {
  return { PATH: process.env['PATH'] ?? '', TZ: 'UTC', NODE_ENV: 'production' as const }
}
