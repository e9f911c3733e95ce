import type { Act, ActPayload } from '#src/domain/act.ts'
import type { Escalation, OptionAct } from '#src/domain/escalation.ts'
import { withWords } from './edited-payload.ts'

type Reader = { acts(projectId: string, ids: string[]): Promise<Act[]> }

/** The acts of earlier choices of a decision, however they ended. */
export function actsTried({ tried }: Escalation): string[] {
  return tried.flatMap(({ actIds }) => actIds)
}

/** What earlier choices of a decision have done. */
export async function doneBefore(deps: Reader, asked: Escalation): Promise<Act[]> {
  const acts = await deps.acts(asked.projectId, actsTried(asked))
  return acts.filter(({ status }) => status === 'done')
}

/** The act among them that was drafted word for word as this one: to do both would be to do it twice. Law 2. */
export function doneAs({ payload }: OptionAct, done: Act[]): Act | undefined {
  return done.find((act) => JSON.stringify(asDrafted(act)) === JSON.stringify(payload))
}

function asDrafted({ payload, edit }: Act): ActPayload {
  return edit === null ? payload : withWords(payload, edit.before)
}
