import type { Ask, InTurn } from '#src/asking/ask.ts'
import { workingMinutesBetween } from '#src/domain/calendar.ts'
import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { Memory } from '#src/domain/memory.ts'
import { reasonContent, reasonPrompt } from '../prompts/reason-prompt.ts'
import { requestOf } from '../prompts/request-of.ts'
import { sharpen } from '../prompts/sharpen.ts'
import type { Picture } from '../rules/picture.ts'

/** Working minutes to the deadline within which waiting costs most: such a decision is asked about while money is short. */
const SOON = 2 * 570

/** `inTurn`: shared by the decisions that are worded side by side. */
type Beside = { picture: Picture; memories: readonly Memory[]; inTurn: InTurn }

/**
 * A larger model's words for a decision: what does not hold is dropped field by field, and where there is no answer the
 * playbook's own words stand. The same facts are asked about once: the answer is kept.
 */
export function betterWords(ask: Ask) {
  return async (draft: EscalationDraft, { picture, memories, inTurn }: Beside): Promise<EscalationDraft> => {
    const asked = await ask(
      requestOf(reasonPrompt, {
        content: reasonContent(draft, memories),
        about: draft.facts.map((fact) => fact.signalId),
        projectId: draft.projectId,
        timeZone: picture.desk.workingHours.timeZone,
        inTurn,
        worth: isCostly(draft, picture) ? 'costlier half' : 'cheaper half',
      }),
    )
    if (asked.kind !== 'answered') return draft
    const { draft: better } = sharpen(draft, asked.answer)
    return { ...better, wordedBy: 'model' }
  }
}

function isCostly({ importance, decideBy }: EscalationDraft, { now, desk }: Picture): boolean {
  if (importance === 'critical') return true
  return decideBy !== null && workingMinutesBetween(now, new Date(decideBy), desk.workingHours) <= SOON
}
