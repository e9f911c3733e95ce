import { z } from 'zod'
import { evidence } from './evidence.ts'
import { instant } from './instant.ts'

export const raidStatus = z.enum(['open', 'mitigating', 'resolved', 'accepted', 'closed'])

/** One entry of the RAID log. `id` is its kind and the ticket it is about, so that one matter has one entry. */
export const raidItem = z.object({
  id: z.string(),
  kind: z.enum(['risk', 'assumption', 'issue', 'dependency']),
  title: z.string(),
  severity: z.enum(['critical', 'high', 'medium', 'low']),
  status: raidStatus,
  owner: z.string().nullable(),
  raisedAt: instant,
  dueAt: instant.nullable(),
  mitigation: z.string().nullable(),
  resolution: z.string().nullable(),
  origin: z.string(),
  lastReviewedAt: instant,
})
export type RaidItem = z.infer<typeof raidItem>

/** The RAID log's content. */
export const raidLog = z.object({ items: z.array(raidItem) })
export type RaidLog = z.infer<typeof raidLog>

/** Fields a change may set; the rest of an entry is fixed when it is raised. */
const changeableField = z.enum(['status', 'severity', 'owner', 'mitigation', 'resolution', 'dueAt'])

/** A field-level proposal: every changed field carries the evidence it rests on. */
export const raidChange = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add'), item: raidItem, evidence: z.array(evidence).min(1) }),
  z.object({
    op: z.literal('set'),
    itemId: z.string(),
    field: changeableField,
    value: z.string().nullable(),
    evidence: z.array(evidence).min(1),
  }),
])
export type RaidChange = z.infer<typeof raidChange>

/** An update that does not fit the log it is meant for. */
export class ChangeDoesNotFit extends Error {
  override name = 'ChangeDoesNotFit'
}

/**
 * Applies changes in order. Adding an entry that is there, or setting what is already so, changes nothing; setting
 * a field of an unknown entry, or to a value the field can't hold, throws {@link ChangeDoesNotFit}.
 */
export function applyRaidChanges(log: RaidLog, changes: RaidChange[], at: Date): RaidLog {
  return changes.reduce((current, change) => applyOne(current, change, at), log)
}

function applyOne(log: RaidLog, change: RaidChange, at: Date): RaidLog {
  if (change.op === 'add')
    return log.items.some((item) => item.id === change.item.id) ? log : { items: [...log.items, change.item] }
  const found = log.items.find((item) => item.id === change.itemId)
  if (!found) throw new ChangeDoesNotFit(`The RAID log has no entry ${change.itemId}.`)
  if (found[change.field] === change.value) return log
  const next = raidItem.safeParse({
    ...found,
    [change.field]: change.value,
    lastReviewedAt: at.toISOString(),
  })
  if (!next.success) throw new ChangeDoesNotFit(`${change.field} of ${change.itemId}: ${next.error.message}`)
  return { items: log.items.map((item) => (item === found ? next.data : item)) }
}

/** The id of the one entry of this kind about a ticket. */
export function raidItemId(kind: RaidItem['kind'], ticket: string): string {
  return `${kind}-${ticket}`
}
