import { z } from 'zod'
import type { BacklogSummary } from '#src/domain/backlog-summary.ts'
import type { DeliveryState } from '#src/domain/delivery-state.ts'
import { escalationDraft } from '#src/domain/escalation.ts'
import { documentUpdate, suggestedAct } from '#src/domain/proposal.ts'
import type { RaidLog } from '#src/domain/raid-log.ts'
import { awaitedPast } from './awaited.ts'
import { blockedWithoutOwner } from './blocked-without-owner.ts'
import { documentUpdates } from './documents.ts'
import { milestoneSlip } from './milestone-slip.ts'
import { outsideDeadline } from './outside-deadline.ts'
import type { Findings, Picture, Playbook } from './picture.ts'
import { promisePast } from './promise-past.ts'
import { raidFollow } from './raid-follow.ts'
import { raidIssues } from './raid-issues.ts'
import { routineActs } from './routine-acts.ts'
import { scopeInSprint } from './scope-in-sprint.ts'
import { sourcesContradict } from './sources-contradict.ts'
import { sponsorQuestion } from './sponsor-question.ts'
import { troubleTold } from './trouble-told.ts'

/** The documents as they stand. */
export type Documents = { raid: RaidLog; delivery: DeliveryState; backlog: BacklogSummary; undone: string[] }

/** Every playbook that stands alone; each knows how the world works and nothing of any project. */
const PLAYBOOKS: [string, Playbook][] = [
  ['outside deadline', outsideDeadline],
  ['blocked without owner', blockedWithoutOwner],
  ['scope in a running sprint', scopeInSprint],
  ['milestone that slips', milestoneSlip],
  ['promise past its day', promisePast],
  ['awaited past its day', awaitedPast],
  ['sources that contradict', sourcesContradict],
  ['routine follow-up', routineActs],
]

/** What all playbooks make of a project, and what one of them could not cope with. */
export function consult(picture: Picture, documents: Documents): { findings: Findings; problems: string[] } {
  const found: Findings = { drafts: [], over: [], acts: [], updates: [] }
  const problems: string[] = []
  const take = (name: string, playbook: () => Partial<Findings>) => {
    try {
      const { drafts = [], over = [], acts = [], updates = [] } = playbook()
      const problem = (why: string) => problems.push(`${name}: ${why}`)
      found.drafts.push(...sound(escalationDraft, drafts, problem))
      found.over.push(...over)
      found.acts.push(...sound(suggestedAct, acts, problem))
      found.updates.push(...sound(documentUpdate, updates, problem))
    } catch (error) {
      // One playbook that can't cope with a text must not silence the others; the log says which and why.
      if (!(error instanceof RangeError || error instanceof TypeError || isSchemaError(error))) throw error
      problems.push(`${name}: ${error.message}`)
    }
  }
  for (const [name, playbook] of PLAYBOOKS) take(name, () => playbook(picture))
  // After the others: what one of them asks about is not asked a second time, it joins that decision.
  take('trouble that is told', () => {
    const { drafts, others, over } = troubleTold(picture, found.drafts)
    found.drafts = others
    return { drafts, over }
  })
  // Last: a question that a decision raised before it carries is not put twice, and `execute` alone knows what is raised.
  take('question of a sponsor', () => sponsorQuestion(picture))
  take('RAID issues', () => ({ updates: raidIssues(picture, documents.raid) }))
  take('RAID follow-up', () => ({ updates: raidFollow(picture, documents.raid) }))
  take('documents', () => ({ updates: documentUpdates(picture, documents) }))
  return { findings: found, problems }
}

/** What can't be stored as it is would end this check and each one after it: it is left out, and the log says why. */
function sound<T>(schema: z.ZodType<T>, found: T[], problem: (why: string) => void): T[] {
  return found.filter((each) => {
    const read = schema.safeParse(each)
    if (!read.success) problem(z.prettifyError(read.error))
    return read.success
  })
}

function isSchemaError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ZodError'
}
