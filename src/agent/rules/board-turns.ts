import type { Brief, TicketMatter } from '#src/domain/matter.ts'
import * as plan from './picture.ts'
import { isDated, isNear } from './triage-signs.ts'
import type { Trouble } from './trouble-words.ts'
import type { Voice } from './trouble-told-work.ts'
import { isDoneWord } from './workflow-words.ts'

/** One working day without an owner is normal while work changes hands. */
const DAYS_UNOWNED = 1

/** What each change of a field does to the plan, where triage says that it needs the PM. */
const TROUBLES: Partial<Record<string, Trouble>> = {
  due_date: 'slips',
  status: 'stopped',
  flag: 'stopped',
  assignee: 'stopped',
}

/** What the board itself tells of, without a word from anybody: the last change of a field that needs the PM and still stands. */
export function turnsIn(picture: plan.Picture): Voice[] {
  return plan
    .openTickets(picture)
    .flatMap((on) =>
      Object.keys(TROUBLES)
        .flatMap((kind) => plan.newest(on, (each) => each.kind === kind) ?? [])
        .filter((turn) => stands(turn, on, picture)),
    )
    .map((brief) => ({ trouble: troubleOf(brief), sentence: brief.text, brief, from: undefined }))
}

/** A change of a field, and nobody's words. */
export const isTurn = ({ kind }: Brief): boolean => kind in TROUBLES

/** Somebody else than the PM made it; and work that nobody is on may only be changing hands. */
function stands(turn: Brief, on: TicketMatter, picture: plan.Picture): boolean {
  const { importance, by, ours, kind, at } = turn
  if (importance !== 'high' && importance !== 'critical') return false
  if (ours || by === picture.desk.pmName) return false
  // Whoever is on it sees to it first, where there is time.
  if (isHalt(turn) && !isNear({ occurredAt: at, context: on.ticket })) return false
  if (kind === 'flag') return on.ticket.flagged && on.unownedSince === null
  // Whether a milestone holds with it is worked out from all that is open for it.
  if (kind === 'due_date') return !on.ticket.versions.some(isDated)
  if (kind === 'assignee')
    return on.unownedSince !== null && plan.workingDaysSince(on.unownedSince, picture) >= DAYS_UNOWNED
  return true
}

const isHalt = ({ kind, before }: Brief) => kind === 'flag' || (kind === 'status' && !isDoneWord(before))

const troubleOf = ({ kind, before }: Brief): Trouble =>
  kind === 'status' && isDoneWord(before) ? 'broken' : (TROUBLES[kind] ?? 'stopped')

/** What a title says of it. */
export function turnTitle({ kind, before }: Brief): string | undefined {
  switch (kind) {
    case 'due_date':
      return 'its day was put off'
    case 'flag':
      return 'it is flagged'
    case 'assignee':
      return 'nobody is on it'
    case 'status':
      return isDoneWord(before) ? 'it was opened again' : 'it stands still'
    default:
      return undefined
  }
}
