import { eventOf } from '#src/domain/event.ts'
import { playbookOf } from '#src/domain/memory.ts'
import type { Proposal } from '#src/domain/proposal.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { countUse, type MemoryUseDeps } from '../memory-uses.ts'

export type KeptBackDeps = MemoryUseDeps & { executor: ExecutorDeps }

/** What was learned and shown to a model with a decision is counted, once for each. */
export async function countWeighed(
  deps: KeptBackDeps,
  { projectId, weighed }: Pick<Proposal, 'projectId' | 'weighed'>,
): Promise<void> {
  for (const [of, uses] of Map.groupBy(weighed, ({ memoryId }) => memoryId)) {
    const what = uses.map(({ matterId, episode }) => `${matterId} ${episode}`)
    await countUse(deps, { projectId, of, what }, deps.executor.now())
  }
}

/** What the PM's word kept from being raised is said in the log, once: silence has to be seen. */
export async function sayKeptBack(
  deps: KeptBackDeps,
  { projectId, keptBack }: Pick<Proposal, 'projectId' | 'keptBack'>,
): Promise<void> {
  const { now, newId } = deps.executor
  for (const { matterId, rule, episode, since, title, memoryId } of keptBack) {
    const what = newId(new Date(since), projectId, matterId, playbookOf({ rule }), episode)
    const text = `Not raised, as you taught: ${title}`
    const told = { id: newId(new Date(since), what, 'kept back'), projectId, text, ref: matterId }
    const event = eventOf({ ...told, kind: 'escalation_kept_back' }, now())
    await countUse(deps, { projectId, of: memoryId, what: [what] }, now(), [event])
  }
}
