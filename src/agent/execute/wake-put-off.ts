import type { Escalation } from '#src/domain/escalation.ts'
import { isAwaited } from '#src/domain/later.ts'
import { bringBack } from '#src/domain/put-aside.ts'
import type { Signal } from '#src/domain/signal.ts'

type Returned = { asked: Escalation; because: string }

/** Decisions that were put off until something happened which has happened now, each as it waits again. */
export function wokenBy(putOff: Escalation[], signals: Signal[], now: Date): Returned[] {
  return putOff.flatMap((asked): Returned[] => {
    if (asked.status !== 'snoozed' || asked.orWhen === null) return []
    const { orWhen } = asked
    if (!signals.some((signal) => isAwaited(orWhen, signal))) return []
    const because = orWhen.kind === 'ticket' ? `${orWhen.name} has moved` : `${orWhen.name} has written`
    return [{ asked: bringBack(asked, now), because }]
  })
}
