import { subHours } from 'date-fns/subHours'
import type { Escalation, EscalationDraft } from '#src/domain/escalation.ts'
import { playbookOf } from '#src/domain/memory.ts'

/** So often within a day may facts answer a question by themselves before its next turn has to prove that it lasts. */
const MOST_TURNS = 2
const DAY_HOURS = 24
const LASTING_HOURS = 2

/**
 * What comes and goes, such as a flag that is set and taken away all day, is not put to the PM each time: after two turns
 * within a day, the next is raised only once it has stood for two hours.
 */
export function comesAndGoes(draft: EscalationDraft, asked: Escalation[], now: Date): boolean {
  const day = subHours(now, DAY_HOURS).toISOString()
  const turns = asked.filter(
    (each) =>
      each.matterId === draft.matterId &&
      playbookOf(each) === playbookOf(draft) &&
      each.status === 'superseded' &&
      each.by === null &&
      each.createdAt > day,
  )
  return turns.length >= MOST_TURNS && draft.since > subHours(now, LASTING_HOURS).toISOString()
}
