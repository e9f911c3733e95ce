import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** One resolver as AppSync wants it: an ES module of at most 32,000 bytes that exports `request` and `response`. */
export type BundledResolver = {
  typeName: string
  fieldName: string
  dataSource: 'none' | 'table'
  code: string
}

/**
 * Bundles every `resolvers/Type.field.ts`, for the deployed API and for the sandbox's alike.
 * Mutations announce and store nothing (NONE data source); queries read the table.
 * Bundled once per process. Throws esbuild's error when a resolver does not compile.
 */
export function bundleResolvers(): Promise<BundledResolver[]> {
  bundled ??= bundleFolder()
  return bundled
}

let bundled: Promise<BundledResolver[]> | undefined

async function bundleFolder(): Promise<BundledResolver[]> {
  const folder = fileURLToPath(new URL('./resolvers/', import.meta.url))
  const files = (await readdir(folder)).filter((file) => /^[A-Z]\w+\.\w+\.ts$/.test(file)).toSorted()
  const { outputFiles } = await build({
    entryPoints: files.map((file) => `${folder}${file}`),
    outdir: folder,
    write: false,
    bundle: true,
    format: 'esm',
    target: 'esnext',
    platform: 'node',
    external: ['@aws-appsync/utils', '@aws-appsync/utils/*'],
    logLevel: 'silent',
  })
  return outputFiles.map(({ path, text }) => {
    const [typeName = '', fieldName = ''] = basename(path).split('.')
    return { typeName, fieldName, dataSource: typeName === 'Mutation' ? 'none' : 'table', code: text }
  })
}
