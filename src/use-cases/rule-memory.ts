import { eventOf, type ActivityEvent, type EventKind } from '#src/domain/event.ts'
import type { Likeness } from '#src/domain/likeness.ts'
import type { Memory, MemoryOf } from '#src/domain/memory.ts'
import type { Project } from '#src/domain/project.ts'
import { bandOf, type Importance } from '#src/domain/verdict.ts'
import type { Scope } from './correct-decision.ts'
import { NoSuchMemory, NoSuchProject } from './refusals.ts'

export type MemoryDeps = {
  now(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  project(id: string): Promise<Project | undefined>
  memories: {
    get(projectId: string, id: string): Promise<Memory | undefined>
    ofProject(projectId: string): Promise<Memory[]>
    save(next: Memory[], events: ActivityEvent[]): Promise<void>
    forget(known: Memory, events: ActivityEvent[]): Promise<void>
  }
}

export type WhichMemory = { projectId: string; id: string }

/** Whose signals it goes for: those of the person it was learned from, of all who stand as they do, or anybody's. */
export type Whose = 'person' | 'class' | 'anybody'

/** What the PM can change of a memory: the answer, and what others must have in common with its origin. */
export type MemoryEdit =
  | { teaches: 'importance'; importance: Importance; whose: Whose; sameType: boolean; words: string[] }
  | { teaches: 'silence'; scope: Scope }

/** Everything that was learned in a project, the newest first. Throws {@link NoSuchProject}. */
export async function viewMemories(
  deps: MemoryDeps,
  projectId: string,
): Promise<{ project: Project; memories: Memory[] }> {
  const [project, memories] = await Promise.all([deps.project(projectId), deps.memories.ofProject(projectId)])
  if (!project) throw new NoSuchProject('There is no such project.')
  return { project, memories: memories.reverse() }
}

/** Changes what was learned, from the next check on. Throws {@link NoSuchMemory}. */
export async function editMemory(
  deps: MemoryDeps,
  { edit, by, ...which }: WhichMemory & { edit: MemoryEdit; by: string },
): Promise<Memory> {
  const before = await findMemory(deps, which)
  const next = { ...edited(before, edit, which), version: before.version + 1, by }
  await deps.memories.save([next], [said(deps, next, 'memory_edited', 'Changed in the memory')])
  return next
}

/** Takes it away: the next check sorts and asks as if it had never been said. Throws {@link NoSuchMemory}. */
export async function forgetMemory(deps: MemoryDeps, which: WhichMemory): Promise<void> {
  const known = await findMemory(deps, which)
  await deps.memories.forget(known, [said(deps, known, 'memory_forgotten', 'Taken out of the memory')])
}

async function findMemory(deps: MemoryDeps, { projectId, id }: WhichMemory): Promise<Memory> {
  const found = await deps.memories.get(projectId, id)
  if (!found) throw new NoSuchMemory('This is no longer in the memory.')
  return found
}

function edited(before: Memory, edit: MemoryEdit, { id }: WhichMemory): Memory {
  if (before.teaches === 'importance' && edit.teaches === 'importance')
    return { ...before, importance: edit.importance, like: likeAfter(before, edit) }
  if (before.teaches === 'silence' && edit.teaches === 'silence')
    return { ...before, like: { ...before.like, matterId: edit.scope === 'sort' ? null : before.matterId } }
  throw new NoSuchMemory(`${id} is no memory of this sort.`)
}

function likeAfter(
  { seen, like }: MemoryOf<'importance'>,
  { whose, sameType, words }: Extract<MemoryEdit, { teaches: 'importance' }>,
): Likeness {
  const person = seen.person ? { of: 'person' as const, ...seen.person } : null
  const who = { person, class: { of: 'class' as const, class: seen.class }, anybody: null }[whose]
  return { ...like, who, issueType: sameType ? seen.issueType : null, words }
}

function said(deps: MemoryDeps, about: Memory, kind: EventKind, what: string): ActivityEvent {
  const at = deps.now()
  const { id, projectId, from } = about
  const place = from.kind === 'signal' ? { signalId: from.id } : { escalationId: from.id }
  const text = `${what}: ${taughtWords(about)}, learned from “${from.title}”`
  const eventId = deps.newId(at, id, about.version, kind)
  return eventOf({ id: eventId, projectId, kind, text, ref: from.ref || null, ...place }, at)
}

function taughtWords(about: Memory): string {
  switch (about.teaches) {
    case 'importance':
      return bandOf(about.importance)
    case 'silence':
      return 'not to be raised'
    case 'choice':
      return about.chose
  }
}
