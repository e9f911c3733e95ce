import { isEnd } from './workflow-words.ts'
import { latest, type Reasoning } from './reasoning.ts'

/** Why a decision about a blocked ticket no longer stands, if the facts have moved on without the PM. */
export function overtaken({ about, fresh }: Reasoning): string | null {
  if (about.context.statusCategory === 'done') {
    const closed = latest(fresh, isEnd)
    return closed ? `${about.id} was finished. ${closed.text}` : null
  }
  if (!about.context.flagged) {
    const off = latest(fresh, (signal) => signal.kind === 'flag' && signal.after === null)
    return off ? `The flag on ${about.id} came off.` : null
  }
  const taken = latest(fresh, (signal) => signal.kind === 'assignee' && signal.after !== null)
  return taken && about.context.assignee ? `${about.context.assignee.name} has taken ${about.id}.` : null
}
