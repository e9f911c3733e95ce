import { checkEvidence, QuoteNotInSource, type Evidence } from '#src/domain/evidence.ts'
import { quote, type Signal } from '#src/domain/signal.ts'
import type { SanitiseAnswer } from '../prompts/sanitise-prompt.ts'
import { commands } from '../rules/hostile-words.ts'

const MOST_FACTS = 5
const LONGEST_QUOTE = 400
const SET_ASIDE = 'It tries to give orders to software.'

/**
 * A signal with the quotes that a model picked, those of them that stand literally in its text. A sentence that the model
 * calls an order is set aside when it is there and does command; the model can set nothing else aside, so a
 * model that is led by the nose can hide no fact.
 */
export function readBy(signal: Signal, found: SanitiseAnswer['signals'][number]): Signal {
  const order = found.instruction.found ? found.instruction.quote.trim() : ''
  const isOrder = order !== '' && signal.text.includes(order) && commands(order)
  const picked = found.facts
    .map((fact) => fact.quote.trim())
    .filter((span) => span !== '' && span.length <= LONGEST_QUOTE)
    .flatMap((span) => literal(signal, span))
    .slice(0, MOST_FACTS)
  const facts = picked.length > 0 ? picked : signal.facts
  if (!isOrder) return { ...signal, facts }
  const clean = facts.filter((fact) => !overlaps(fact.text, order))
  return { ...signal, facts: clean, setAside: SET_ASIDE }
}

/** Law 6: a quote that is not in its source is no quote. */
function literal(signal: Signal, span: string): Evidence[] {
  try {
    return checkEvidence([quote(signal, span)], () => signal.text)
  } catch (error) {
    if (error instanceof QuoteNotInSource) return []
    throw error
  }
}

const overlaps = (a: string, b: string) => a.includes(b) || b.includes(a)
