import { execFileSync } from 'node:child_process'

/** Workers run what would be deployed, so it is built before the tests that need it. */
export default function setup(): void {
  execFileSync(process.execPath, ['src/commands/build.ts', '--if-stale'], { stdio: 'inherit' })
}
