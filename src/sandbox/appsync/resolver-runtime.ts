import { createContext, Script } from 'node:vm'
import { transform } from 'esbuild'
import type { BundledResolver } from '#src/graphql/bundle-resolvers.ts'
import { appsyncModules } from '#src/sandbox/appsync/appsync-modules.ts'

/** One resolver, ready to be called: both functions take AppSync's context object. */
export type Resolver = { request: ResolverFunction; response: ResolverFunction }
type ResolverFunction = (context: unknown) => unknown

/** All the globals that APPSYNC_JS has. Source: "Supported built-in objects and functions", AppSync guide. */
const GLOBALS = (
  'Array JSON Math Number Object String Function NaN Infinity undefined globalThis console ' +
  'encodeURI encodeURIComponent decodeURI decodeURIComponent parseInt parseFloat isNaN isFinite'
).split(' ')

/**
 * Loads a bundled resolver into a VM without the globals that AppSync lacks (no clock, timers, network, `eval`).
 * The code is the deployed one; only its module syntax is turned into CommonJS, which `vm` can run.
 */
export async function loadResolver({ typeName, fieldName, code }: BundledResolver): Promise<Resolver> {
  const filename = `${typeName}.${fieldName}.js`
  const commonJs = await transform(code, { format: 'cjs', target: 'esnext' })
  const globals: object = {}
  Object.setPrototypeOf(globals, null)
  const context = createContext(globals, { codeGeneration: { strings: false, wasm: false } })
  new Script(withoutOtherGlobals).runInContext(context)
  const module: { exports: unknown } = { exports: {} }
  const wrapped = new Script(`(function (module, exports, require) {${commonJs.code}\n})`, { filename })
  const run: unknown = wrapped.runInContext(context)
  if (!isFunction(run)) throw new TypeError(`${filename} is not a module`)
  run(module, module.exports, requireAppsync)
  const { exports } = module
  if (!isResolver(exports)) throw new TypeError(`${filename} must export request and response`)
  return exports
}

const withoutOtherGlobals = `for (const name of Object.getOwnPropertyNames(globalThis))
  if (!${JSON.stringify(GLOBALS)}.includes(name)) delete globalThis[name]`

function requireAppsync(name: string): unknown {
  const found = appsyncModules.get(name)
  if (!found) throw new Error(`A resolver can't import ${name}: AppSync has only @aws-appsync/utils.`)
  return found
}

function isFunction(value: unknown): value is (...given: unknown[]) => unknown {
  return typeof value === 'function'
}

function isResolver(value: unknown): value is Resolver {
  return (
    typeof value === 'object' &&
    value !== null &&
    'request' in value &&
    typeof value.request === 'function' &&
    'response' in value &&
    typeof value.response === 'function'
  )
}
