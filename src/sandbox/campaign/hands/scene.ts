import { addSeconds } from 'date-fns/addSeconds'
import type { Act, ActPayload } from '#src/domain/act.ts'
import { UNDO_SECONDS } from '#src/domain/escalation.ts'
import type { Premise } from '#src/domain/premise.ts'
import { propose } from '#src/executor/propose.ts'
import { orderedAct } from '#src/use-cases/order-act.ts'
import { undoAct } from '#src/use-cases/undo-act.ts'
import type { HandsWorld } from './hands-world.ts'
import { EVIDENCE, PROJECT, TICKET } from './setting.ts'
import { Worker } from './worker.ts'

/**
 * One thing that the executor has to bring to its end, whatever happens to the workers. `effects`: what the outside must
 * then have of it, by its own books; `ends`: how its acts may stand.
 */
export type Scene = {
  name: string
  effects: number
  ends: readonly Act['status'][]
  prepare(world: HandsWorld): Promise<Ready>
}
/** `due`: when each of its effects may be there at the earliest; `begin`: what comes before any release, retried as the workflow does. */
export type Ready = { due: Date[]; begin?: (worker: Worker) => Promise<unknown> }

const byHand = (payload: ActPayload, premise: Premise = null) => ({
  ...{ payload, premise, evidence: [EVIDENCE], summary: `Campaign: ${payload.kind}`, why: 'The campaign' },
  ...{ matterId: TICKET, ref: TICKET },
})

/** With the PM's word: planned, to go after its ten seconds. */
export async function approve(
  world: HandsWorld,
  payload: ActPayload,
  { after, premise = null }: { after?: Act; premise?: Premise } = {},
): Promise<Act> {
  const project = await projectOf(world)
  const notBefore = addSeconds(world.now(), UNDO_SECONDS)
  const wanted = byHand(payload, premise)
  const evidence = payload.kind === 'notification_internal' ? [] : wanted.evidence
  const id = idOf(world, payload.kind, after?.id ?? 'first', world.now().toISOString())
  const desk = { now: world.now, paused: async () => false }
  const order = { ...wanted, evidence, id, project, notBefore, ...(after && { after: after.id }) }
  const act = await orderedAct(desk, order)
  await world.stores.acts.save(act, { events: [] })
  return act
}

/** Suggested by the agent: the gate says what becomes of it. */
export async function suggest(world: HandsWorld, payload: ActPayload, premise: Premise = null): Promise<Act> {
  const executor = world.executorOf(new Worker())
  return await propose(executor, { projectId: PROJECT, ticket: null }, suggestion(world, payload, premise))
}

export function suggestion(world: HandsWorld, payload: ActPayload, premise: Premise = null) {
  const episode = idOf(world, payload.kind)
  return { ...byHand(payload, premise), rule: 'campaign@1', episode, since: world.now().toISOString() }
}

/** Done as if nothing ever went wrong, and then undone by the PM: the undo is what is left to do. */
export async function undone(world: HandsWorld, payload: ActPayload): Promise<Ready> {
  const act = await approve(world, payload)
  world.moveTo(addSeconds(world.now(), UNDO_SECONDS + 1))
  await world.work((worker) => world.release(worker, { scheduledAt: world.now().toISOString() }))
  const { acts, people, artefacts, projects } = world.stores
  const executor = world.executorOf(new Worker())
  const deps = {
    ...{ now: world.now, realNow: world.now, newId: executor.newId, paused: executor.paused },
    ...{ acts, people, artefacts, project: projects.get, saveAct: acts.save },
    recentActs: (id: string) => acts.ofProject(id),
  }
  const { id: actId } = act
  await undoAct(deps, { projectId: PROJECT, actId, by: 'Morgan Reid' })
  return { due: [world.now()] }
}

export async function projectOf(world: HandsWorld) {
  const project = await world.stores.projects.get(PROJECT)
  if (!project) throw new Error('The demo has no project.')
  return project
}

/** SES keeps what every world of a campaign has sent, so no two of them have a name in common. */
function idOf(world: HandsWorld, ...parts: string[]): string {
  return world.executorOf(new Worker()).newId(world.now(), world.name, ...parts)
}
