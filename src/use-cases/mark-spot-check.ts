import type { Act } from '#src/domain/act.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import { LOOKS_BACK } from '#src/domain/graduation.ts'
import { loweringOf } from '#src/domain/lowering.ts'
import type { Project } from '#src/domain/project.ts'
import type { SpotCheck } from '#src/domain/spot-check.ts'
import type { SpotMark } from '#src/domain/spot-mark.ts'
import { NoSuchProject, NoSuchSpotCheck, TooLate } from './refusals.ts'

export type MarkDeps = {
  now(): Date
  realNow(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  paused(): Promise<boolean>
  project(id: string): Promise<Project | undefined>
  acts: { ofProject(projectId: string, limit?: number): Promise<Act[]> }
  spotChecks: {
    get(projectId: string, id: string): Promise<SpotCheck | undefined>
    mark(
      next: SpotCheck,
      also: { acts: Act[]; project: Project | null; events: ActivityEvent[] },
    ): Promise<void>
  }
}

export type Mark = { projectId: string; id: string; verdict: SpotMark['verdict']; by: string }

/**
 * The PM says of something that was done alone whether it was right. A wrong one costs acts like it a rung and may lower the
 * dial, in the same transaction; a right one is shown, and approves nothing. Throws NoSuchProject, NoSuchSpotCheck or TooLate.
 */
export async function markSpotCheck(
  deps: MarkDeps,
  { projectId, id, verdict, by }: Mark,
): Promise<SpotCheck> {
  const [project, drawn, acts, paused] = await Promise.all([
    deps.project(projectId),
    deps.spotChecks.get(projectId, id),
    deps.acts.ofProject(projectId, LOOKS_BACK),
    deps.paused(),
  ])
  if (!project) throw new NoSuchProject('There is no such project.')
  if (!drawn) throw new NoSuchSpotCheck('There is no such spot check.')
  if (drawn.mark) throw new TooLate(`This was marked ${drawn.mark.verdict} before, by ${drawn.mark.by}.`)
  const now = deps.now()
  const mark: SpotMark = { verdict, by, at: now.toISOString() }
  const marked = acts.flatMap((act) =>
    act.id === drawn.act.id ? [{ ...act, mark, version: act.version + 1 }] : [],
  )
  const after = acts.map((act) => marked.find((each) => each.id === act.id) ?? act)
  const lowering = loweringOf(project, after, {
    ...{ now, realNow: deps.realNow(), paused, newId: deps.newId },
  })
  const next = { ...drawn, mark, version: drawn.version + 1 }
  await saveOrTooLate(deps, next, {
    acts: [...marked, ...(lowering ? [lowering.notice] : [])],
    project: lowering?.project ?? null,
    events: [markedEvent(deps, next, mark), ...(lowering ? [lowering.event] : [])],
  })
  return next
}

async function saveOrTooLate(deps: MarkDeps, ...saved: Parameters<MarkDeps['spotChecks']['mark']>) {
  try {
    await deps.spotChecks.mark(...saved)
  } catch (error) {
    if (error instanceof Error && error.name === 'Conflict')
      throw new TooLate('This was marked, or the dial turned, a moment before. Look at it again.', {
        cause: error,
      })
    throw error
  }
}

function markedEvent(deps: MarkDeps, { id, projectId, act, version }: SpotCheck, mark: SpotMark) {
  const at = deps.now()
  const text = `Spot check: ${act.summary}, marked ${mark.verdict} by ${mark.by}`
  const about = { projectId, kind: 'spot_check_marked' as const, ref: act.ref, actId: act.id }
  return eventOf({ ...about, id: deps.newId(at, id, version), text }, at)
}
