import type { Act, ActPayload } from './act.ts'
import { isHeavy } from './act-edit.ts'
import { HOLD_MINUTES, type ActionType, type Hold } from './boundary.ts'
import type { Person, RecipientClass } from './person.ts'
import { recipientIds } from './recipients.ts'
import type { StopReason } from './stop-reason.ts'

/** How an act that the agent proposed alone came to its end, as far as that is the PM's word, or their silence. */
export type Ending = 'approved' | 'edited' | 'rewritten' | 'cancelled' | 'undone' | 'lapsed' | 'wrong'

/**
 * Whom an act reaches; a ticket's readers count as the team. `first`: somebody whom the project never wrote to. `tainted`:
 * somebody under whose name words were set aside.
 */
export type Reaches = RecipientClass | 'first' | 'tainted'

/** What a kind of act has earned so far: the hold it has now, and the approvals that the next shorter one wants. */
export type Standing = Hold & { inARow: number; nextAt: number | null; endings: Ending[] }

/** A busy project's quarter: older habits are not the PM's way any more. */
export const LOOKS_BACK = 500

/** Working minutes, and the approvals in a row that lead there. Source: product.md, Autonomy. */
const RUNGS = [
  { minutes: 30, approvals: 0 },
  { minutes: 15, approvals: 5 },
  { minutes: 5, approvals: 10 },
  { minutes: 1, approvals: 20 },
] as const
/** The shortest hold that a type can earn: who reads a mail or a comment has read it. */
const SHORTEST: Partial<Record<ActionType, number>> = {
  email_stakeholder: 5,
  jira_comment: 5,
  jira_status_change: 1,
}
/** Each costs a rung, and counting begins anew. */
const COSTS: readonly Ending[] = ['cancelled', 'rewritten', 'undone', 'wrong']
/** What nothing says anything of waits this long. */
export const LONGEST_HOLD = 30
/** Never shorter than their own, however often one was approved. */
const NEVER: readonly Reaches[] = ['external', 'first', 'tainted']

/**
 * What a type of act to this class of recipient has earned. Approvals in a row climb; a cancel, a rewritten text or a mark as wrong costs a
 * rung and begins anew; what lapsed or was corrected lightly is no word for or against. `endings`: newest first.
 */
export function standingOf(type: ActionType, reaches: Reaches, endings: Ending[]): Standing {
  const own = HOLD_MINUTES[type] ?? LONGEST_HOLD
  const start = Math.max(
    0,
    RUNGS.findIndex(({ minutes }) => minutes === own),
  )
  const last = NEVER.includes(reaches)
    ? start
    : Math.max(
        start,
        RUNGS.findIndex(({ minutes }) => minutes === (SHORTEST[type] ?? own)),
      )
  let [rung, inARow] = [start, 0]
  for (const ending of endings.toReversed()) {
    if (ending === 'approved') {
      inARow += 1
      const earned = RUNGS.findLastIndex(({ approvals }) => approvals <= inARow)
      rung = Math.min(last, Math.max(rung, earned))
    }
    if (COSTS.includes(ending)) {
      rung = Math.max(start, rung - 1)
      inARow = 0
    }
  }
  const nextAt = rung < last ? (RUNGS[rung + 1]?.approvals ?? null) : null
  const minutes = RUNGS[rung]?.minutes ?? own
  return { minutes, says: saysOf(reaches, rung > start, inARow), inARow, nextAt, endings }
}

function saysOf(reaches: Reaches, isShorter: boolean, inARow: number): string {
  if (reaches === 'first') return 'the first mail to somebody'
  if (reaches === 'external') return 'somebody outside reads it'
  if (reaches === 'tainted') return 'words under a reader’s name were set aside'
  if (isShorter) return inARow > 0 ? `${inARow} approved in a row` : 'earned before the last stop'
  return inARow > 0 ? `${inARow} approved in a row so far` : 'nothing earned yet'
}

/** How the agent's own acts of this type that reached this class ended, the latest end first. */
export function endingsOf(acts: Act[], type: ActionType, reaches: Reaches, people: Person[]): Ending[] {
  return alike(acts, type, reaches, people)
    .sort((a, b) => endedAt(b, acts).localeCompare(endedAt(a, acts)))
    .flatMap((act) => endingOf(act) ?? [])
}

/** Why the PM stopped those of this type that reached this class, and how often each; null where no reason was picked. */
export function stopsOf(
  acts: Act[],
  type: ActionType,
  reaches: Reaches,
  people: Person[],
): { because: StopReason | null; times: number }[] {
  const stopped = alike(acts, type, reaches, people).flatMap((act) =>
    act.status === 'cancelled' && endingOf(act) === 'cancelled' ? (act.because ?? 'none') : [],
  )
  return [...Map.groupBy(stopped, (because) => because)].map(([because, those]) => ({
    ...{ because: because === 'none' ? null : because, times: those.length },
  }))
}

function alike(acts: Act[], type: ActionType, reaches: Reaches, people: Person[]): Act[] {
  return acts.filter(
    (act) => act.kind === type && isAlone(act) && classReached(act.payload, people) === reaches,
  )
}

/** A mark as wrong, or an undo, is the PM's last word, whenever the act was done. */
function endedAt({ mark, undoneBy, updatedAt }: Act, acts: Act[]): string {
  if (mark?.verdict === 'wrong') return mark.at
  const undoing = undoneBy === null ? undefined : acts.find(({ id }) => id === undoneBy)
  return undoing?.updatedAt ?? updatedAt
}

/** The agent proposed it by itself: no decision's, and nothing that the PM asked for. */
export function isAlone({ escalationId, askedFor }: Act): boolean {
  return escalationId === null && !askedFor
}

/** How it ended for graduation; null while it has not, or where its end says nothing of the PM's will. */
export function endingOf(act: Act): Ending | null {
  if (act.mark?.verdict === 'wrong') return 'wrong'
  if (act.status === 'cancelled') return act.by === 'executor' ? null : 'cancelled'
  if (act.status === 'done' && act.undoneBy !== null) return 'undone'
  if (act.status !== 'done' || act.outcome === 'auto') return null
  if (act.outcome === 'edited') return act.edit && isHeavy(act.edit) ? 'rewritten' : 'edited'
  return act.outcome
}

/**
 * Whom it reaches. Who was named in words that were set aside goes before all else, then who stands outside, then somebody
 * whom none of these acts has reached yet.
 */
export function reachedBy(payload: ActPayload, people: Person[], before: Act[]): Reaches {
  const ids = recipientIds(payload)
  const known = people.filter(({ id }) => ids.includes(id))
  if (known.some(({ setAsideAt }) => setAsideAt !== undefined)) return 'tainted'
  if (!('to' in payload)) return known.some((each) => each.class === 'external') ? 'external' : 'team'
  const reached = classReached(payload, people)
  if (reached === 'external') return reached
  const written = new Set(before.flatMap((act) => (act.status === 'done' ? recipientIds(act.payload) : [])))
  return ids.every((id) => written.has(id)) ? reached : 'first'
}

const FARTHEST = ['external', 'sponsor', 'stakeholder', 'team'] as const

/** The farthest class among whom it goes to. A ticket's readers count as the team, somebody unknown as outside. */
export function classReached(payload: ActPayload, people: Person[]): RecipientClass {
  if (!('to' in payload)) return 'team'
  const classes = [...payload.to, ...payload.cc].map(
    (id) => people.find((person) => person.id === id)?.class ?? 'external',
  )
  return FARTHEST.find((each) => classes.includes(each)) ?? 'external'
}
