import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { FunctionFailed, handlerOf, sourceOf, type FunctionName, type Invoke } from './functions.ts'

/** Runs the functions in this process, as the headless player does: the same handlers, no worker between. */
export function inProcess(): Invoke {
  const handlers = new Map<FunctionName, Promise<(event: unknown) => Promise<unknown>>>()
  const load = async (name: FunctionName) => {
    const module: unknown = await import(pathToFileURL(resolve(sourceOf(name))).href)
    return handlerOf(module, name)
  }
  return async (name, payload) => {
    const handler = handlers.get(name) ?? load(name)
    handlers.set(name, handler)
    const run = await handler
    try {
      return await run(payload)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      throw new FunctionFailed(error.name, error.message, error.stack?.split('\n'))
    }
  }
}
