import type { Act } from '#src/domain/act.ts'
import {
  artefactType,
  type Artefact,
  type ArtefactChange,
  type ArtefactOf,
  type ArtefactType,
} from '#src/domain/artefact.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { Person } from '#src/domain/person.ts'
import type { Project } from '#src/domain/project.ts'
import { openDecisions, type EscalationReader } from './open-decisions.ts'
import { NoSuchProject } from './refusals.ts'
import { dialSettings, type DialSetting } from './set-dial.ts'

/** How many of a document's latest changes are read. */
const CHANGES = 40

export type ArtefactReader = { get(projectId: string, type: ArtefactType): Promise<Artefact | undefined> }

export type ViewProjectDeps = {
  project(id: string): Promise<Project | undefined>
  artefacts: ArtefactReader & {
    changes(projectId: string, type: ArtefactType, limit?: number): Promise<ArtefactChange[]>
  }
  acts: { list(status: Act['status'], limit?: number): Promise<Act[]> }
  escalations: EscalationReader
  people: { ofProject(projectId: string): Promise<Person[]> }
}

export type Documents = { [T in ArtefactType]?: ArtefactOf<T> }

export type ProjectView = {
  project: Project
  documents: Documents
  /** Of each document, newest first. */
  changes: Record<ArtefactType, ArtefactChange[]>
  /** Sponsors first, then by name. */
  people: Person[]
  open: Escalation[]
  dial: DialSetting[]
}

/** A project: its four documents with what each change rests on, its people, its decisions and its dial. Throws NoSuchProject. */
export async function viewProject(deps: ViewProjectDeps, id: string): Promise<ProjectView> {
  const changesOf = (type: ArtefactType) => deps.artefacts.changes(id, type, CHANGES)
  const [project, documents, delivery_state, raid_log, backlog_summary, decision_log] = await Promise.all([
    deps.project(id),
    readDocuments(deps.artefacts, id),
    ...artefactType.options.map(changesOf),
  ])
  const [people, open, waiting] = await Promise.all([
    deps.people.ofProject(id),
    openDecisions(deps.escalations),
    waitingOf(deps, id),
  ])
  if (!project) throw new NoSuchProject('There is no such project.')
  const none: ArtefactChange[] = []
  return {
    ...{ project, documents, people: people.sort(closestFirst) },
    changes: {
      delivery_state: delivery_state ?? none,
      raid_log: raid_log ?? none,
      backlog_summary: backlog_summary ?? none,
      decision_log: decision_log ?? none,
    },
    open: open.filter(({ projectId }) => projectId === id),
    dial: dialSettings(project.autonomyLevel, waiting),
  }
}

/** The documents of a project, each under its own name. */
export async function readDocuments(artefacts: ArtefactReader, projectId: string): Promise<Documents> {
  const found = await Promise.all(artefactType.options.map((type) => artefacts.get(projectId, type)))
  const documents: Documents = {}
  for (const each of found) if (each) file(documents, each)
  return documents
}

function file(documents: Documents, each: Artefact): void {
  switch (each.artefactType) {
    case 'delivery_state':
      documents.delivery_state = each
      return
    case 'raid_log':
      documents.raid_log = each
      return
    case 'backlog_summary':
      documents.backlog_summary = each
      return
    case 'decision_log':
      documents.decision_log = each
      return
  }
}

/** The project's acts that are held or wait for the PM. */
export async function waitingOf({ acts }: Pick<ViewProjectDeps, 'acts'>, id: string): Promise<Act[]> {
  const [held, awaiting] = await Promise.all([acts.list('held'), acts.list('awaiting')])
  return [...held, ...awaiting].filter(({ projectId }) => projectId === id)
}

const CLASSES: Person['class'][] = ['sponsor', 'stakeholder', 'team', 'external']

function closestFirst(a: Person, b: Person): number {
  return CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class) || a.name.localeCompare(b.name)
}
