import { z } from 'zod'
import type { MailMessage } from '#src/domain/mail-change.ts'
import type { Privacy } from '#src/domain/privacy.ts'
import type { CallGraph } from './call-graph.ts'
import { OutlookRefused } from './outlook-errors.ts'

type Folder = MailMessage['folder']
const FOLDERS: readonly Folder[] = ['inbox', 'sentitems']
/** As Outlook names them in English, whatever the mailbox's own language. */
const ENGLISH: Record<Folder, string> = { inbox: 'inbox', sentitems: 'sent items' }

const folderName = z.object({ displayName: z.string(), parentFolderId: z.string().nullish() })
type FolderName = z.infer<typeof folderName>
/** Deeper than anybody files. */
const DEEPEST = 20

/** The folders in which mail is looked for, without those that are never to be read. */
export async function foldersToRead(call: CallGraph, { folders }: Privacy): Promise<Folder[]> {
  if (folders.length === 0) return [...FOLDERS]
  const kept: Folder[] = []
  for (const folder of FOLDERS) {
    const { displayName } = await nameOf(call, folder)
    if (![ENGLISH[folder], displayName.toLowerCase()].some((name) => folders.includes(name)))
      kept.push(folder)
  }
  return kept
}

/** Tells of a folder's id whether it, or one that it lies in, is never to be read. Asks once for each. */
export function folderGuard(call: CallGraph, { folders }: Privacy): (id: string) => Promise<boolean> {
  const known = new Map<string, FolderName>()
  return async (id) => {
    let next: string | null | undefined = folders.length === 0 ? null : id
    for (let depth = 0; next && depth < DEEPEST; depth++) {
      const found: FolderName = known.get(next) ?? (await nameUnlessHidden(call, next))
      known.set(next, found)
      if (folders.includes(found.displayName.toLowerCase())) return true
      next = found.parentFolderId
    }
    return false
  }
}

/** What lies above the folders that people see can't always be asked for. */
async function nameUnlessHidden(call: CallGraph, id: string): Promise<FolderName> {
  try {
    return await nameOf(call, id)
  } catch (error) {
    if (error instanceof OutlookRefused && error.status === 404) return { displayName: '' }
    throw error
  }
}

function nameOf(call: CallGraph, id: string): Promise<FolderName> {
  const path = `/mailFolders/${encodeURIComponent(id)}`
  return call({ method: 'GET', path, query: { $select: 'displayName,parentFolderId' } }, folderName)
}
