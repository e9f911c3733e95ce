import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const STAMP = 'build/.stamp'
const SOURCES = [
  'app/**/*.{ts,tsx,css}',
  'src/**/*.{ts,json,graphql}',
  'public/**/*',
  '*.{json,ts}',
  '**/config.arc',
]

/**
 * Builds everything that is deployed: the screens by Remix, then every Lambda as one bundle in a folder of its own.
 * With `--if-stale` only when a source has changed since the last build.
 */
async function main(): Promise<void> {
  const stamp = stampOf(sources())
  if (process.argv.includes('--if-stale') && isFresh(stamp)) return
  rmSync('build', { recursive: true, force: true })
  const remix = spawnSync('remix', ['vite:build', '--logLevel', 'error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (remix.status !== 0)
    throw new Error(`The screens could not be built (remix vite:build ended with ${remix.status}).`)
  await bundleFunctions()
  writeFileSync(STAMP, stamp)
}

async function bundleFunctions(): Promise<void> {
  const handlers = [...globSync('src/agent/*/handler.ts'), 'src/graphql/authoriser/handler.ts']
  const entries = Object.fromEntries(handlers.map((file) => [`${basename(dirname(file))}/index`, file]))
  await build({
    entryPoints: { ...entries, 'server/index': 'app/server.ts' },
    outdir: 'build/functions',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    // Remix requires undici only to install globals that Node 24 has; 400 kB for nothing.
    // Amplify is only ever loaded by the browser.
    external: ['undici', 'aws-amplify', 'aws-amplify/*'],
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: {
      js: "import{createRequire as __require}from'node:module';const require=__require(import.meta.url);",
    },
    logLevel: 'warning',
    // Remix keeps bare imports of packages that declare no side effects; dropping them is right.
    logOverride: { 'ignored-bare-import': 'silent' },
  })
  for (const file of [...handlers, 'app/server.ts']) copyConfig(file)
}

/** Architect reads a function's settings beside its code. */
function copyConfig(entry: string): void {
  const from = join(dirname(entry), 'config.arc')
  const name = entry === 'app/server.ts' ? 'server' : basename(dirname(entry))
  mkdirSync(`build/functions/${name}`, { recursive: true })
  if (existsSync(from)) copyFileSync(from, `build/functions/${name}/config.arc`)
}

function sources(): string[] {
  const excluded = /^(build|node_modules|\.sandbox|tests)\/|\.test\.tsx?$/
  return SOURCES.flatMap((pattern) =>
    globSync(pattern, { exclude: ['node_modules/**', 'build/**', '.sandbox/**'] }),
  )
    .filter((file) => !excluded.test(file))
    .sort()
}

function stampOf(files: string[]): string {
  const hash = createHash('sha256')
  for (const file of files) if (/\.\w+$/.test(file)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function isFresh(stamp: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp
}

await main()
