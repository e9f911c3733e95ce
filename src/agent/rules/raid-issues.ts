import { quoted, type Brief, type TicketMatter } from '#src/domain/matter.ts'
import type { DocumentUpdate } from '#src/domain/proposal.ts'
import { raidItemId, type RaidChange, type RaidItem, type RaidLog } from '#src/domain/raid-log.ts'
import { blockOf, isBlocked } from './blocked.ts'
import * as plan from './picture.ts'
import { raidEntry, raidSet, raidUpdate } from './raid-parts.ts'
import { isEnd } from './workflow-words.ts'

const RULE = 'raid-issues@2'

/** What the RAID log should say about blocked tickets: an issue while one stands still, resolved when it no longer is. */
export function raidIssues(picture: plan.Picture, raid: RaidLog): DocumentUpdate[] {
  return plan.tickets(picture).flatMap((about) => {
    const found = changesFor(about, picture, raid)
    const [first] = found.changes
    if (!first || !found.from) return []
    const words = found.changes.map((each) => (each.op === 'add' ? 'new issue' : each.field))
    const from = {
      ...{ matterId: about.id, ref: about.id, rule: RULE },
      episode: `${words.join()} ${found.from.signalId}`,
      since: found.from.at,
    }
    return [raidUpdate(from, found.changes, `${about.id}, ${words.join(', ')}`)]
  })
}

type Found = { changes: RaidChange[]; from: Brief | undefined }
const NONE: Found = { changes: [], from: undefined }

function changesFor(about: TicketMatter, picture: plan.Picture, raid: RaidLog): Found {
  const id = raidItemId('issue', about.id)
  const known = raid.items.find((item) => item.id === id)
  const flag = blockOf(about)
  const blocked = isBlocked(about)
  if (blocked && flag && !known) return { changes: [issue(about, flag, picture)], from: flag }
  if (!known) return NONE
  const open = known.status === 'open' || known.status === 'mitigating' || known.status === 'accepted'
  if (!blocked && open) return resolved(id, endOf(about, picture))
  const again = blocked && !open && flag !== undefined && picture.fresh.has(flag.signalId)
  if (again)
    return { changes: [set(id, 'status', 'open', flag), set(id, 'resolution', null, flag)], from: flag }
  const owner = about.ticket.assignee?.name ?? null
  const taken = plan.newest(about, (each) => each.kind === 'assignee' && each.after === owner)
  if (open && owner !== null && known.owner !== owner && taken)
    return { changes: [set(id, 'owner', owner, taken)], from: taken }
  return NONE
}

function issue(about: TicketMatter, flag: Brief, picture: plan.Picture): RaidChange {
  return raidEntry(
    about.id,
    {
      kind: 'issue',
      title: `${about.id} is blocked: ${about.title}`,
      severity: severityOf(about.ticket.priority),
      status: 'open',
      owner: about.ticket.assignee?.name ?? null,
      raisedAt: flag.at,
    },
    [quoted(flag, flag.text)],
    picture,
  )
}

function severityOf(priority: string | null): RaidItem['severity'] {
  if (!priority) return 'medium'
  if (/highest|blocker|critical/i.test(priority)) return 'critical'
  if (/high/i.test(priority)) return 'high'
  return /low/i.test(priority) ? 'low' : 'medium'
}

/** The signal by which the block ended: the flag came off, or the ticket was finished. */
function endOf(about: TicketMatter, { fresh }: plan.Picture): Brief | undefined {
  return plan.newest(
    about,
    (each) => fresh.has(each.signalId) && ((each.kind === 'flag' && each.after === null) || isEnd(each)),
  )
}

function resolved(id: string, end: Brief | undefined): Found {
  if (!end) return NONE
  return { changes: [set(id, 'status', 'resolved', end), set(id, 'resolution', end.text, end)], from: end }
}

function set(itemId: string, field: 'status' | 'resolution' | 'owner', value: string | null, from: Brief) {
  return raidSet(itemId, field, value, [quoted(from, from.text)])
}
