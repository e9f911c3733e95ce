import type { Matter, SuggestedAct } from '#src/domain/matter.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { performDue } from '#src/executor/perform.ts'
import { propose } from '#src/executor/propose.ts'
import { mattersOf, type MattersDeps } from '../matters-of.ts'
import type { PageOfCheck } from '../messages.ts'

export type UpdateArtefactsDeps = MattersDeps & {
  executor: ExecutorDeps
  saveSignals(signals: Signal[]): Promise<void>
  saveMatter(next: Matter): Promise<void>
}

/** Field-level changes to the documents, through the executor like any act; then this page's signals are settled. */
export async function updateArtefacts(deps: UpdateArtefactsDeps, check: PageOfCheck): Promise<PageOfCheck> {
  for (const about of await mattersOf(deps, check)) {
    if (!about.proposal) continue
    if (about.proposal.raid.length > 0)
      await performDue(deps.executor, await propose(deps.executor, about, updateOf(about)))
    await deps.saveMatter({ ...about, version: about.version + 1, proposal: null })
  }
  const signals = await deps.signals(await deps.page(check.slot, check.page))
  const open = signals.filter((each) => each.state === 'open')
  await deps.saveSignals(open.map((each) => ({ ...each, version: each.version + 1, state: 'settled' })))
  return check.page < check.pages ? { ...check, page: check.page + 1, more: true } : { ...check, more: false }
}

function updateOf(about: Matter): SuggestedAct {
  const changes = about.proposal?.raid ?? []
  const fields = changes.map((change) => (change.op === 'add' ? 'new issue' : change.field))
  return {
    payload: { kind: 'artefact_update', artefactType: 'raid_log', changes },
    summary: `RAID log: ${about.id}, ${fields.join(', ')}`,
    why: `What the log says about ${about.id} has changed.`,
    evidence: changes.flatMap((change) => change.evidence),
    premise: null,
    rule: 'raid-issues@1',
  }
}
