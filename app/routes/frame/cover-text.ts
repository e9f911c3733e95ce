import type { CoverWord } from '#src/domain/cover-words.ts'

/** Makes a text without names: each becomes the role behind it. What is private as a whole keeps only its shape. */
export function coverer(words: CoverWord[]): (text: string, isPrivate: boolean) => string {
  const roles = new Map(words.map(({ name, role }) => [name.toLowerCase(), role]))
  const escaped = words.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const names = new RegExp(`(?<![\\p{L}\\d])(?:${escaped.join('|')})(?![\\p{L}\\d])`, 'giu')
  return (text, isPrivate) => {
    if (isPrivate) return text.replace(/\S/g, '▒')
    return words.length === 0 ? text : text.replace(names, (name) => roles.get(name.toLowerCase()) ?? name)
  }
}
