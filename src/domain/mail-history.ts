/** Where history begins at a line: not here, for so many lines (an introduction to ">" lines), or from here to the end. */
export type HistoryStart = 'no' | 'rest' | { lines: number }

/** "On Tuesday … wrote:" may be wrapped over so many lines. */
const INTRODUCTION_LINES = 3
const HEADER_LINES = 6
const LONGEST_INTRODUCTION = 400

const DIVIDER =
  /^\s*-{2,}\s*(original message|original appointment|forwarded message|forwarded by .*|ursprüngliche nachricht|weitergeleitete nachricht|message d['’]origine|message transféré|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|neges wreiddiol)\s*-{2,}\s*$/i
const FORWARD =
  /^\s*(begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié):\s*$/i
const RULE = /^\s*_{10,}\s*$/

const FROM = /^\s*\*?(from|von|de|da|van|oddi wrth|od|fra|från)\s?:\*?\s*\S/i
const HEADERS =
  /^\s*\*?(sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|assunto|inviato|a|oggetto|verzonden|aan|onderwerp|anfonwyd|at|pwnc)\s?:\*?(\s|$)/i

const OPENS = /^\s*(on|am|le|el|il|em|op|ar|den)\s/i
const CLOSES =
  /(\bwrote|\bschrieb\b.{0,120}|\ba écrit|\bescribió|\bha scritto|\bescreveu|\bschreef\b.{0,120}|\bysgrifennodd\b.{0,120}|\bskrev\b.{0,120})\s?:\s*$/i

/** Whether the history of a mail begins at a line, in the words that mail clients put there. */
export function historyStart(lines: readonly string[], at: number): HistoryStart {
  const line = lines[at] ?? ''
  if (DIVIDER.test(line) || FORWARD.test(line)) return 'rest'
  if (RULE.test(line) && isHeaderBlock(lines, at + 1)) return 'rest'
  if (isHeaderBlock(lines, at)) return 'rest'
  const introduction = introductionAt(lines, at)
  if (introduction === 0) return 'no'
  const next = lines.slice(at + introduction).find((it) => it.trim() !== '') ?? ''
  return next.trimStart().startsWith('>') ? { lines: introduction } : 'rest'
}

/** "From:" and two more of the headers that follow it. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const first = lines.slice(at, at + 2).findIndex((line) => line.trim() !== '')
  if (first < 0 || !FROM.test(lines[at + first] ?? '')) return false
  const next = lines.slice(at + first + 1, at + first + 1 + HEADER_LINES)
  return next.filter((line) => HEADERS.test(line)).length >= 2
}

function introductionAt(lines: readonly string[], at: number): number {
  if (!OPENS.test(lines[at] ?? '')) return 0
  for (let count = 1; count <= INTRODUCTION_LINES; count++) {
    const some = lines.slice(at, at + count)
    if (some.some((line) => line.trim() === '')) return 0
    const text = some.join(' ')
    if (text.length > LONGEST_INTRODUCTION) return 0
    if (CLOSES.test(text) && /\d/.test(text)) return count
  }
  return 0
}
