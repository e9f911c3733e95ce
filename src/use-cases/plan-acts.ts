import { act, typeOf, type Act, type ActPayload } from '#src/domain/act.ts'
import { type Escalation, type OptionAct } from '#src/domain/escalation.ts'
import type { Project } from '#src/domain/project.ts'
import type { DecisionDeps } from './deps.ts'
import { doneAs, doneBefore } from './done-before.ts'
import { editOf, withWords, wordsOf } from './edited-payload.ts'

/** A draft of an option as the PM edited it before choosing. */
export type EditedDraft = { actIndex: number; text: string; subject?: string | undefined }

export type Chosen = {
  asked: Escalation
  project: Project
  optionId: string
  by: string
  drafts: EditedDraft[]
}

/**
 * The acts of an option, planned for ten real seconds later; an edited draft carries the PM's words. What an earlier choice
 * has done already is not planned again.
 */
export async function planOption(deps: DecisionDeps, wanted: OptionAct[], chosen: Chosen): Promise<Act[]> {
  const { asked, optionId, drafts, by } = chosen
  const now = deps.now()
  const common = await commonOf(deps, chosen, `chosen by the PM: option ${optionId}`)
  const before = await doneBefore(deps, asked)
  const ids = wanted.map(
    (each, index) => doneAs(each, before)?.id ?? deps.newId(now, asked.id, optionId, index, asked.version),
  )
  const outward = wanted.findIndex(({ payload }) => payload.kind !== 'artefact_update')
  return wanted.flatMap((each, index) => {
    if (doneAs(each, before)) return []
    const draft = drafts.find(({ actIndex }) => actIndex === index)
    const { payload, edit } = draft ? edited(each.payload, draft, by, now) : as(each.payload)
    return act.parse({
      ...common,
      ...{ id: ids[index], kind: typeOf(payload), ref: refOf(payload, asked), payload, edit },
      ...{ summary: each.summary, premise: each.premise, outcome: edit ? 'edited' : 'approved' },
      after: payload.kind === 'artefact_update' ? (ids[outward] ?? null) : null,
    })
  })
}

/** The act that enters a decision in the log; it hangs on no other act, for it is true whatever becomes of them. */
export async function planEntry(
  deps: DecisionDeps,
  payload: ActPayload,
  chosen: Omit<Chosen, 'drafts'>,
): Promise<Act> {
  const { asked } = chosen
  const common = await commonOf(deps, chosen, 'recorded because the PM decided')
  return act.parse({
    ...common,
    id: deps.newId(deps.now(), asked.id, 'log', asked.version),
    ...{ kind: typeOf(payload), ref: refOf(payload, asked), payload, edit: null },
    ...{ summary: `Decision log: ${asked.title}`, premise: null, outcome: 'approved', after: null },
  })
}

async function commonOf(deps: DecisionDeps, { asked, project }: Omit<Chosen, 'drafts'>, reason: string) {
  const at = deps.now().toISOString()
  return {
    ...{ version: 1, projectId: asked.projectId, matterId: asked.matterId, escalationId: asked.id },
    ...{ why: asked.title, evidence: asked.facts, createdAt: at, updatedAt: at, status: 'planned' },
    notBefore: deps.undoEnds().toISOString(),
    gate: {
      ...{ dial: project.autonomyLevel, paused: await deps.paused(), boundary: 'approval', fate: 'do', at },
      ...{ confidence: asked.confidence, reasons: [reason] },
    },
  } as const
}

function refOf(payload: ActPayload, asked: Escalation): string {
  if ('key' in payload) return payload.key
  if ('replyTo' in payload && payload.replyTo) return payload.replyTo.ref
  return asked.refs[0] ?? asked.matterId
}

const as = (payload: ActPayload) => ({ payload, edit: null })

function edited(payload: ActPayload, draft: EditedDraft, by: string, now: Date) {
  const before = wordsOf(payload)
  if (!before) return as(payload)
  const after = { subject: draft.subject ?? before.subject, text: draft.text }
  return { payload: withWords(payload, after), edit: editOf(before, after, by, now) }
}
