import type { Act } from '#src/domain/act.ts'
import type { Told } from '../told.ts'
import { isEarly, isOutside } from '../acts-against-rules.ts'
import type { Outgoing } from './outgoing.ts'
import type { Seen } from './seen.ts'

/** What may go without the PM's word at the widest dial, said here again: a gate that is wrong must not vouch for itself. */
const AUTO: readonly Act['kind'][] = ['artefact_update', 'notification_internal']
/** What may go so only once it was held, and nobody said anything. */
const HELD: readonly Act['kind'][] = ['jira_comment', 'jira_status_change', 'email_stakeholder']
/** What else is written to a tracker. */
const CHANGES: readonly Act['kind'][] = [
  ...(['jira_status_change', 'jira_create_ticket', 'jira_assign', 'jira_fields'] as const),
  ...(['scope_change', 'milestone_change'] as const),
]
const MAILS: readonly Act['kind'][] = ['email_stakeholder', 'email_external']

type Done = Extract<Act, { status: 'done' }>
type ActsSeen = Pick<Seen, 'actsDoubled' | 'actsLost' | 'actsOutsideBoundary' | 'actsEarly'>

/** Holds what the vendors were given against the acts that the table knows, and these against the boundary. */
export function actsSeen(acts: Act[], out: Outgoing, history: Told['history']): ActsSeen {
  const done = acts.filter((each) => each.status === 'done')
  const of = (...kinds: readonly Act['kind'][]) =>
    done.filter(({ kind }) => kinds.includes(kind)).map(({ receipt }) => receipt.id)
  const [comments, mails] = [of('jira_comment'), of(...MAILS)]
  const others = of(...CHANGES)
  const wrote = [...out.comments, ...out.mails].map(({ id }) => id)
  const known = [...comments, ...mails]
  return {
    actsDoubled: wrote.filter((id, n) => wrote.indexOf(id) !== n),
    actsLost: known.filter((id) => !wrote.includes(id)),
    actsOutsideBoundary: [
      ...done.filter((each) => isOutside(each) || isAloneThoughAsked(each)).map(inWords),
      ...wrote.filter((id) => !known.includes(id)).map((id) => `written without an act: ${id}`),
      ...(out.others.length > others.length ? out.others.map(({ kind, id }) => `${kind} ${id}`) : []),
    ],
    actsEarly: done.filter((each) => isEarly(each, history)).map(inWords),
  }
}

function isAloneThoughAsked({ kind, outcome }: Done): boolean {
  if (outcome === 'auto') return !AUTO.includes(kind)
  return outcome === 'lapsed' && !HELD.includes(kind)
}

const inWords = ({ kind, ref, outcome, summary }: Done) => `${kind} on ${ref}, ${outcome}: ${summary}`
