import { clip } from '#src/domain/clip.ts'
import { checkEvidence, type Evidence } from '#src/domain/evidence.ts'
import { quote, type Signal } from '#src/domain/signal.ts'
import type { PageOfCheck } from '../messages.ts'

export type SanitiseDeps = {
  page(slot: string, page: number): Promise<string[]>
  signals(ids: string[]): Promise<Signal[]>
  saveSignals(signals: Signal[]): Promise<void>
}

/** A quoted span is short enough to be read at a glance; a longer text is quoted by its first sentences. */
const SPAN = 240

/**
 * Turns untrusted text into facts with verbatim spans, for what the rules did not drop. Every span is checked against
 * its source by code before it is stored.
 */
export async function sanitise(deps: SanitiseDeps, check: PageOfCheck): Promise<PageOfCheck> {
  const signals = await deps.signals(await deps.page(check.slot, check.page))
  const wanted = signals.filter(
    (each) => each.state === 'open' && each.facts.length === 0 && each.verdict?.importance !== 'noise',
  )
  await deps.saveSignals(wanted.map(withFacts))
  return check
}

function withFacts(signal: Signal): Signal {
  const facts = checkEvidence(spansOf(signal), () => signal.text)
  return { ...signal, version: signal.version + 1, facts }
}

function spansOf(signal: Signal): Evidence[] {
  const span = signal.text.length <= SPAN ? signal.text : firstSentences(signal.text)
  return span.trim() === '' ? [] : [quote(signal, span)]
}

function firstSentences(text: string): string {
  const head = clip(text, SPAN)
  const end = Math.max(head.lastIndexOf('. '), head.lastIndexOf('\n'))
  return end > 0 ? head.slice(0, end + 1) : head
}
