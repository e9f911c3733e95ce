import { z } from 'zod'
import { documentChange, type DocumentChange } from './document-change.ts'
import { backlogSummary, EMPTY_BACKLOG } from './backlog-summary.ts'
import { decisionLog } from './decision-log.ts'
import { deliveryState, EMPTY_DELIVERY } from './delivery-state.ts'
import { instant } from './instant.ts'
import { takenBack } from './undone.ts'
import { applyRaidChanges, ChangeDoesNotFit, raidLog } from './raid-log.ts'
import { applyReverts, revert } from './revert.ts'

/** The documents of a project. */
export const artefactType = z.enum(['delivery_state', 'raid_log', 'backlog_summary', 'decision_log'])
export type ArtefactType = z.infer<typeof artefactType>

/** A document as people call it. */
export const DOCUMENT_WORDS: Record<ArtefactType, string> = {
  delivery_state: 'Delivery state',
  raid_log: 'RAID log',
  backlog_summary: 'Backlog summary',
  decision_log: 'Decision log',
}

const common = {
  id: z.string(),
  version: z.number().int(),
  projectId: z.string(),
  updatedAt: instant,
  summary: z.string(),
  /** What the PM has taken back, so that it is not suggested again. */
  undone: z.array(z.string()).default([]),
}

function documentOf<T extends ArtefactType, C extends z.ZodType>(type: T, content: C) {
  return z.object({
    ...common,
    artefactType: z.literal(type),
    content,
  })
}

/** A document of a project. Its version before is kept beside it, for one-deep undo. */
export const artefact = z.discriminatedUnion('artefactType', [
  documentOf('delivery_state', deliveryState),
  documentOf('raid_log', raidLog),
  documentOf('backlog_summary', backlogSummary),
  documentOf('decision_log', decisionLog),
])
export type Artefact = z.infer<typeof artefact>
export type ArtefactOf<T extends ArtefactType> = Extract<Artefact, { artefactType: T }>

/** What one act changed, kept without expiry: the diff in which every field links to its evidence. */
export const artefactChange = z.object({
  projectId: z.string(),
  artefactType,
  version: z.number().int(),
  actId: z.string(),
  at: instant,
  changes: z.array(documentChange).min(1),
  /** How it is taken back, place by place; left out: it was made before that was kept. */
  reverts: z.array(revert).optional(),
})
export type ArtefactChange = z.infer<typeof artefactChange>

const EMPTY = {
  delivery_state: EMPTY_DELIVERY,
  raid_log: { items: [] },
  backlog_summary: EMPTY_BACKLOG,
  decision_log: { entries: [] },
} satisfies { [T in ArtefactType]: ArtefactOf<T>['content'] }

/** The document before its first entry. */
export function emptyArtefact(projectId: string, type: ArtefactType, at: Date): Artefact {
  return artefact.parse({
    id: `${projectId}-${type}`,
    version: 0,
    projectId,
    artefactType: type,
    content: EMPTY[type],
    updatedAt: at.toISOString(),
    summary: 'No entries yet.',
  })
}

/**
 * The next version of a document. `before`: the version that a change would restore, if it does. Throws
 * {@link ChangeDoesNotFit} for a change of another document's kind.
 */
export function nextArtefact(
  current: Artefact,
  changes: DocumentChange[],
  at: Date,
  before?: Artefact,
): Artefact {
  const content = changes.reduce<unknown>(
    (so, change) => applyOne({ current, before }, so, change, at),
    current.content,
  )
  const read = artefact.safeParse({
    ...current,
    version: current.version + 1,
    content,
    undone: undoneAfter(current, changes, content),
    updatedAt: at.toISOString(),
  })
  if (!read.success)
    throw new ChangeDoesNotFit(`${DOCUMENT_WORDS[current.artefactType]}: ${z.prettifyError(read.error)}`)
  return { ...read.data, summary: summaryOf(read.data) }
}

type Versions = { current: Artefact; before: Artefact | undefined }

const UNDONE_KEPT = 60

function undoneAfter({ content, undone }: Artefact, changes: DocumentChange[], next: unknown): string[] {
  const takesBack = changes.some(({ op }) => op === 'restore' || op === 'revert')
  if (!takesBack || typeof next !== 'object' || next === null) return undone
  return [...undone, ...takenBack(content, next)].slice(-UNDONE_KEPT)
}

function applyOne(
  { current, before }: Versions,
  content: unknown,
  change: DocumentChange,
  at: Date,
): unknown {
  switch (change.op) {
    case 'add':
    case 'set':
      if (current.artefactType !== 'raid_log') break
      return applyRaidChanges(raidLog.parse(content), [change], at)
    case 'section': {
      if (!(change.section in EMPTY[current.artefactType])) break
      return { ...z.record(z.string(), z.unknown()).parse(content), [change.section]: change.value }
    }
    case 'rag': {
      if (current.artefactType !== 'delivery_state') break
      const { rag } = current.content
      const proposed = rag.proposed === change.value ? null : rag.proposed
      return { ...current.content, rag: { ...rag, value: change.value, proposed } }
    }
    case 'entry': {
      if (current.artefactType !== 'decision_log') break
      const { entries } = decisionLog.parse(content)
      const others = entries.filter((each) => each.id !== change.entry.id)
      return { entries: [...others, change.entry] }
    }
    case 'milestone': {
      if (current.artefactType !== 'delivery_state') break
      const { name, dueOn } = change
      const { milestones } = deliveryState.parse(content)
      const agreed = { dueOn, agreedOn: dueOn }
      return {
        ...deliveryState.parse(content),
        milestones: milestones.map((each) => (each.name === name ? { ...each, ...agreed } : each)),
      }
    }
    case 'revert': {
      const { content: back, moved } = applyReverts(z.looseObject({}).parse(content), change.reverts)
      if (moved.length < change.reverts.length) return back
      throw new ChangeDoesNotFit('It was changed since; nothing was taken back.')
    }
    case 'restore':
      if (!before || current.version !== change.version) break
      return before.content
  }
  throw new ChangeDoesNotFit(
    `A change "${change.op}" does not fit the ${DOCUMENT_WORDS[current.artefactType]}.`,
  )
}

function summaryOf(of: Artefact): string {
  switch (of.artefactType) {
    case 'raid_log': {
      const { items } = of.content
      const open = items.filter((item) => item.status === 'open' || item.status === 'mitigating').length
      return `${items.length} ${items.length === 1 ? 'entry' : 'entries'}, ${open} open`
    }
    case 'decision_log':
      return `${of.content.entries.length} ${of.content.entries.length === 1 ? 'decision' : 'decisions'}`
    case 'delivery_state':
      return of.content.summary || 'No entries yet.'
    case 'backlog_summary': {
      const tickets = of.content.byStatus.reduce((sum, each) => sum + each.tickets, 0)
      return `${tickets} ${tickets === 1 ? 'ticket' : 'tickets'}, ${of.content.highlights.length} to look at`
    }
  }
}
