import type { ChildProcess } from 'node:child_process'
import { z } from 'zod'
import { FunctionFailed } from './functions.ts'

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
type Answer = z.infer<typeof answer>

/** Sends one call; a worker that dies before it answers, or is dead already, is an error that Step Functions retries. */
export function callWorker(child: ChildProcess, message: { id: number; payload: unknown }): Promise<Answer> {
  return new Promise((done, fail) => {
    const onMessage = (raw: unknown) => {
      const parsed = answer.parse(raw)
      if (parsed.id !== message.id) return
      settle()
      done(parsed)
    }
    const onExit = (code: number | null, signal: string | null) =>
      lost(`The worker ended (${signal ?? `exit ${String(code)}`}) before it answered.`)
    const onError = (error: Error) => lost(`The worker could not be reached: ${error.message}`)
    const lost = (why: string) => {
      settle()
      fail(new FunctionFailed('Lambda.Unknown', why))
    }
    const settle = () => {
      child.off('message', onMessage)
      child.off('exit', onExit)
      child.off('error', onError)
    }
    child.on('message', onMessage)
    child.once('exit', onExit)
    child.once('error', onError)
    child.send(message, (error) => {
      if (error) onError(error)
    })
  })
}
