import type { ArtefactType } from '#src/domain/artefact.ts'

export const TABS = ['delivery', 'raid', 'backlog', 'decisions', 'people'] as const
export type Tab = (typeof TABS)[number]

export const TAB_WORDS: Record<Tab, string> = {
  delivery: 'Delivery state',
  raid: 'RAID log',
  backlog: 'Backlog summary',
  decisions: 'Decision log',
  people: 'People',
}

/** The document on each tab; people are no document. */
export const DOCUMENT_ON: Record<Exclude<Tab, 'people'>, ArtefactType> = {
  delivery: 'delivery_state',
  raid: 'raid_log',
  backlog: 'backlog_summary',
  decisions: 'decision_log',
}

/** The tab an address names; the delivery state when it names none, undefined when there is no such one. */
export function tabOf(named: string | undefined): Tab | undefined {
  return named === undefined ? 'delivery' : TABS.find((tab) => tab === named)
}

/** Where a project's tab is. */
export function tabPath(projectId: string, tab: Tab): string {
  return tab === 'delivery' ? `/projects/${projectId}` : `/projects/${projectId}/${tab}`
}

/** Where a document is. */
export function documentPath(projectId: string, type: string | null | undefined): string {
  const tab = TABS.find((each) => each !== 'people' && DOCUMENT_ON[each] === type)
  return tabPath(projectId, tab ?? 'delivery')
}
