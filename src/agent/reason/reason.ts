import { z } from 'zod'
import { checkEvidence, QuoteNotInSource } from '#src/domain/evidence.ts'
import { proposal, type Matter, type Proposal } from '#src/domain/matter.ts'
import type { RaidLog } from '#src/domain/raid-log.ts'
import type { Signal } from '#src/domain/signal.ts'
import { mattersOf, type MattersDeps } from '../matters-of.ts'
import type { PageOfCheck } from '../messages.ts'
import { blockedWithoutOwner } from '../rules/blocked-without-owner.ts'
import { overtaken } from '../rules/overtaken.ts'
import { raidIssues } from '../rules/raid-issues.ts'
import type { Reasoning } from '../rules/reasoning.ts'
import { startedWithoutOwner } from '../rules/started-without-owner.ts'

export type ReasonDeps = MattersDeps & {
  now(): Date
  saveMatter(next: Matter): Promise<void>
  raidLog(projectId: string): Promise<RaidLog>
}

/**
 * Reads each matter that has something new, or that is due another look, across its signals, and proposes: a decision,
 * routine acts, changes to the RAID log. Only typed data comes out; the executor alone says what becomes of it.
 */
export async function reason(deps: ReasonDeps, check: PageOfCheck): Promise<PageOfCheck> {
  const onPage = await deps.signals(await deps.page(check.slot, check.page))
  const news = onPage.filter((each) => each.state === 'open' && !each.bootstrap && !each.ours)
  const again = await deps.again(check.slot, check.page)
  for (const about of await mattersOf(deps, check)) {
    const mine = news.filter((each) => each.projectId === about.projectId && each.matterId === about.id)
    const known = [...about.signalIds, ...Object.values(about.anchors), ...mine.map((each) => each.id)]
    const signals = await deps.signals(known)
    const given: Reasoning = {
      about,
      signals,
      fresh: signals.filter((each) => mine.some((one) => one.id === each.id)),
      again: again.some((ref) => ref.projectId === about.projectId && ref.id === about.id),
      raid: await deps.raidLog(about.projectId),
      desk: check.desk,
      now: deps.now(),
    }
    const found = given.again || given.fresh.length > 0 ? thinkOver(given) : NOTHING
    if (isEmpty(found.proposal) && !found.problem && !about.proposal) continue
    const kept = isEmpty(found.proposal) ? null : found.proposal
    await deps.saveMatter({ ...about, version: about.version + 1, proposal: kept, problem: found.problem })
  }
  return check
}

type Thought = { proposal: Proposal; problem: string | null }

const NOTHING: Thought = { proposal: { draft: null, overtaken: null, acts: [], raid: [] }, problem: null }

/** A matter that no rule can cope with is set aside with the reason, and does not keep the others waiting. */
function thinkOver(given: Reasoning): Thought {
  try {
    return { proposal: propose(given), problem: null }
  } catch (error) {
    if (error instanceof QuoteNotInSource || error instanceof RangeError || error instanceof z.ZodError)
      return { ...NOTHING, problem: error.message }
    throw error
  }
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
