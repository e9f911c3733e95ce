/** Whether a name has every word that was typed, or one that begins with it, in whatever order. */
export function hasAllWords(name: string, typed: string): boolean {
  const words = wordsOf(name)
  return wordsOf(typed).every((each) => words.some((word) => word.startsWith(each)))
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
