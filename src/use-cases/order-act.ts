import type { Act } from '#src/domain/act.ts'
import { actAsOrdered, type Ordered } from '#src/domain/ordered-act.ts'

/** An act that the PM asks for now. */
export async function orderedAct(
  desk: { now(): Date; paused(): Promise<boolean> },
  order: Ordered,
): Promise<Act> {
  return actAsOrdered({ now: desk.now(), paused: await desk.paused() }, order)
}
