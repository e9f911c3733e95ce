import type { Act } from '#src/domain/act.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { Memory } from '#src/domain/memory.ts'
import type { Project } from '#src/domain/project.ts'
import type { Signal } from '#src/domain/signal.ts'
import { aboutSignal, callsSince, type Asked, type ChainCallDeps } from './chain-calls.ts'
import {
  findSignal,
  lessonOf,
  lineOf,
  type Lesson,
  type SignalPlace,
  type TeachDeps,
} from './correct-signal.ts'
import { NoSuchSignal } from './refusals.ts'

/** How many acts are looked through for those that rest on it. */
const ACTS = 500

export type ViewSignalDeps = TeachDeps &
  ChainCallDeps & {
    project(id: string): Promise<Project | undefined>
    escalations: { ofProject(projectId: string): Promise<Escalation[]> }
    acts: { ofProject(projectId: string, limit?: number): Promise<Act[]> }
  }

/** A signal and everything that was made of it. */
export type SignalView = {
  signal: Signal
  project: Project
  line: string
  asked: Asked
  decisions: Escalation[]
  /** Oldest first. */
  acts: Act[]
  /** In micro-dollars. */
  cost: number
  /** By what of the memory it was sorted, if it is still there. */
  precedent: Memory | null
  /** What was learned from it. */
  learned: Memory | null
  lesson: Lesson | null
}

/** The whole chain of a signal: law 10. Throws {@link NoSuchSignal}. */
export async function viewSignal(deps: ViewSignalDeps, place: SignalPlace): Promise<SignalView> {
  const { projectId, signalId } = place
  const [signal, project] = await Promise.all([findSignal(deps, place), deps.project(projectId)])
  if (!project) throw new NoSuchSignal('There is no such change or mail.')
  const [all, decisions, acts, memories, lesson] = await Promise.all([
    callsSince(deps, signal.recordedAt),
    deps.escalations.ofProject(projectId),
    deps.acts.ofProject(projectId, ACTS),
    deps.memories.ofProject(projectId),
    lessonOf(deps, signal),
  ])
  const asked = aboutSignal(all, signalId)
  const rests = ({ evidence }: Act) => evidence.some((claim) => claim.signalId === signalId)
  return {
    ...{ signal, project, line: lineOf(signal), asked, lesson },
    decisions: decisions.filter(({ facts }) => facts.some((fact) => fact.signalId === signalId)),
    acts: acts.filter(rests).reverse(),
    cost: asked.calls.reduce((sum, call) => sum + call.cost, 0),
    precedent: memories.find(({ id }) => id === signal.verdict?.memoryId) ?? null,
    learned: memories.find(({ from }) => from.id === signalId) ?? null,
  }
}
