import { z } from 'zod'
import type { Act, ActIn } from './act.ts'
import { actionType } from './boundary.ts'
import { localDate } from './calendar.ts'
import { dayAfter } from './day.ts'
import { instant } from './instant.ts'
import type { Project } from './project.ts'
import { spotMark } from './spot-mark.ts'
import { isAlone } from './graduation.ts'
import { undoingsIn } from './undoings.ts'

/** Something that was done alone and that the PM is asked to look at. `mark` is null until they have. */
export const spotCheck = z.object({
  id: z.string(),
  version: z.number().int(),
  projectId: z.string(),
  drawnAt: instant,
  act: z.object({
    id: z.string(),
    kind: actionType,
    ref: z.string(),
    summary: z.string(),
    doneAt: instant,
  }),
  mark: spotMark.nullable(),
})
export type SpotCheck = z.infer<typeof spotCheck>

/** A fortnight. */
const EVERY_DAYS = 14
const SAMPLE = 5

/** From when on what was done alone is to be sampled now; null where the last sample is less than a fortnight old. */
export function sampleDue(project: Project, drawn: SpotCheck[], now: Date, zone: string): string | null {
  const last = drawn.map(({ drawnAt }) => drawnAt).reduce((a, b) => (a > b ? a : b), project.connectedAt)
  const due = dayAfter(localDate(new Date(last), zone), EVERY_DAYS)
  return localDate(now, zone) < due ? null : last
}

/**
 * A few of what was done alone since, of every kind in its turn, so that many documents do not hide the one mail. The same acts
 * and the same `round` give the same sample.
 */
export function sampleOf(acts: Act[], since: string, round: string): ActIn<'done'>[] {
  const undone = new Set(undoingsIn(acts).map(({ act }) => act.id))
  const alone = acts.flatMap((act) => (isDoneAlone(act) ? [act] : []))
  const open = alone.filter(({ id, updatedAt, mark }) => updatedAt > since && !mark && !undone.has(id))
  const shuffled = open.sort((a, b) => lotOf(a.id, round) - lotOf(b.id, round))
  const kinds = [...Map.groupBy(shuffled, ({ kind }) => kind)].sort(([a], [b]) => a.localeCompare(b))
  const turns = Array.from({ length: SAMPLE }, (_, turn) => kinds.flatMap(([, list]) => list[turn] ?? []))
  return turns.flat().slice(0, SAMPLE)
}

/** Done with no word of the PM's: at once, or at the end of its hold. A notice to the PM is no such thing. */
export function isDoneAlone(act: Act): act is ActIn<'done'> {
  if (act.status !== 'done' || !isAlone(act) || act.kind === 'notification_internal') return false
  return act.outcome === 'auto' || act.outcome === 'lapsed'
}

/** A number that nobody chose, the same each time (FNV-1a). */
function lotOf(id: string, round: string): number {
  let lot = 0x811c9dc5
  for (const letter of `${round} ${id}`) lot = Math.imul(lot ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return lot >>> 0
}
