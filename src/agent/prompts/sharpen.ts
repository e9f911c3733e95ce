import { whyForeign, type Ground } from './foreign-words.ts'
import { factName, type Frame, type FramedPayload, type ReasonAnswer } from './reason-prompt.ts'

const TITLE = 70
const WHY_NOW = 140
const SENTENCES = 400
const DRAFT_WORDS = 120
const DRAFT_CHARACTERS = 1500

/** Texts that go out under the PM's name; every other field of a payload is the playbook's alone. */
const SPEAKING: readonly string[] = ['jira_comment', 'email_stakeholder', 'email_external']

/**
 * Lays a model's words over a playbook's draft, field by field. What does not hold (a fact that is not there, a link,
 * a number, a ticket that the draft does not have) is dropped, and the playbook's own words stay; `refused` says
 * which and why. Acts, recipients, options and facts are never touched. `reply`: what the PM said of it,
 * whose names, dates and figures may be used.
 */
export function sharpen<Draft extends Frame>(
  frame: Draft,
  answer: ReasonAnswer,
  reply = '',
): { draft: Draft; refused: string[] } {
  const ground = groundOf(frame, reply)
  const refused: string[] = []
  const better = (field: string, own: string, text: string, most: number): string => {
    const why = text.length > most ? `it is longer than ${most} characters` : whyForeign(text, ground, false)
    if (why === undefined) return text.trim()
    refused.push(`${field}: ${why}`)
    return own
  }
  const draft: Draft = {
    ...frame,
    title: better('title', frame.title, answer.title, TITLE),
    whyNow: better('whyNow', frame.whyNow, answer.whyNow, WHY_NOW),
    wouldChange: better('wouldChange', frame.wouldChange, answer.wouldChange, SENTENCES),
    recommendation: recommended(frame, answer, ground, refused),
    options: reworded(frame, answer, ground, refused),
  }
  return { draft, refused }
}

function recommended(frame: Frame, answer: ReasonAnswer, ground: Ground, refused: string[]) {
  const { optionId, reason, factIds } = answer.recommendation
  const facts = frame.facts.map((_, index) => factName(index))
  const why = whyNot()
  if (why === undefined) return { ...frame.recommendation, optionId, reason: reason.trim() }
  refused.push(`recommendation: ${why}`)
  return frame.recommendation

  function whyNot(): string | undefined {
    if (!frame.options.some((option) => option.id === optionId)) return `there is no option ${optionId}`
    if (factIds.length === 0) return 'it rests on no fact'
    const unknown = factIds.find((id) => !facts.includes(id))
    if (unknown !== undefined) return `there is no fact ${unknown}`
    if (reason.length > SENTENCES) return `it is longer than ${SENTENCES} characters`
    return whyForeign(reason, ground, false)
  }
}

function reworded(frame: Frame, answer: ReasonAnswer, ground: Ground, refused: string[]): Frame['options'] {
  return frame.options.map((option) => ({
    ...option,
    acts: option.acts.map((act, index) => {
      const draft = answer.drafts.find((each) => each.optionId === option.id && each.act === index)
      if (!draft) return act
      const why = whyNotSay(act.payload, draft.text, ground)
      if (why === undefined) return { ...act, payload: { ...act.payload, text: draft.text.trim() } }
      refused.push(`draft ${option.id}${index + 1}: ${why}`)
      return act
    }),
  }))
}

function whyNotSay(payload: FramedPayload, text: string, ground: Ground): string | undefined {
  if (!SPEAKING.includes(payload.kind) || typeof payload.text !== 'string') return 'there is no draft'
  if (text.trim().split(/\s+/).length > DRAFT_WORDS || text.length > DRAFT_CHARACTERS)
    return `it is longer than ${DRAFT_WORDS} words`
  return whyForeign(text, ground, true)
}

/** The playbook's words are ours; a fact's are somebody else's, and no ground for a link or an address. */
function groundOf(frame: Frame, reply: string): Ground {
  const options = frame.options.flatMap(({ name, does, costs, acts }) => [
    ...[name, does, costs],
    ...acts.flatMap(({ payload }) => (typeof payload.text === 'string' ? [payload.text] : [])),
  ])
  const own = [frame.title, frame.whyNow, frame.wouldChange, frame.recommendation.reason, ...options, reply]
  return {
    own: own.join('\n'),
    refs: frame.facts.map((fact) => fact.ref).join('\n'),
    quoted: frame.facts.map((fact) => `${fact.text} ${fact.at}`).join('\n'),
  }
}
