import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Linux keeps what lies here in memory. */
const MEMORY = '/dev/shm'

/**
 * A folder for a database that nobody wants afterwards: in memory, but a file, which gets the indexes that Dynoxide's own
 * memory cannot have and that save a fifth of a long play. Undefined where a machine has no such place.
 */
export function forgottenFolder(): { path: string; forget(): Promise<void> } | undefined {
  if (!existsSync(MEMORY)) return undefined
  const path = mkdtempSync(join(MEMORY, 'pm-'))
  const remove = () => rmSync(path, { recursive: true, force: true })
  process.once('exit', remove)
  return {
    path,
    forget: async () => {
      process.off('exit', remove)
      remove()
    },
  }
}
