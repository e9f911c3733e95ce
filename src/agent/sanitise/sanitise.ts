import type { Ask } from '#src/asking/ask.ts'
import { askEach } from '#src/asking/ask-each.ts'
import { clip } from '#src/domain/clip.ts'
import { quote, type Signal } from '#src/domain/signal.ts'
import type { Verdict } from '#src/domain/verdict.ts'
import { inBatches } from '../prompts/batches.ts'
import { requestOf } from '../prompts/request-of.ts'
import { SANITISE_BATCH, sanitiseContent, sanitisePrompt } from '../prompts/sanitise-prompt.ts'
import { shortName } from '../prompts/shown-signal.ts'
import type { PageOfCheck } from '../messages.ts'
import { readBy } from './read-by-model.ts'
import { suspicion } from '../rules/suspicion.ts'

export type SanitiseDeps = {
  now(): Date
  realNow(): Date
  page(slot: string, page: number): Promise<string[]>
  signals(ids: string[]): Promise<Signal[]>
  saveSignals(signals: Signal[]): Promise<void>
  ask: Ask
}

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
  const signals = await deps.signals(await deps.page(check.slot, check.page))
  const screened = signals
    .filter((each) => each.state === 'open' && each.facts.length === 0 && each.setAside === null)
    .filter((each) => each.verdict?.importance !== 'noise')
    .map((each) => screen(each, check.desk.internalDomains, deps.now()))
  await deps.saveSignals(screened.filter((each) => !isLong(each)))
  await readLong(deps, screened.filter(isLong), check.desk.workingHours.timeZone)
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

/** Each batch is saved with its answer, so that a retry asks the rest in the same batches as before. */
async function readLong(deps: SanitiseDeps, signals: Signal[], timeZone: string): Promise<void> {
  const batches = inBatches(signals, SANITISE_BATCH)
  const requests = batches.map(({ projectId, signals: batch }) =>
    requestOf(sanitisePrompt, {
      ...{ projectId, timeZone },
      content: sanitiseContent(batch),
      about: batch.map((each) => each.id),
    }),
  )
  await askEach(deps, requests, async (asked, index) => {
    const batch = batches[index]?.signals ?? []
    const found = asked?.kind === 'answered' ? asked.answer.signals : []
    await deps.saveSignals(
      batch.map((signal, place) => {
        const reading = found.find(({ id }) => id === shortName(place))
        return reading ? readBy(signal, reading) : signal
      }),
    )
  })
}
