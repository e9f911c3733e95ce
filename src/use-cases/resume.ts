import type { Act, ActIn } from '#src/domain/act.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Premise } from '#src/domain/premise.ts'
import type { HeldActDeps, PauseDeps } from './deps.ts'
import { setPaused } from './pause.ts'
import { TooLate } from './refusals.ts'
import { stopHeld, type Stop } from './stop-held.ts'
import { thawActs } from './thaw.ts'

export type WaitedDeps = {
  now(): Date
  acts: { list(status: Act['status'], limit?: number): Promise<Act[]> }
  matters: { ofProject(projectId: string): Promise<Matter[]> }
}

/** An act whose time came while nothing could leave; `problem` says why it is out of date, null while it is still right. */
export type Waited = { act: ActIn<'held'>; problem: string | null }

/** Things waited, and nobody has said of each whether it goes: there is no "send all". */
export class ThingsWait extends Error {
  override name = 'ThingsWait'
}

/** What would leave at once if the agent were resumed, each with whether it is still right by what was read since. */
export async function waitedWhilePaused({ now, acts, matters }: WaitedDeps): Promise<Waited[]> {
  const at = now().toISOString()
  const overdue = (await acts.list('held')).flatMap((act) =>
    act.status === 'held' && act.heldUntil <= at ? [act] : [],
  )
  const projects = [...new Set(overdue.map(({ projectId }) => projectId))]
  const known = new Map(
    await Promise.all(projects.map(async (id) => [id, await matters.ofProject(id)] as const)),
  )
  return overdue.map((act) => ({ act, problem: problemOf(act.premise, known.get(act.projectId) ?? []) }))
}

export type ResumeDeps = WaitedDeps & PauseDeps & HeldActDeps

/**
 * Lets things leave again. What waited is stopped with `sendNone`; otherwise the PM has ruled on each of them first,
 * or it throws {@link ThingsWait}. What waits for the PM's word has the time left that it had at the pause: before things
 * leave again, so that nothing expires in between.
 */
export async function resume(
  deps: ResumeDeps,
  { by, sendNone }: { by: string; sendNone: boolean },
): Promise<void> {
  await ruleOnWaited(deps, { by, sendNone, reason: 'waited while paused, sent none' })
  const { paused, pausedAt } = (await deps.running()) ?? {}
  if (paused && pausedAt) await thawActs(deps, pausedAt, ['awaiting'])
  await setPaused(deps, { paused: false, by })
}

/** Stops what waited, or throws {@link ThingsWait} where the PM has not ruled on each of it. */
export async function ruleOnWaited(
  deps: ResumeDeps,
  { by, sendNone, reason }: { by: string; sendNone: boolean; reason: string },
): Promise<void> {
  const waited = await waitedWhilePaused(deps)
  if (waited.length > 0 && !sendNone) throw new ThingsWait('Things waited. Say of each whether it goes.')
  for (const { act } of waited)
    await stopUnlessGone(deps, { projectId: act.projectId, actId: act.id, by, reason })
}

async function stopUnlessGone(deps: ResumeDeps, stop: Stop): Promise<void> {
  try {
    await stopHeld(deps, stop)
  } catch (error) {
    if (!(error instanceof TooLate)) throw error
  }
}

/** By what the last checks have read; the executor asks the source itself before anything goes. */
function problemOf(premise: Premise, matters: Matter[]): string | null {
  if (!premise || 'ticket' in premise) return null
  if (!('key' in premise)) {
    const later = matters
      .flatMap(({ briefs }) => briefs)
      .some(({ mail, at }) => mail?.conversationId === premise.conversationId && at > premise.newestAt)
    return later ? 'somebody has written in the thread since' : null
  }
  const matter = matters.find(({ id }) => id === premise.key)
  if (!matter?.ticket) return null
  const { status, flagged, assignee } = matter.ticket
  if (status !== premise.status) return `${premise.key} has moved to ${status}`
  if (premise.flagged !== null && flagged !== premise.flagged)
    return `${premise.key} is ${flagged ? 'now' : 'no longer'} blocked`
  if (premise.unowned && assignee) return `${assignee.name} has taken ${premise.key}`
  for (const also of premise.also ?? []) {
    const other = matters.find(({ id }) => id === also.key)?.ticket
    if (other && other.status !== also.status) return `${also.key} has moved to ${other.status}`
  }
  return null
}
