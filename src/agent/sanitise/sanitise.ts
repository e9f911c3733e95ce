import { clip } from '#src/domain/clip.ts'
import { quote, type Signal } from '#src/domain/signal.ts'
import type { Verdict } from '#src/domain/verdict.ts'
import type { PageOfCheck } from '../messages.ts'
import { openSignals, type PageReader } from '../open-signals.ts'
import { askInBatches, type BatchDeps } from '../prompts/ask-in-batches.ts'
import { sanitiseQuestion } from '../prompts/sanitise-prompt.ts'
import { suspicion } from '../rules/suspicion.ts'
import { readBy } from './read-by-model.ts'

export type SanitiseDeps = PageReader & BatchDeps & { now(): Date }

/** A quoted span is short enough to be read at a glance; a longer text is quoted by its first sentences. */
const SPAN = 240
/** Up to here a text's first sentences say it all; a longer one is worth a model's reading. */
const LONG = 420

/**
 * Turns untrusted text into facts with verbatim spans, for what the rules did not drop. Rules look for orders to software
 * first: what they set aside is no fact and is shown to no model. A model then picks the quotes of long texts; every
 * quote is checked against its source by code, and where there is no answer the first sentences stand.
 */
export async function sanitise(deps: SanitiseDeps, check: PageOfCheck): Promise<PageOfCheck> {
  const { internalDomains, workingHours } = check.desk
  const screened = (await openSignals(deps, check))
    .filter((each) => each.facts.length === 0 && each.setAside === null)
    .filter((each) => each.verdict?.importance !== 'noise')
    .map((each) => screen(each, internalDomains, deps.now()))
  await deps.saveSignals(screened.filter((each) => !isLong(each)))
  const long = { signals: screened.filter(isLong), timeZone: workingHours.timeZone }
  await askInBatches(deps, sanitiseQuestion, long, (each, said) => (said ? readBy(each, said) : each))
  return check
}

/** A signal with its first spans, or with the reason why it has none. */
function screen(signal: Signal, internalDomains: string[], at: Date): Signal {
  const next = { ...signal, version: signal.version + 1 }
  const screened = suspicion(signal, { knownDomains: internalDomains })
  if ('setAside' in screened)
    return { ...next, setAside: screened.setAside, verdict: signal.verdict ?? aside(signal, at) }
  const spans = screened.dropped === null ? [firstSentences(signal.text)] : screened.keep.map(firstSentences)
  const facts = spans.filter((span) => span.trim() !== '').map((span) => quote(signal, span))
  return { ...next, facts, setAside: screened.dropped }
}

/** Words alone that are set aside are noise; what a ticket's fields say stays as the rules sorted it. */
function aside({ id }: Signal, at: Date): Verdict {
  return {
    ...{ signalId: id, importance: 'noise', complexity: 'routine', by: 'rules', rule: 'set-aside@1' },
    ...{ reason: 'Set aside: it tried to give orders, or is not from whom it seems.', at: at.toISOString() },
  }
}

function firstSentences(text: string): string {
  if (text.length <= SPAN) return text
  const head = clip(text, SPAN)
  const end = Math.max(head.lastIndexOf('. '), head.lastIndexOf('\n'))
  return end > 0 ? head.slice(0, end + 1) : head
}

/** Long talk of a known project; what was partly set aside is left as the rules cut it. */
function isLong(signal: Signal): boolean {
  const talks = signal.source === 'outlook' || ['comment', 'mention', 'description'].includes(signal.kind)
  return talks && signal.text.length > LONG && signal.setAside === null && signal.projectId !== null
}
