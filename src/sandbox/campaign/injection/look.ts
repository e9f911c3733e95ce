import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import type { Act } from '#src/domain/act.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { ClaudeCall } from '#src/sandbox/claude/claude-double.ts'
import type { ReadPage } from './web-reader.ts'

export type ShownPage = Pick<ReadPage, 'path' | 'html' | 'policy'>
export type ModelPrompt = Pick<ClaudeCall, 'prompt'>

const MOST = 1000
/** So many decisions, and so many acts, are looked at one by one: the lists show them all. */
const LOOKED_AT = 25
const STATES: Escalation['status'][] = ['pending', 'decided', 'dismissed', 'expired', 'superseded', 'snoozed']
const TABS = ['', '/raid', '/backlog', '/decisions', '/people']

/** Every screen that there is, with decisions and acts of every project. */
export async function placesToLook(table: Table, projects: string[], acts: Act[]): Promise<string[]> {
  const lists = await Promise.all(STATES.map((status) => connectEscalations(table).list(status, MOST)))
  return [
    ...['/', '/going-out', '/projects', '/activity', '/activity?group=changes', '/agent', '/cost'],
    ...projects.flatMap((key) => TABS.map((tab) => `/projects/${key}${tab}`)),
    ...lists
      .flat()
      .slice(0, LOOKED_AT)
      .map(({ projectId, id }) => `/projects/${projectId}/decisions/${id}`),
    ...acts
      .filter(({ kind }) => kind !== 'artefact_update' && kind !== 'notification_internal')
      .slice(0, LOOKED_AT)
      .map(({ projectId, id }) => `/projects/${projectId}/acts/${id}`),
  ]
}
