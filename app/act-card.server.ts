import { draftOf } from '#app/draft.server.ts'
import { thingOf } from '#app/act-words.ts'
import type { Act } from '#src/domain/act.ts'
import type { LongerChoice } from '#src/domain/hold-longer.ts'
import type { Person } from '#src/domain/person.ts'

type Leaving = {
  act: Act
  people: Person[]
  minutesLeft: number | null
  because: string | null
  longer: { times: { choice: LongerChoice; at: string }[]; latest: string } | null
}

/** A waiting act with everything that can be read of it before it goes. `check`: whether it is still right, in words. */
export function cardOf({ act, people, minutesLeft, because, longer }: Leaving, check: string | null = null) {
  const { id, projectId, version, kind, ref, summary, why, evidence, gate, edit, lastCheck } = act
  const at =
    act.status === 'held' ? act.heldUntil : act.status === 'awaiting' ? act.waitsUntil : act.updatedAt
  return {
    ...{ id, projectId, version, kind, ref, summary, why, evidence, at, minutesLeft, because, longer },
    ...{ status: act.status, thing: thingOf(kind), draft: draftOf(act.payload, people) },
    before: edit?.before ?? null,
    /** The share of its words that the PM changed, 0 to 1. */
    changed: edit?.share ?? 0,
    reasons: gate.reasons,
    hold: gate.hold,
    check,
    confidence: gate.confidence,
    lastCheck,
  }
}

export type ActCard = ReturnType<typeof cardOf>
