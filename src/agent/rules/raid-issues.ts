import { raidItemId, type RaidChange, type RaidItem } from '#src/domain/raid-log.ts'
import { quote, type Signal } from '#src/domain/signal.ts'
import { isEnd } from './workflow-words.ts'
import { latest, type Reasoning } from './reasoning.ts'

/** What the RAID log should say about a blocked ticket: an issue while it is flagged, resolved when it no longer is. */
export function raidIssues({ about, signals, fresh, raid, now }: Reasoning): RaidChange[] {
  const id = raidItemId('issue', about.id)
  const known = raid.items.find((item) => item.id === id)
  const flag = latest(signals, (signal) => signal.kind === 'flag' && signal.after !== null)
  const blocked = about.context.flagged && about.context.statusCategory !== 'done'
  if (blocked && flag && !known)
    return [{ op: 'add', item: issue(id, about, flag, now), evidence: [quote(flag, flag.text)] }]
  if (!known) return []
  const open = known.status === 'open' || known.status === 'mitigating' || known.status === 'accepted'
  if (!blocked && open) return resolved(id, endOf(fresh))
  if (blocked && !open && flag && fresh.includes(flag))
    return [...set(id, 'status', 'open', flag), ...set(id, 'resolution', null, flag)]
  return []
}

function issue(id: string, about: Reasoning['about'], flag: Signal, now: Date): RaidItem {
  return {
    id,
    kind: 'issue',
    title: `${about.id} is blocked: ${about.title}`,
    severity: severityOf(about.context.priority),
    status: 'open',
    owner: about.context.assignee?.name ?? null,
    raisedAt: flag.occurredAt,
    dueAt: null,
    mitigation: null,
    resolution: null,
    origin: about.id,
    lastReviewedAt: now.toISOString(),
  }
}

function severityOf(priority: string | null): RaidItem['severity'] {
  if (!priority) return 'medium'
  if (/highest|blocker|critical/i.test(priority)) return 'critical'
  if (/high/i.test(priority)) return 'high'
  return /low/i.test(priority) ? 'low' : 'medium'
}

/** The signal by which the block ended: the flag came off, or the ticket was finished. */
function endOf(fresh: Signal[]): Signal | undefined {
  return latest(fresh, (signal) => signal.kind === 'flag' || isEnd(signal))
}

function resolved(id: string, end: Signal | undefined): RaidChange[] {
  if (!end) return []
  return [...set(id, 'status', 'resolved', end), ...set(id, 'resolution', end.text, end)]
}

function set(
  itemId: string,
  field: 'status' | 'resolution',
  value: string | null,
  from: Signal,
): RaidChange[] {
  return [{ op: 'set', itemId, field, value, evidence: [quote(from, from.text)] }]
}
