import { oneAfterAnother, type InTurn } from '#src/asking/ask.ts'
import type { DocumentChange } from '#src/domain/document-change.ts'
import type { Escalation, EscalationDraft } from '#src/domain/escalation.ts'
import { checkEvidence, QuoteNotInSource, type Evidence } from '#src/domain/evidence.ts'
import type { BoardSprint } from '#src/domain/jira-issue.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Memory } from '#src/domain/memory.ts'
import type { Person } from '#src/domain/person.ts'
import { silencedBy } from '#src/domain/precedent.ts'
import { proposal, type KeptBack, type Proposal } from '#src/domain/proposal.ts'
import type { Signal } from '#src/domain/signal.ts'
import { isTakenBack } from '#src/domain/undone.ts'
import type { PageOfCheck } from '../messages.ts'
import type { PageReader } from '../open-signals.ts'
import { projectsOf } from '../projects-of.ts'
import type { Findings, Picture } from '../rules/picture.ts'
import { consult, type Documents } from '../rules/playbooks.ts'
import { earlierAnswers } from '../prompts/shown-memory.ts'
import { isNews } from './is-news.ts'
import { reworkWaiting, type ReworkDeps } from './rework.ts'
import { wordedBefore } from './worded-before.ts'

export type ReasonDeps = PageReader &
  ReworkDeps & {
    now(): Date
    matters(projectId: string): Promise<Matter[]>
    people(projectId: string): Promise<Person[]>
    sprints(projectId: string): Promise<BoardSprint[]>
    documents(projectId: string): Promise<Documents>
    proposal(projectId: string, slot: string, page: number): Promise<Proposal | undefined>
    saveProposal(next: Proposal): Promise<void>
    /** A model's better words for a decision, or the playbook's own when none may be asked. */
    sharpen(
      draft: EscalationDraft,
      beside: { picture: Picture; memories: readonly Memory[]; inTurn: InTurn },
    ): Promise<EscalationDraft>
    /** Every decision of the project, whatever became of it. */
    escalations(projectId: string): Promise<Escalation[]>
  }

/**
 * Reads each project that has something new, or that is due another look, across its tickets and mails, and proposes:
 * decisions, routine acts, changes of documents. Only typed data comes out; the executor alone says what becomes of it.
 */
export async function reason(deps: ReasonDeps, check: PageOfCheck): Promise<PageOfCheck> {
  const { timeZone } = check.desk.workingHours
  for (const [projectId, signals] of await projectsOf(deps, check)) {
    // A step that is run again finds what it has thought already, and buys nothing twice.
    if (!(await deps.proposal(projectId, check.slot, check.page)))
      await deps.saveProposal(await thinkOver(deps, check, projectId, signals))
    await reworkWaiting(deps, await deps.escalations(projectId), timeZone)
  }
  return check
}

async function thinkOver(
  deps: ReasonDeps,
  { slot, page, desk }: PageOfCheck,
  projectId: string,
  signals: Signal[],
): Promise<Proposal> {
  const [documents, matters, people, board] = await Promise.all([
    deps.documents(projectId),
    deps.matters(projectId),
    deps.people(projectId),
    deps.sprints(projectId),
  ])
  const picture: Picture = {
    ...{ projectId, matters, people, board },
    fresh: new Set(signals.filter(isNews).map((each) => each.id)),
    desk,
    now: deps.now(),
  }
  const { findings, problems } = consult(picture, documents)
  // What was there when the project was connected raises nothing: it is only something to cite.
  const quiet = signals.some((each) => each.bootstrap)
  const texts = await textsOf(deps, findings)
  const stands = standing(texts, problems)
  const memories = await deps.memories(projectId)
  const found = quiet ? [] : findings.drafts.filter((draft) => stands(draft.title, draft.facts))
  const { drafts, keptBack } = asTaught(found, memories)
  const known = drafts.length === 0 ? [] : await deps.escalations(projectId)
  const inTurn = oneAfterAnother()
  const worded = await Promise.all(
    drafts.map(async (draft) => {
      const before = wordedBefore(draft, known)
      if (before) return { draft: before, weighed: [] }
      const better = await deps.sharpen(draft, { picture, memories, inTurn })
      return { draft: better, weighed: better.wordedBy === 'model' ? weighedIn(better, memories) : [] }
    }),
  )
  return proposal.parse({
    ...{ projectId, slot, page, problems, keptBack },
    drafts: worded.map(({ draft }) => draft),
    weighed: worded.flatMap(({ weighed }) => weighed),
    over: findings.over,
    acts: quiet ? [] : findings.acts.filter((act) => stands(act.summary, act.evidence)),
    updates: findings.updates
      .map((update) => ({
        ...update,
        changes: update.changes.filter((change) => isChange(change, documents)),
      }))
      .filter(
        (update) =>
          update.changes.length > 0 &&
          stands(
            update.summary,
            update.changes.flatMap((change) => change.evidence),
          ),
      ),
  })
}

/** The earlier answers that the model was shown with it. */
function weighedIn(draft: EscalationDraft, memories: Memory[]): Proposal['weighed'] {
  const { matterId, episode } = draft
  return earlierAnswers(memories, draft).map(({ id }) => ({ memoryId: id, matterId, episode }))
}

/** Without the decisions of which the PM has said that they need not be raised; no model is asked about those. */
function asTaught(found: EscalationDraft[], memories: Memory[]) {
  const drafts: EscalationDraft[] = []
  const keptBack: KeptBack[] = []
  for (const draft of found) {
    const silence = silencedBy(memories, draft)
    if (!silence) drafts.push(draft)
    else {
      const { matterId, rule, episode, since, title } = draft
      keptBack.push({ matterId, rule, episode, since, title, memoryId: silence.id })
    }
  }
  return { drafts, keptBack }
}

/** The exact texts of everything that is cited, so that each quote can be checked against its source. Law 6. */
async function textsOf(deps: ReasonDeps, found: Findings): Promise<Map<string, string>> {
  const cited = [
    ...found.drafts.flatMap((draft) => draft.facts),
    ...found.acts.flatMap((act) => act.evidence),
    ...found.updates.flatMap((update) => update.changes.flatMap((change) => change.evidence)),
  ]
  const signals = await deps.signals([...new Set(cited.map((claim) => claim.signalId))])
  return new Map(signals.map((each) => [each.id, each.text]))
}

/** Lets through only what rests on evidence that stands; the rest is said in the log, and does not stop the others. */
function standing(texts: Map<string, string>, problems: string[]) {
  return (what: string, claims: Evidence[]): boolean => {
    try {
      checkEvidence(claims, (id) => texts.get(id))
      return true
    } catch (error) {
      if (!(error instanceof QuoteNotInSource)) throw error
      problems.push(`${what}: ${error.message}`)
      return false
    }
  }
}

/** An entry that is there already, a field that says so already, or what the PM took back, is no change. */
function isChange(change: DocumentChange, { raid, undone }: Documents): boolean {
  if (isTakenBack(change, undone)) return false
  if (change.op === 'add') return !raid.items.some((item) => item.id === change.item.id)
  if (change.op !== 'set') return true
  const item = raid.items.find((each) => each.id === change.itemId)
  return item !== undefined && item[change.field] !== change.value
}
