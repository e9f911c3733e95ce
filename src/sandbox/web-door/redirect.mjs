import { registerHooks } from 'node:module'

/** The web function, asked for by Architect, is its door: see src/plugins/sandbox.ts. */
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context)
    if (!found.url.endsWith('/build/functions/server/index.mjs')) return found
    return { ...found, url: new URL('./index.mjs', import.meta.url).href }
  },
})
