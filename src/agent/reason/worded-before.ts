import { isOpen, type Escalation, type EscalationDraft } from '#src/domain/escalation.ts'
import { playbookOf } from '#src/domain/memory.ts'

/**
 * The draft in the words that its decision has, where no better ones are worth their price: it stands on the same facts and
 * options as when it was worded, or it was answered and is not raised again. Undefined: a model is worth asking.
 */
export function wordedBefore(
  draft: EscalationDraft,
  known: readonly Escalation[],
): EscalationDraft | undefined {
  const before = known.find((each) => isSameDecision(each, draft))
  if (!before) return undefined
  if (!isOpen(before)) return draft
  if (grounds(before) !== grounds(draft)) return undefined
  const { title, whyNow, wouldChange, recommendation, options, wordedBy } = before
  return { ...draft, title, whyNow, wouldChange, recommendation, options, wordedBy }
}

function isSameDecision(a: EscalationDraft, b: EscalationDraft): boolean {
  return a.matterId === b.matterId && a.episode === b.episode && playbookOf(a) === playbookOf(b)
}

/** What a decision is made of, besides the words in which it is put. */
function grounds({ facts, options }: EscalationDraft): string {
  return JSON.stringify([
    facts.map(({ signalId, text }) => [signalId, text]),
    options.map(({ name, does }) => [name, does]),
  ])
}
