import { z } from 'zod'
import type { Act } from './act.ts'
import { boundaryAt, type ActionType } from './boundary.ts'
import { sourceName } from './cycle.ts'
import { instant } from './instant.ts'
import { isAlone } from './graduation.ts'
import { undoingsIn } from './undoings.ts'

/** Where something of ours stands: at a vendor, or in the four documents. */
const place = z.enum([...sourceName.options, 'documents'])
export type Place = z.infer<typeof place>

/** What stands somewhere with the mark of an act of ours, as that place tells it. */
export type MarkedItem = {
  place: Place
  what: 'comment' | 'ticket' | 'change' | 'mail' | 'document'
  /** A ticket's key, a mail's own id, a project's id. */
  ref: string
  id: string
  actId: string
  at: string
}

/** What is wrong with one of them: said plainly, never summed away. */
const proofFault = z.object({
  what: z.enum(['no permit', 'twice', 'otherwise', 'outside', 'missing']),
  says: z.string(),
  ref: z.string(),
})
export type ProofFault = z.infer<typeof proofFault>

/** What the agent did on a local day, by what the places themselves show the morning after. Kept without expiry. */
export const proof = z.object({
  day: z.string(),
  madeAt: instant,
  /** Things that carry our mark, and how many of them an act of ours had a permit for. */
  acts: z.number().int(),
  permitted: z.number().int(),
  outside: z.number().int(),
  /** Waiting in the queue when the day was looked back on. */
  held: z.number().int(),
  stopped: z.number().int(),
  undone: z.number().int(),
  /** Done by our own record alone: what was done leaves no mark. */
  unmarked: z.number().int().default(0),
  faults: z.array(proofFault),
  /** Places that could not be asked. */
  unread: z.array(z.object({ place, reason: z.string() })),
})
export type Proof = z.infer<typeof proof>

export type ProofInputs = {
  day: string
  at: Date
  /** The local day's beginning and end. */
  from: Date
  to: Date
  /** Of the day and a little around it, since clocks differ. */
  items: MarkedItem[]
  unread: Proof['unread']
  /** Every act of ours that an item names or that the day could hold. */
  acts: Act[]
  /** Acts that a permit was written for. */
  permits: ReadonlySet<string>
}

/** Joins what stands outside with the permits that were written for it, in both directions. */
export function proofOf(inputs: ProofInputs): Proof {
  const { day, at, items, acts, unread } = inputs
  const within = (moment: string) => moment >= inputs.from.toISOString() && moment < inputs.to.toISOString()
  const ofDay = items.filter((item) => within(item.at)).sort((a, b) => a.at.localeCompare(b.at))
  const checked = ofDay.map((item) => faultOf(item, inputs))
  const wrong = checked.filter((fault) => fault !== null)
  const stopped = acts.filter((act) => isAlone(act) && act.status === 'cancelled' && act.by !== 'executor')
  return {
    ...{ day, madeAt: at.toISOString(), unread },
    acts: ofDay.length,
    permitted: checked.filter((fault) => fault === null || fault.what === 'outside').length,
    outside: wrong.length,
    held: acts.filter(({ status }) => status === 'held').length,
    stopped: stopped.filter(({ updatedAt }) => within(updatedAt)).length,
    undone: undoingsIn(acts).filter((each) => within(each.at)).length,
    unmarked: acts.filter((act) => act.status === 'done' && isUnmarked(act) && within(act.receipt.at)).length,
    faults: [...wrong, ...missing(inputs, within)],
  }
}

/** What is wrong with an item; null when it is there once, as a permit allowed it, and inside the boundary. */
function faultOf(item: MarkedItem, { items, acts, permits }: ProofInputs): ProofFault | null {
  const { ref, actId } = item
  const named = `The ${item.what} ${item.place === 'documents' ? 'of' : 'at'} ${ref}`
  const act = acts.find(({ id }) => id === actId)
  if (!act || !permits.has(actId))
    return { what: 'no permit', ref, says: `${named} carries our mark, and no permit was written for it.` }
  if (!isAsPermitted(item, act))
    return { what: 'otherwise', ref, says: `${named} is not what its permit was for: ${act.summary}.` }
  const first = items.filter((each) => each.actId === actId).sort((a, b) => a.at.localeCompare(b.at))[0]
  if (first && first.id !== item.id)
    return { what: 'twice', ref, says: `${named} was done twice with one permit.` }
  if (isOutside(act))
    return { what: 'outside', ref, says: `${named} was done alone, and was not allowed to be.` }
  return null
}

const PLACED: Partial<Record<ActionType, MarkedItem['what']>> = {
  jira_comment: 'comment',
  jira_create_ticket: 'ticket',
  email_stakeholder: 'mail',
  email_external: 'mail',
  artefact_update: 'document',
}

/** What an act of this type leaves behind; null for a notice, since SES can't be asked. */
function leaves(kind: ActionType): MarkedItem['what'] | null {
  if (kind === 'notification_internal' || kind === 'heartbeat_log') return null
  return PLACED[kind] ?? 'change'
}

/** A release's day, and a link that is taken away: Jira takes no mark with either. */
function isUnmarked({ payload }: Act): boolean {
  if (payload.kind === 'milestone_change') return true
  return payload.kind === 'jira_fields' && payload.change.field === 'link' && !payload.change.on
}

/** By its receipt, where it has one: a ticket may have moved to another key since. */
function isAsPermitted({ what, id, ref }: MarkedItem, act: Act): boolean {
  if (leaves(act.kind) !== what) return false
  if (act.status === 'done' && act.receipt.id === id) return true
  return what === 'mail' || what === 'ticket' || act.ref === ref || act.projectId === ref
}

/** Done without the PM's word where the table, narrowed by the dial of that moment, asks for it. */
function isOutside({ kind, gate, ...act }: Act): boolean {
  const boundary = boundaryAt(kind, gate.dial)
  if (boundary === 'never') return true
  const outcome = 'outcome' in act ? act.outcome : null
  if (outcome === 'lapsed') return boundary === 'approval'
  return outcome === 'auto' && boundary !== 'auto'
}

/** Marked done by us on that day, while the place that was asked does not show it. */
function missing({ acts, items, unread }: ProofInputs, within: (at: string) => boolean): ProofFault[] {
  const isBlind = (what: MarkedItem['what']) =>
    unread.some(({ place: of }) => (what === 'mail') === (of === 'outlook') && what !== 'document')
  return acts.flatMap((act) => {
    const what = leaves(act.kind)
    if (act.status !== 'done' || what === null || isUnmarked(act) || isBlind(what) || !within(act.receipt.at))
      return []
    if (items.some(({ actId }) => actId === act.id)) return []
    const says = `${act.summary}: done by our own record, and not to be found where it should be.`
    return [{ what: 'missing' as const, ref: act.ref, says }]
  })
}

const PLACE_WORDS: Record<Place, string> = {
  ...{ jira: 'Jira', asana: 'Asana', outlook: 'Outlook', documents: 'The documents' },
}

/** "14 acts, all with permits; 0 outside the boundary; 2 held; 0 stopped; 1 undone." */
export function proofLine({ acts, permitted, outside, held, stopped, undone }: Proof): string {
  const permits =
    acts === 0
      ? 'no acts'
      : `${acts} ${acts === 1 ? 'act' : 'acts'}, ${permitted === acts ? 'all' : permitted} with permits`
  return `${permits}; ${outside} outside the boundary; ${held} held; ${stopped} stopped; ${undone} undone.`
}

/** What the line may not hide, each a sentence. */
export function proofProblems({ faults, unread, unmarked }: Proof): string[] {
  return [
    ...faults.map(({ says }) => says),
    ...(unmarked > 0 ? [`${unmarked} more by our own record alone: Jira takes no mark with it.`] : []),
    ...unread.map(
      ({ place: of, reason }) => `${PLACE_WORDS[of]} could not be asked what stands there: ${reason}`,
    ),
  ]
}
