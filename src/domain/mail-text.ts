import { historyStart, type HistoryStart } from './mail-history.ts'
import { signatureStart } from './mail-signature.ts'

/** A mail's text taken apart. Every line of the original that is not blank is in exactly one of them, as it was. */
export type MailParts = { own: string; quoted: string; signature: string }

/**
 * What the sender wrote, apart from the history below it (or between it) and the signature. A line that begins with ">" is
 * history wherever it stands: who forges a quoted turn in his own mail has quoted it.
 */
export function splitMail(text: string): MailParts {
  const lines = text.split(/\r\n?|\n/)
  const own: string[] = []
  const quoted: string[] = []
  let introduction = 0
  let onlyHistory = false
  for (const [at, line] of lines.entries()) {
    const history: HistoryStart = onlyHistory ? 'no' : historyStart(lines, at)
    onlyHistory ||= history === 'rest'
    if (typeof history === 'object') introduction = history.lines
    const into = onlyHistory || introduction > 0 || isQuoted(line) ? quoted : own
    into.push(line)
    introduction = Math.max(0, introduction - 1)
  }
  const from = signatureStart(own)
  return { own: tidy(own.slice(0, from)), quoted: tidy(quoted), signature: tidy(own.slice(from)) }
}

const UNSEEN =
  /(?:\u034F|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF])+/g
const JOINER_RUNS = /[\u200C\u200D]{2,}/g
const SMUGGLED = /[\u{E0000}-\u{E007F}]+/gu
/** What must not be in a stored text: control characters but tab and line ends. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g
const TAG_BLOCK = 0xe0000
/** Preheaders are padded with a handful; more than that is said. */
const RUN_WORTH_SAYING = 20

/** A text without the characters that nobody sees, and what they said where they spell something. Well-formed. */
export function seenText(text: string): { seen: string; hidden: string } {
  const whole = text.toWellFormed()
  const spelt = [...whole.matchAll(SMUGGLED)].map(([run]) => spell(run)).filter((it) => it !== '')
  const unseen = [...whole.matchAll(UNSEEN), ...whole.matchAll(JOINER_RUNS)].map(([run]) => run.length)
  const many = unseen.reduce((most, length) => Math.max(most, length), 0)
  const note = many > RUN_WORTH_SAYING ? [`[${many} characters without width in a row]`] : []
  const seen = whole.replace(SMUGGLED, '').replace(UNSEEN, '').replace(JOINER_RUNS, '').replace(CONTROLS, '')
  return { seen, hidden: [...spelt, ...note].join('\n') }
}

/** A text cut at so many bytes of UTF-8, with a mark. */
export function cutAt(text: string, kilobytes: number): string {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length <= kilobytes * 1000) return text
  // As a stream it keeps the beginning of a character back, until the rest would come.
  const kept = new TextDecoder().decode(bytes.subarray(0, kilobytes * 1000), { stream: true })
  return `${kept}\n[cut at ${kilobytes} KB]`
}

function spell(run: string): string {
  return Array.from(run, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? TAG_BLOCK) - TAG_BLOCK))
    .join('')
    .replace(CONTROLS, '')
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}>/.test(line)
}

/** No blank lines at either end, and never more than one in a row. */
function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}
