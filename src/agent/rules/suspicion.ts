import type { Signal } from '#src/domain/signal.ts'
import { commands, hostileIn } from './hostile-words.ts'
import { lookAlike } from './look-alike.ts'

/**
 * `setAside`: none of it may be used, and why. `keep`: the spans of the text that may, in their order; all of it where
 * nothing is wrong, and then `dropped` is null.
 */
export type Screened = { setAside: string } | { keep: string[]; dropped: string | null }

/** What is left must still say something: two or three words are no fact. */
const LEAST_LETTERS = 25

/**
 * Looks at untrusted text before any model does (law 9): orders to software, forged turns, requests for secrets or money,
 * hidden commands, senders made to look like somebody else. A hostile sentence is taken out; the rest stays usable.
 * `knownDomains`: the project's own and its partners'.
 */
export function suspicion(signal: Signal, { knownDomains }: { knownDomains: string[] }): Screened {
  if (signal.source === 'outlook') {
    const hidden = signal.context.hidden
    if (hidden.trim() !== '' && commands(hidden)) return { setAside: 'It hides a command from its reader.' }
    const model = lookAlike(domainOf(signal.context.from), knownDomains)
    if (model !== undefined) return { setAside: `Its sender's address is made to look like ${model}.` }
  }
  return screenText(signal.text, {
    titles: titlesOf(signal),
    stranger: isStranger(signal, knownDomains),
    known: (domain) => isKnown(domain, knownDomains),
  })
}

/** A mail's subject can give orders too, and so can the name of a file; a ticket's title is shown by Jira itself. */
function titlesOf(signal: Signal): string[] {
  if (signal.source !== 'outlook') return []
  return [signal.title, ...signal.context.attachments.map(({ name }) => name)]
}

/** A mail from a domain that nobody of the project writes from. */
function isStranger(signal: Signal, knownDomains: readonly string[]): boolean {
  return signal.source === 'outlook' && !isKnown(domainOf(signal.context.from), knownDomains)
}

const domainOf = (from: { email: string } | null) => from?.email.split('@').at(-1)?.toLowerCase() ?? ''

type Around = { titles: string[]; stranger: boolean; known: (domain: string) => boolean }

function screenText(text: string, { titles, stranger, known }: Around): Screened {
  for (const title of titles) {
    const inTitle = hostileIn(title, known)
    if (inTitle) return { setAside: inTitle.reason }
  }
  const sentences = sentencesOf(text)
  const found = sentences.map((sentence) => hostileIn(sentence, known))
  const worst = found.find((each) => each?.grave) ?? found.find((each) => each !== undefined)
  if (!worst) return { keep: text.trim() === '' ? [] : [text], dropped: null }
  const keep =
    worst.grave && stranger
      ? []
      : spansOf(
          sentences,
          found.map((each) => each === undefined),
        )
  const letters = keep.join('').match(/\p{L}/gu)?.length ?? 0
  return letters < LEAST_LETTERS ? { setAside: worst.reason } : { keep, dropped: worst.reason }
}

/** The text in pieces that add up to it again: sentences and lines, each with what follows it up to the next. */
function sentencesOf(text: string): string[] {
  return (
    text.match(/[^\n.!?]*(?:[.!?](?!\s|$)[^\n.!?]*)*(?:[.!?]+(?=\s|$)[ \t]*|\n+|$)/g)?.filter(Boolean) ?? []
  )
}

/** Neighbours that may stay, joined, without the blanks around them. */
function spansOf(sentences: string[], stays: boolean[]): string[] {
  const spans: string[] = ['']
  sentences.forEach((sentence, index) => {
    if (stays[index]) spans.push(`${spans.pop() ?? ''}${sentence}`)
    else spans.push('')
  })
  return spans.map((span) => span.trim()).filter((span) => /\p{L}/u.test(span))
}

function isKnown(domain: string, known: readonly string[]): boolean {
  return known.some((each) => domain === each.toLowerCase() || domain.endsWith(`.${each.toLowerCase()}`))
}
