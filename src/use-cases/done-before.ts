import type { Act, ActPayload } from '#src/domain/act.ts'
import type { Escalation, OptionAct } from '#src/domain/escalation.ts'
import { withWords } from './edited-payload.ts'

type Reader = { acts(projectId: string, ids: string[]): Promise<Act[]> }

/** What earlier choices of a decision have done. */
export async function doneBefore(deps: Reader, { projectId, tried }: Escalation): Promise<Act[]> {
  const ids = tried.flatMap(({ actIds }) => actIds)
  const acts = ids.length === 0 ? [] : await deps.acts(projectId, ids)
  return acts.filter(({ status }) => status === 'done')
}

/** The act among them that was drafted word for word as this one: to do both would be to do it twice. Law 2. */
export function doneAs({ payload }: OptionAct, done: Act[]): Act | undefined {
  return done.find((act) => JSON.stringify(asDrafted(act)) === JSON.stringify(payload))
}

function asDrafted({ payload, edit }: Act): ActPayload {
  return edit === null ? payload : withWords(payload, edit.before)
}
