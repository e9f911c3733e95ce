import type { Act, ActIn } from '#src/domain/act.ts'
import type { ArtefactChange, ArtefactType } from '#src/domain/artefact.ts'
import { leavesTheWorkbench } from '#src/domain/boundary.ts'
import { compensationOf, type Compensation } from '#src/domain/compensation.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { Person } from '#src/domain/person.ts'
import type { Project } from '#src/domain/project.ts'
import { orderedAct } from './order-act.ts'
import { NoSuchAct, TooLate } from './refusals.ts'

/** What can be known of how an act is undone. */
export type UndoReader = {
  acts: { get(projectId: string, id: string): Promise<Act | undefined> }
  people: { ofProject(projectId: string): Promise<Person[]> }
  artefacts: { changes(projectId: string, type: ArtefactType): Promise<ArtefactChange[]> }
}

export type UndoDeps = UndoReader & {
  now(): Date
  realNow(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  paused(): Promise<boolean>
  project(id: string): Promise<Project | undefined>
  recentActs(projectId: string): Promise<Act[]>
  saveAct(next: Act, also: { events: ActivityEvent[] }): Promise<void>
}

/** Nothing takes this act back; the message says why. */
export class CannotBeUndone extends Error {
  override name = 'CannotBeUndone'
}

/** How an act that was done is undone, or why it is not. */
export async function howUndone(
  deps: UndoReader,
  act: ActIn<'done'>,
  people: Person[],
): Promise<Compensation> {
  const { payload, projectId } = act
  const made =
    payload.kind === 'artefact_update' ? await deps.artefacts.changes(projectId, payload.artefactType) : []
  const reverts = made.find(({ actId }) => actId === act.id)?.reverts
  return compensationOf(act, { people, reverts })
}

const UNDER_WAY: readonly Act['status'][] = ['planned', 'executing', 'unknown']

/**
 * Undoes an act by an act of its own, with the PM's word as its permit: it goes where every act goes, and only if what the
 * first one left still stands. Asking twice gives the one that is under way. Throws NoSuchAct, TooLate or CannotBeUndone.
 */
export async function undoAct(
  deps: UndoDeps,
  { projectId, actId, by }: { projectId: string; actId: string; by: string },
): Promise<Act> {
  const [act, project] = await Promise.all([deps.acts.get(projectId, actId), deps.project(projectId)])
  if (!act || !project) throw new NoSuchAct('There is no such act.')
  if (act.status !== 'done') throw new TooLate(`This act was not done: it is ${act.status}.`)
  if (act.undoneBy !== null) throw new TooLate('This act was undone already.')
  const before = (await deps.recentActs(projectId)).filter(({ compensates }) => compensates === actId)
  const underWay = before.find(({ status }) => UNDER_WAY.includes(status))
  if (underWay) return underWay
  const how = await howUndone(deps, act, await deps.people.ofProject(projectId))
  if ('says' in how) throw new CannotBeUndone(how.says)
  if (project.autonomyLevel === 'monitoring' && leavesTheWorkbench(act.kind))
    throw new TooLate('The dial is at Observe, so nothing leaves. Undo it where it stands.')
  const order = await orderedAct(deps, {
    id: deps.newId(deps.now(), actId, 'undo', before.length),
    ...{ project, ...how, matterId: act.matterId, ref: act.ref, evidence: act.evidence },
    ...{ why: `Undone by ${by}`, notBefore: deps.realNow(), compensates: actId },
    reason: 'an undo, asked for by the PM',
  })
  await saveOnce(deps, order)
  return order
}

/** Whoever comes second has asked for the same. */
async function saveOnce(deps: UndoDeps, order: Act): Promise<void> {
  try {
    await deps.saveAct(order, { events: [] })
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Conflict') throw error
  }
}
