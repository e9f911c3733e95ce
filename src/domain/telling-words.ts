const WORD = /[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu
const TICKET_KEY = /\b[A-Z][A-Z0-9_]*-\d+\b/g
/** Shorter ones, and these, stand in every text. */
const LEAST_LETTERS = 4
const EVERYWHERE = new Set(
  'about after also been before could dear from have hello just more please regards should that their them then there they this were what when where which will with would your'.split(
    ' ',
  ),
)

/** The words that tell a text from others, each once, in their order: lower case, no figures, no ticket keys. */
export function tellingWords(text: string): string[] {
  const found = text.replaceAll(TICKET_KEY, ' ').toLowerCase().match(WORD) ?? []
  const telling = found.filter(
    (word) => word.length >= LEAST_LETTERS && !/\d/.test(word) && !EVERYWHERE.has(word),
  )
  return [...new Set(telling)]
}
