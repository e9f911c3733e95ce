import type { Brief, TicketMatter } from '#src/domain/matter.ts'
import { isComment } from './is-comment.ts'
import { isStuck } from './mail-meaning.ts'
import { flagOn, newest, newestOnBoard } from './picture.ts'
import { isBlockedStatus, isStarted } from './workflow-words.ts'

/** Work on it stands still: by its flag, by its status, or by what was last said on it while it was begun. */
export function isBlocked(of: TicketMatter): boolean {
  if (of.ticket.statusCategory === 'done') return false
  return of.ticket.flagged || isBlockedStatus(of.ticket) || stuckWord(of) !== undefined
}

/** The last comment on begun work that is nobody's, if it says that the work can't go on. */
function stuckWord(of: TicketMatter): Brief | undefined {
  if (of.unownedSince === null || !isStarted(of.ticket)) return undefined
  const last = newest(of, (each) => isComment(each) && !each.tainted)
  return last && isStuck(last.text) ? last : undefined
}

/** By what it stands still: the flag, the words on it, the status, whichever there is. */
export function blockOf(about: TicketMatter): Brief | undefined {
  const byFlag = about.ticket.flagged ? flagOn(about) : undefined
  const byStatus = newest(about, (each) => each.kind === 'status' && each.after === about.ticket.status)
  return byFlag ?? stuckWord(about) ?? byStatus ?? newestOnBoard([about])
}
