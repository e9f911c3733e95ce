import type { OptionAct } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import type { DocumentUpdate } from '#src/domain/proposal.ts'
import { raidItemId, type RaidChange, type RaidItem } from '#src/domain/raid-log.ts'
import { shorten } from './draft-parts.ts'
import type { Picture } from './picture.ts'

/** What of the RAID log a playbook changes without a decision: what it says and what made it say so. */
export function raidUpdate(
  about: Pick<DocumentUpdate, 'matterId' | 'ref' | 'rule' | 'episode' | 'since'>,
  changes: RaidChange[],
  summary: string,
): DocumentUpdate {
  return { ...about, artefactType: 'raid_log', changes, summary: `RAID log: ${summary}` }
}

/** One act that writes several changes into the RAID log. */
export function raidAct(changes: RaidChange[], summary: string): OptionAct {
  return {
    payload: { kind: 'artefact_update', artefactType: 'raid_log', changes },
    summary: `RAID log: ${summary}`,
    premise: null,
  }
}

/** A new entry of the RAID log; an entry with this id that is there already stays as it is. */
export function raidEntry(
  about: string,
  of: Pick<RaidItem, 'kind' | 'title' | 'severity' | 'status'> & Partial<RaidItem>,
  evidence: Evidence[],
  { now }: Picture,
): RaidChange {
  const at = now.toISOString()
  const item: RaidItem = {
    ...{ owner: null, dueAt: null, mitigation: null, resolution: null, origin: about },
    ...{
      raisedAt: at,
      lastReviewedAt: at,
      ...of,
      id: raidItemId(of.kind, about),
      title: shorten(of.title, 160),
    },
  }
  return { op: 'add', item, evidence }
}

/** One field of an entry that is there. */
export function raidSet(
  itemId: string,
  field: Extract<RaidChange, { op: 'set' }>['field'],
  value: string | null,
  evidence: Evidence[],
): RaidChange {
  return { op: 'set', itemId, field, value, evidence }
}
