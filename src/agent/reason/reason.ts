import { checkEvidence } from '#src/domain/evidence.ts'
import { proposal, type Matter, type Proposal } from '#src/domain/matter.ts'
import type { RaidLog } from '#src/domain/raid-log.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { PageOfCheck } from '../messages.ts'
import { blockedWithoutOwner } from '../rules/blocked-without-owner.ts'
import { overtaken } from '../rules/overtaken.ts'
import { raidIssues } from '../rules/raid-issues.ts'
import type { Reasoning } from '../rules/reasoning.ts'
import { startedWithoutOwner } from '../rules/started-without-owner.ts'

export type ReasonDeps = {
  now(): Date
  page(slot: string, page: number): Promise<string[]>
  signals(ids: string[]): Promise<Signal[]>
  matters(refs: { projectId: string; id: string }[]): Promise<Matter[]>
  saveMatter(next: Matter): Promise<void>
  raidLog(projectId: string): Promise<RaidLog>
}

/**
 * Reads each matter that has something new across its signals, and proposes: a decision, routine acts, changes to the
 * RAID log. Only typed data comes out; the executor alone says what becomes of it.
 */
export async function reason(deps: ReasonDeps, check: PageOfCheck): Promise<PageOfCheck> {
  const fresh = (await deps.signals(await deps.page(check.slot, check.page))).filter(
    (each) => each.state === 'open' && !each.bootstrap && !each.ours,
  )
  const refs = fresh.flatMap((each) =>
    each.projectId && each.matterId ? [{ projectId: each.projectId, id: each.matterId }] : [],
  )
  for (const about of await deps.matters(refs)) {
    const signals = await deps.signals(about.signalIds)
    const given = {
      about,
      signals,
      fresh: signals.filter((each) => fresh.some((one) => one.id === each.id)),
      raid: await deps.raidLog(about.projectId),
      desk: check.desk,
      now: deps.now(),
    }
    const found = propose(given)
    if (!isEmpty(found)) await deps.saveMatter({ ...about, version: about.version + 1, proposal: found })
  }
  return check
}

function propose(given: Reasoning): Proposal {
  const draft = blockedWithoutOwner(given) ?? null
  const acts = draft ? [] : startedWithoutOwner(given)
  const found = proposal.parse({ draft, overtaken: overtaken(given), acts, raid: raidIssues(given) })
  checkEvidence(
    [
      ...(draft?.facts ?? []),
      ...acts.flatMap((each) => each.evidence),
      ...found.raid.flatMap((each) => each.evidence),
    ],
    (id) => textOf(given.signals, id),
  )
  return found
}

function textOf(signals: Signal[], id: string): string | undefined {
  return signals.find((each) => each.id === id)?.text
}

function isEmpty({ draft, overtaken: moved, acts, raid }: Proposal): boolean {
  return !draft && !moved && acts.length === 0 && raid.length === 0
}
