const MARK = /^--\s*$/
const SENT_FROM =
  /^\s*(sent from (my|outlook)|get outlook for|von meinem .* gesendet|envoyé de mon|anfonwyd o)\b/i
const SMALL_PRINT =
  /^\s*(this (e-?mail|message|communication)\b|the (information|contents?) (in|of) this|confidential(ity)?\b|mae['’]r (neges|e-bost))/i
const SIGN_OFF =
  /^\s*(kind(est)? regards|best regards|warm regards|regards|best wishes|all the best|best|many thanks|thanks( again)?|thank you|cheers|yours (sincerely|faithfully)|with thanks|cofion( gorau)?|diolch( yn fawr)?|mit freundlichen grüßen|viele grüße|cordialement|saludos|mvh)\s*[,.!]?\s*$/i
const CONTACT =
  /(\+\d[\d\s().-]{6,}|\b0\d{2,4}[\s-]\d{3}|\b(tel|phone|mobile|mob|direct|ffôn|fax)\b|\b[tmfde]\s?[:.]\s?[+\d]|\S@\S+\.\S|\bwww\.|https?:)/i
const ROLE =
  /\b(manager|director|lead|head of|engineer|officer|developer|analyst|consultant|architect|designer|tester|executive|ltd|limited|plc|gmbh|inc|rheolwr|cyfarwyddwr)\b/i
/** A signature's line is short and ends no sentence. */
const LONGEST_LINE = 90
const MOST_LINES = 10
const MOST_BLOCKS = 5

/** The line at which a mail's signature begins; the number of lines where there is none. Small print counts as one. */
export function signatureStart(lines: readonly string[]): number {
  const mark = lines.findIndex((line) => MARK.test(line))
  if (mark >= 0) return mark
  let end = lines.length
  for (let count = 0; count < MOST_BLOCKS; count++) {
    const block = lastBlock(lines, end)
    const start = dropFrom(lines, block.start, block.end)
    if (start === block.end) return end
    end = start
    if (start > block.start) return end
  }
  return end
}

/** The last paragraph before a line: from its first line to after its last. */
function lastBlock(lines: readonly string[], before: number): { start: number; end: number } {
  const end = lines.slice(0, before).findLastIndex((line) => line.trim() !== '') + 1
  const start = lines.slice(0, end).findLastIndex((line) => line.trim() === '') + 1
  return { start, end }
}

/** Where a last paragraph turns into a signature; its end if it doesn't. */
function dropFrom(lines: readonly string[], start: number, end: number): number {
  const block = lines.slice(start, end)
  if (SMALL_PRINT.test(block[0] ?? '')) return start
  const signOff = block.findIndex((line) => SIGN_OFF.test(line))
  const below = start + signOff + 1
  if (isCard(lines.slice(below, end), signOff >= 0 || SIGN_OFF.test(before(lines, start)))) return below
  return SENT_FROM.test(block.at(-1) ?? '') ? end - 1 : end
}

/** Name, role, telephone: short lines, at least two, that end no sentence. */
function isCard(block: readonly string[], afterSignOff: boolean): boolean {
  if (block.length < 2 || block.length > MOST_LINES) return false
  if (block.some((line) => line.length > LONGEST_LINE || /[.!?]["')]?\s*$/.test(line))) return false
  const contacts = block.filter((line) => CONTACT.test(line)).length
  const roles = block.filter((line) => ROLE.test(line)).length
  return afterSignOff ? contacts + roles > 0 : contacts > 0 && isName(block[0] ?? '')
}

function before(lines: readonly string[], at: number): string {
  return lines.slice(0, at).findLast((line) => line.trim() !== '') ?? ''
}

function isName(line: string): boolean {
  return /^\s*\p{Lu}[\p{L}'’.-]+(\s+\p{Lu}[\p{L}'’.-]*){0,3}(\s*[,|(].*)?$/u.test(line)
}
