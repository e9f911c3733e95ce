import type { Act, ActStatus } from './act.ts'
import {
  AlreadyDecided,
  nextOf,
  type Escalation,
  type EscalationIn,
  type OpenEscalation,
} from './escalation.ts'

/** What was chosen is done, or is being done: a second choice beside it would contradict the first in the PM's name. */
export class CannotChooseAgain extends Error {
  override name = 'CannotChooseAgain'
}

const ENDED: readonly ActStatus[] = ['done', 'failed', 'cancelled', 'refused', 'escalated', 'expired']

/**
 * Asks again what was decided and came to nothing, or to a part; the choice that was made stays with it. `acts`: what it
 * did. Throws {@link CannotChooseAgain} while any of them may still happen, is not certain, or when all of them did.
 */
export function chooseAgain(asked: EscalationIn<'decided'>, acts: Act[], at: Date): OpenEscalation {
  if (!acts.every(({ status }) => ENDED.includes(status)))
    throw new CannotChooseAgain(
      'What was chosen has not ended yet. It can be chosen again when that is known.',
    )
  if (acts.every(({ status }) => status === 'done'))
    throw new CannotChooseAgain('What was chosen is done. It cannot be chosen again.')
  return { ...openAgain(asked, at), tried: [...asked.tried, asked.decision] }
}

/** The PM's word against the facts': what overtook it does so no more. Throws AlreadyDecided for any other state. */
export function stillUndecided(asked: Escalation, at: Date): OpenEscalation {
  if (asked.status !== 'superseded' || asked.by !== null) throw new AlreadyDecided(asked)
  return { ...openAgain(asked, at), despite: [...asked.despite, asked.because] }
}

/** It waits for an answer again, past its time if that has come meanwhile. */
export function openAgain(asked: Escalation, at: Date): EscalationIn<'pending'> | EscalationIn<'expired'> {
  const when = at.toISOString()
  const late = asked.decideBy !== null && asked.decideBy <= when
  return late
    ? { ...nextOf(asked, when), status: 'expired', expiredAt: when }
    : { ...nextOf(asked, when), status: 'pending' }
}
