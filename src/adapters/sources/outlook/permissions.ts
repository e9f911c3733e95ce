import { z } from 'zod'
import type { CallGraph, GraphRequest } from './call-graph.ts'
import { OutlookRefused } from './outlook-errors.ts'

/** What the workbench needs, as Entra and Exchange both call it. */
export type GraphRole = 'Mail.ReadWrite' | 'Mail.Send'

/** No mailbox has a mail of this id, so asking for it to be changed or sent changes and sends nothing. */
const NO_SUCH_MAIL = 'AAMkAGNoSuchMail='

/** Reads one id of a folder. */
export async function readFolder(call: CallGraph, folder: string): Promise<void> {
  const path = `/mailFolders/${folder}/messages`
  await call({ method: 'GET', path, query: { $top: '1', $select: 'id' } }, z.looseObject({}))
}

/**
 * Throws `OutlookUnauthorised` where the app may not. A role in the token is Microsoft's word; what Exchange grants stands in
 * no token, so there a mail that does not exist is asked for, and anything but 403 is a yes.
 */
export async function mayUse(call: CallGraph, role: GraphRole, roles: string[]): Promise<void> {
  if (roles.includes(role)) return
  try {
    await call(HARMLESS[role], z.unknown())
  } catch (error) {
    if (error instanceof OutlookRefused && [400, 404].includes(error.status)) return
    throw error
  }
}

const HARMLESS: Record<GraphRole, GraphRequest> = {
  'Mail.ReadWrite': { method: 'PATCH', path: `/messages/${NO_SUCH_MAIL}`, body: { categories: [] } },
  'Mail.Send': { method: 'POST', path: `/messages/${NO_SUCH_MAIL}/send` },
}
