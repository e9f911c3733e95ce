import { enableCompileCache, flushCompileCache } from 'node:module'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { handlerOf } from './functions.ts'
import { killAt } from './kill-points.ts'

/** One warm Lambda in a process of its own: takes one event at a time over IPC, as Lambda's runtime does. */
const call = z.object({ id: z.number(), payload: z.unknown(), killAt: z.string().optional() })

// Most of a cold start is compiling what the last one compiled; written at once, since a worker may be killed.
enableCompileCache('.cache/compiled')
const bundle = process.argv[2] ?? ''
const handler = import(pathToFileURL(bundle).href).then((module: unknown) => {
  flushCompileCache()
  return handlerOf(module, bundle)
})

process.on('message', (message) => void run(message))
process.on('disconnect', () => process.exit(0))

async function run(message: unknown): Promise<void> {
  const { id, payload, killAt: point } = call.parse(message)
  killAt(point)
  try {
    const result = await (await handler)(payload)
    process.send?.({ id, ok: true, result: result ?? null })
  } catch (error) {
    const { name, message: says, stack } = error instanceof Error ? error : new Error(String(error))
    process.send?.({ id, ok: false, errorType: name, errorMessage: says, trace: stack?.split('\n') ?? [] })
  }
}
