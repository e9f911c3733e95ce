/** Endings under which somebody else's name is bought cheaply. */
const CHEAP_ENDINGS = /\.(co|cm|om|xyz|top|online|site|website|info|biz|live|support|click|shop|icu)$/

/** Names that belong to everybody: nobody's look-alike. */
const PUBLIC = /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|proton|protonmail|gmx|web|aol|me)$/

/**
 * The known domain that a sender's domain is made to look like: a letter apart, with a word put on, under another ending, or
 * as the head of somebody else's. Undefined for known domains, their sub-domains and true strangers.
 */
export function lookAlike(domain: string, known: readonly string[]): string | undefined {
  const asked = domain.trim().toLowerCase()
  const names = known.map((each) => each.trim().toLowerCase()).filter((each) => each.includes('.'))
  if (asked === '' || names.some((each) => asked === each || asked.endsWith(`.${each}`))) return undefined
  return names.find((each) => resembles(asked, each))
}

function resembles(asked: string, known: string): boolean {
  if (asked.startsWith(`${known}.`) || asked.includes(`.${known}.`)) return true
  const [name, own] = [labelOf(asked), labelOf(known)]
  if (own.length < 4 || PUBLIC.test(own)) return false
  if (name === own) return CHEAP_ENDINGS.test(asked)
  if (fold(name) === fold(own)) return true
  if (fold(name).split('-').includes(fold(own))) return true
  return apart(fold(name), fold(own)) <= (own.length >= 10 ? 2 : own.length >= 5 ? 1 : 0)
}

/** `quaypay` of `mail.quaypay.co.uk`. */
function labelOf(domain: string): string {
  const parts = domain.split('.')
  const ending = parts.slice(-2).join('.')
  const doubled = /^(co|com|org|net|gov|ac|edu)\.[a-z]{2}$/.test(ending) && parts.length > 2
  return parts.at(doubled ? -3 : -2) ?? domain
}

/** What reads the same at a glance becomes the same. */
function fold(label: string): string {
  return label
    .normalize('NFKC')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[0оο]/g, 'o')
    .replace(/[1lı|і]/g, 'i')
    .replace(/[5ѕ]/g, 's')
    .replace(/[3е]/g, 'e')
    .replace(/[4а]/g, 'a')
}

/** Insertions, deletions, changes and swaps of neighbours between two words. */
function apart(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let older: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + same,
        swapped ? (older[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    older = above
    above = row
  }
  return above[b.length] ?? 0
}
