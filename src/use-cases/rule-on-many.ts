import type { Act } from '#src/domain/act.ts'
import type { StopReason } from '#src/domain/stop-reason.ts'
import type { HeldActDeps } from './deps.ts'
import { holdLonger, type Longer } from './edit-held.ts'
import { ReadItFirst } from './refusals.ts'
import { sendNow } from './send-now.ts'
import { stopHeld, waitingAct, type WhichAct } from './stop-held.ts'

/** What the PM says of several acts at once. */
export type ManyRuling =
  | { ruling: 'stop'; because?: StopReason | undefined; reason: string }
  | { ruling: 'longer'; until: NonNullable<Longer['until']> }
  | { ruling: 'send-now' }

/** What came of one of them: what it now is, or why nothing was changed of it. */
export type Ruled = WhichAct & { summary: string; status: Act['status'] | null; refused: string | null }

export type ManyDeps = HeldActDeps & { paused(): Promise<boolean> }

const REFUSALS = ['NoSuchAct', 'TooLate', 'CannotHold', 'ReadItFirst']

/**
 * Rules on each of several acts by a transaction of its own, in the order given, and says what came of each: one that is
 * refused keeps none of the others back. There is no sending of what has to be read first.
 */
export async function ruleOnMany(
  deps: ManyDeps,
  acts: WhichAct[],
  asked: ManyRuling & { by: string },
): Promise<Ruled[]> {
  const ruled: Ruled[] = []
  for (const { projectId, actId } of acts) ruled.push(await ruleOn(deps, { projectId, actId }, asked))
  return ruled
}

async function ruleOn(deps: ManyDeps, which: WhichAct, asked: ManyRuling & { by: string }): Promise<Ruled> {
  const { summary = 'An act that is not there' } = (await deps.act(which.projectId, which.actId)) ?? {}
  try {
    const { status } = await oneRuling(deps, which, asked)
    return { ...which, summary, status, refused: null }
  } catch (error) {
    if (!(error instanceof Error) || !REFUSALS.includes(error.name)) throw error
    return { ...which, summary, status: null, refused: error.message }
  }
}

async function oneRuling(deps: ManyDeps, which: WhichAct, asked: ManyRuling & { by: string }): Promise<Act> {
  const { by } = asked
  switch (asked.ruling) {
    case 'stop':
      return stopHeld(deps, { ...which, by, reason: asked.reason, because: asked.because })
    case 'longer':
      return holdLonger(deps, { ...which, until: asked.until })
    case 'send-now':
      await readBefore(deps, which)
      return sendNow(deps, { ...which, by })
  }
}

/** What goes outside is refused by `sendNow` itself, as nobody says here that it was read. */
async function readBefore(deps: ManyDeps, which: WhichAct): Promise<void> {
  const { status } = await waitingAct(deps, which)
  if (status === 'awaiting') throw new ReadItFirst('It waits for your word: read it, and send it by itself.')
  if (await deps.paused()) throw new ReadItFirst('Paused: say of each by itself whether it goes.')
}
