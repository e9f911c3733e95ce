import { fork, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NODE_OPTIONS } from '#src/plugins/heaps.ts'
import { callWorker } from './call-worker.ts'
import { FunctionFailed, type FunctionName, type Invoke } from './functions.ts'

const MOST_PER_FUNCTION = 8
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url))

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
    process.once('exit', this.#killAll)
  }

  readonly invoke: Invoke = async (name, payload) => {
    const worker = await this.#take(name)
    const killAt = this.#doomed.get(name)
    this.#doomed.delete(name)
    this.#calls += 1
    const call = { id: this.#calls, payload, ...(killAt ? { killAt } : {}) }
    const result = await callWorker(worker.child, call)
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

  /** The processes that run this function now. */
  pidsOf(name: FunctionName): number[] {
    return this.#workers.flatMap(({ name: of, child }) => (of === name ? (child.pid ?? []) : []))
  }

  readonly close = async (): Promise<void> => {
    this.#closed = true
    await Promise.all(this.#workers.map(({ child }) => end(child)))
    process.off('exit', this.#killAll)
  }

  /** Whatever ends this process, no worker stays behind: one that is busy would not notice. */
  readonly #killAll = (): void => {
    for (const { child } of this.#workers) child.kill('SIGKILL')
  }

  async #take(name: FunctionName): Promise<Worker> {
    for (;;) {
      if (this.#closed) throw new FunctionFailed('Lambda.Unknown', 'The workers have been ended.')
      const mine = this.#workers.filter((each) => each.name === name)
      const idle = mine.find((each) => !each.busy && each.child.connected)
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
    const child = fork(WORKER, [bundle], {
      env: { ...ownEnvironment(name), ...this.#env, AWS_LAMBDA_FUNCTION_NAME: name },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const worker = { name, child, busy: true }
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => this.#log(`[${name}] ${data.toString().trimEnd()}`))
    const gone = () => {
      if (!this.#workers.includes(worker)) return
      this.#workers = this.#workers.filter((each) => each !== worker)
      if (!this.#closed) this.#deaths += 1
      this.#wakeOne(name)
    }
    child.once('exit', gone)
    child.on('error', (error) => {
      this.#log(`[${name}] ${String(error)}`)
      if (child.pid === undefined) gone()
    })
    this.#workers.push(worker)
    return worker
  }

  #wakeOne(name: FunctionName): void {
    const index = this.#waiting.findIndex((each) => each.name === name)
    if (index >= 0) this.#waiting.splice(index, 1)[0]?.wake()
  }
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
function ownEnvironment(name: FunctionName) {
  const options = NODE_OPTIONS[name]
  const own = { PATH: process.env['PATH'] ?? '', TZ: 'UTC', NODE_ENV: 'production' as const }
  return { ...own, ...(options && { NODE_OPTIONS: options }) }
}
