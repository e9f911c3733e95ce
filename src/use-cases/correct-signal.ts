import { clip } from '#src/domain/clip.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import { featuresOf, likenessOf } from '#src/domain/likeness.ts'
import type { Matter } from '#src/domain/matter.ts'
import { NEVER_MATTERED, type Memory, type MemoryOf } from '#src/domain/memory.ts'
import type { Person } from '#src/domain/person.ts'
import { isTeachable, wouldChange } from '#src/domain/precedent.ts'
import type { Signal } from '#src/domain/signal.ts'
import { ANSWERS, bandOf, type Importance } from '#src/domain/verdict.ts'
import { NoSuchSignal, NotTeachable } from './refusals.ts'

export type TeachDeps = {
  now(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  signals: { getMany(ids: string[]): Promise<Signal[]> }
  matters: { ofProject(projectId: string): Promise<Matter[]> }
  people: { ofProject(projectId: string): Promise<Person[]> }
  memories: {
    ofProject(projectId: string): Promise<Memory[]>
    save(next: Memory[], events: ActivityEvent[]): Promise<void>
  }
}

export type SignalPlace = { projectId: string; signalId: string }
export type Correction = SignalPlace & { importance: Importance; by: string }

/** The signal, if it is of the project. Throws {@link NoSuchSignal}. */
export async function findSignal(
  { signals }: Pick<TeachDeps, 'signals'>,
  { projectId, signalId }: SignalPlace,
): Promise<Signal> {
  const [found] = await signals.getMany([signalId])
  if (found?.projectId !== projectId) throw new NoSuchSignal('There is no such change or mail.')
  return found
}

/** What could be learned from a signal, and what each right answer would have changed of those before it. */
export type Lesson = {
  like: MemoryOf<'importance'>['like']
  /** Of its kind, and still kept. */
  past: number
  answers: { importance: Importance; changes: number }[]
}

/**
 * What saying "wrong" of a signal would teach, worked out over what is stored by the function that will judge the next
 * ones; null where nothing is learned from it.
 */
export async function lessonOf(deps: TeachDeps, signal: Signal): Promise<Lesson | null> {
  const { projectId, verdict } = signal
  if (projectId === null || verdict === null || !isTeachable(signal)) return null
  const [people, memories, past] = await Promise.all([
    deps.people.ofProject(projectId),
    deps.memories.ofProject(projectId),
    pastOf(deps, projectId, signal),
  ])
  const at = deps.now()
  const answers = ANSWERS.filter((each) => bandOf(each) !== bandOf(verdict.importance)).map((importance) => {
    const next = memoryOf(deps, signal, { importance, by: '', people })
    return { importance, changes: wouldChange(next, past, { memories, people, at }).length }
  })
  return { like: likenessOf(featuresOf(signal, people)), past: past.length, answers }
}

/** Every signal of the project and of its kind that is kept, itself left out. */
async function pastOf(deps: TeachDeps, projectId: string, { id, kind }: Signal): Promise<Signal[]> {
  const matters = await deps.matters.ofProject(projectId)
  const briefs = matters.flatMap((matter) => matter.briefs).filter((brief) => brief.kind === kind)
  return await deps.signals.getMany(briefs.map(({ signalId }) => signalId).filter((each) => each !== id))
}

/**
 * The PM says what is right. From the next check on it goes for signals like this one; how this one was sorted stays in
 * the record, and the log says that it was wrong. Throws {@link NoSuchSignal} or {@link NotTeachable}.
 */
export async function correctSignal(
  deps: TeachDeps,
  { importance, by, ...place }: Correction,
): Promise<Memory> {
  const signal = await findSignal(deps, place)
  if (!isTeachable(signal)) throw new NotTeachable('Nothing is learned from this one.')
  const people = await deps.people.ofProject(place.projectId)
  const next = memoryOf(deps, signal, { importance, by, people })
  const before = (await deps.memories.ofProject(place.projectId)).find(({ id }) => id === next.id)
  const version = (before?.version ?? 0) + 1
  const was = signal.verdict === null ? '' : `, not ${bandOf(signal.verdict.importance)}`
  const text = `Wrong: “${next.from.title}” is ${bandOf(importance)}${was}. Others like it are sorted so from now on.`
  const at = deps.now()
  const event = eventOf(
    {
      ...{ id: deps.newId(at, next.id, version), projectId: place.projectId, kind: 'memory_taught', text },
      ...{ ref: signal.ref, signalId: signal.id },
    },
    at,
  )
  await deps.memories.save([{ ...next, version }], [event])
  return next
}

type Answer = { importance: Importance; by: string; people: Person[] }

/** One memory of each signal: who corrects themselves has said one thing. */
function memoryOf(
  { now, newId }: TeachDeps,
  signal: Signal,
  { importance, by, people }: Answer,
): MemoryOf<'importance'> {
  const seen = featuresOf(signal, people)
  return {
    ...{ id: newId(new Date(signal.recordedAt), signal.id, 'wrong'), version: 1, by },
    ...{ projectId: signal.projectId ?? '', at: now().toISOString(), mattered: NEVER_MATTERED },
    from: { kind: 'signal', id: signal.id, ref: signal.ref, title: lineOf(signal) },
    ...{ teaches: 'importance', importance, was: signal.verdict?.importance ?? null, seen },
    like: likenessOf(seen),
  }
}

/** A signal in one line. */
export function lineOf({ source, actor, title, ref, text }: Signal): string {
  if (source === 'outlook') return `${actor?.name ?? 'A mail without a sender'}: ${clip(title, 120)}`
  const [first = ''] = text.split('\n')
  return `${ref}: ${clip(first, 120)}`
}
