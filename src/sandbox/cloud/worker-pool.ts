import { fork, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { z } from 'zod'
import { FunctionFailed, FUNCTIONS, type FunctionName, type Invoke } from './functions.ts'

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

type Worker = { child: ChildProcess; busy: boolean }
export type WorkerPool = {
  invoke: Invoke
  /** The next call of this function dies there: `before:3`, `after:1`. Gives how often it has died so far. */
  killNext(name: FunctionName, point: string): void
  deaths(): number
  close(): Promise<void>
}

/** Warm processes, one and more for each function, that can be killed like any Lambda's. */
export function startWorkers(env: Record<string, string>, log: (line: string) => void): WorkerPool {
  const workers = new Map<FunctionName, Worker[]>()
  const waiting = new Map<FunctionName, (() => void)[]>()
  const doomed = new Map<FunctionName, string>()
  const script = resolve('src/sandbox/cloud/worker.ts')
  let calls = 0
  let deaths = 0
  let closed = false

  const spawn = (name: FunctionName): Worker => {
    const child = fork(script, [resolve(`build/functions/${name}/index.mjs`)], {
      env: { ...pathOnly(), ...env, AWS_LAMBDA_FUNCTION_NAME: name },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const worker = { child, busy: true }
    child.stdout?.on('data', (data: Buffer) => log(`[${name}] ${data.toString().trimEnd()}`))
    child.stderr?.on('data', (data: Buffer) => log(`[${name}] ${data.toString().trimEnd()}`))
    child.once('exit', () => {
      workers.set(
        name,
        (workers.get(name) ?? []).filter((each) => each !== worker),
      )
      if (closed) return
      deaths += 1
      waiting.get(name)?.shift()?.()
    })
    workers.set(name, [...(workers.get(name) ?? []), worker])
    return worker
  }

  const take = async (name: FunctionName): Promise<Worker> => {
    for (;;) {
      const mine = workers.get(name) ?? []
      const idle = mine.find((each) => !each.busy)
      if (idle) {
        idle.busy = true
        return idle
      }
      if (mine.length < MOST_PER_FUNCTION) return spawn(name)
      await new Promise<void>((free) => waiting.set(name, [...(waiting.get(name) ?? []), free]))
    }
  }

  const give = (name: FunctionName, worker: Worker) => {
    worker.busy = false
    waiting.get(name)?.shift()?.()
  }

  return {
    invoke: async (name, payload) => {
      const worker = await take(name)
      const killAt = doomed.get(name)
      doomed.delete(name)
      const result = await callOnce(worker.child, { id: ++calls, payload, ...(killAt ? { killAt } : {}) })
      give(name, worker)
      if (result.ok) return result.result
      throw new FunctionFailed(result.errorType, result.errorMessage, result.trace)
    },
    killNext: (name, point) => doomed.set(name, point),
    deaths: () => deaths,
    close: async () => {
      closed = true
      await Promise.all(FUNCTIONS.flatMap((name) => workers.get(name) ?? []).map(({ child }) => end(child)))
    },
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
      fail(
        new FunctionFailed(
          'Lambda.Unknown',
          `The worker ended (${signal ?? `exit ${code}`}) before it answered.`,
        ),
      )
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
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}

/** A Lambda sees its own environment and nothing of the shell it was started from. */
function pathOnly() {
  return { PATH: process.env['PATH'] ?? '', TZ: 'UTC', NODE_ENV: 'production' as const }
}
