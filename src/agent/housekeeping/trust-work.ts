import type { Act } from '#src/domain/act.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import { loweringOf } from '#src/domain/lowering.ts'
import type { Project } from '#src/domain/project.ts'
import { sampleDue, sampleOf, type SpotCheck } from '#src/domain/spot-check.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { performDue } from '#src/executor/perform.ts'

export type TrustWorkDeps = {
  executor: ExecutorDeps
  projects(): Promise<Project[]>
  /** With what happened and what it brings about, in one transaction. Throws `Conflict`. */
  saveProject(next: Project, events: ActivityEvent[], acts: Act[]): Promise<void>
  spotChecks: {
    ofProject(projectId: string): Promise<SpotCheck[]>
    /** Throws `Conflict` for a sample that was drawn before. */
    draw(sample: SpotCheck[], events: ActivityEvent[]): Promise<void>
  }
}

/** Lowers each dial that what was stopped, taken back or marked wrong lately lowers, and tells the PM by mail. */
export async function lowerDials({ executor, projects, saveProject }: TrustWorkDeps): Promise<void> {
  for (const project of await projects()) {
    const acts = await executor.recentActs(project.id)
    const moment = { now: executor.now(), realNow: executor.realNow(), paused: await executor.paused() }
    const lowering = loweringOf(project, acts, { ...moment, newId: executor.newId })
    if (!lowering) continue
    const saved = await unlessLate(saveProject(lowering.project, [lowering.event], [lowering.notice]))
    if (saved) await performDue(executor, lowering.notice)
  }
}

/** Once a fortnight a few of what was done alone are put before the PM. */
export async function drawSpotChecks(
  { executor, projects, spotChecks }: TrustWorkDeps,
  { day, zone }: { day: string; zone: string },
): Promise<void> {
  const now = executor.now()
  for (const project of await projects()) {
    const since = sampleDue(project, await spotChecks.ofProject(project.id), now, zone)
    if (since === null) continue
    const sample = sampleOf(await executor.recentActs(project.id), since, day)
    if (sample.length === 0) continue
    const drawn = sample.map((act) => checkOf(act, { now, day, newId: executor.newId }))
    await unlessLate(spotChecks.draw(drawn, [drawnEvent(executor, project, drawn.length)]))
  }
}

/** How many wait for the PM's look, by project. */
export async function toLookAt({ projects, spotChecks }: TrustWorkDeps): Promise<string[]> {
  const lines = (await projects()).map(async ({ id }) => {
    const open = (await spotChecks.ofProject(id)).filter(({ mark }) => mark === null).length
    return open === 0 ? [] : [`${id}: ${open} done without you, right or wrong?`]
  })
  return (await Promise.all(lines)).flat()
}

function checkOf(
  { id, projectId, kind, ref, summary, updatedAt }: Act,
  { now, day, newId }: { now: Date; day: string; newId: ExecutorDeps['newId'] },
): SpotCheck {
  return {
    ...{ id: newId(new Date(`${day}T00:00:00Z`), projectId, id, 'spot'), version: 1, projectId },
    drawnAt: now.toISOString(),
    act: { id, kind, ref, summary, doneAt: updatedAt },
    mark: null,
  }
}

function drawnEvent({ now, newId }: ExecutorDeps, { id: projectId }: Project, drawn: number): ActivityEvent {
  const text = `Spot check: ${drawn} ${drawn === 1 ? 'thing' : 'things'} done without you to look at`
  const id = newId(now(), projectId, 'spot-check')
  return eventOf({ id, projectId, kind: 'spot_check_drawn', text }, now())
}

/** Whoever was first has done it: the PM who turned the dial, or this very step before it died. */
async function unlessLate(saving: Promise<void>): Promise<boolean> {
  try {
    await saving
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'Conflict') return false
    throw error
  }
}
