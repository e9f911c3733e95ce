import type { Matter } from '#src/domain/matter.ts'
import type { Project } from '#src/domain/project.ts'
import type { Signal } from '#src/domain/signal.ts'
import { lineOf } from './correct-signal.ts'
import { NoSuchProject } from './refusals.ts'

const SHOWN = 60

export type ViewReadDeps = {
  project(id: string): Promise<Project | undefined>
  matters: { ofProject(projectId: string): Promise<Matter[]> }
  signals: { getMany(ids: string[]): Promise<Signal[]> }
}

/** What was read of a project last and how each was sorted, newest first, routine and noise too. Throws NoSuchProject. */
export async function viewRead(
  deps: ViewReadDeps,
  projectId: string,
): Promise<{ project: Project; signals: { signal: Signal; line: string }[]; more: boolean }> {
  const [project, matters] = await Promise.all([deps.project(projectId), deps.matters.ofProject(projectId)])
  if (!project) throw new NoSuchProject('There is no such project.')
  const briefs = matters
    .flatMap((matter) => matter.briefs)
    .filter(({ bootstrap }) => !bootstrap)
    .sort((a, b) => b.at.localeCompare(a.at))
  const signals = await deps.signals.getMany(briefs.slice(0, SHOWN).map(({ signalId }) => signalId))
  return {
    ...{ project, more: briefs.length > SHOWN },
    signals: signals.reverse().map((signal) => ({ signal, line: lineOf(signal) })),
  }
}
