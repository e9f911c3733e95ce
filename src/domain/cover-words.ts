import { firstName, type Person } from './person.ts'

/** A word that names somebody, and what stands for it while people are hidden. */
export type CoverWord = { name: string; role: string }

/** Shorter parts of a name are words of any sentence. */
const SHORTEST = 3

/** What to hide of everybody on a register: addresses, whole names, first and last names. The longest come first. */
export function coverWords(people: Person[]): CoverWord[] {
  const words = people.flatMap(({ id, name, role }): CoverWord[] => {
    const said = role.split(',')[0]?.trim() || 'somebody'
    const parts = [firstName(name), name.trim().split(/\s/).at(-1) ?? name]
    return [id, name, ...parts.filter(({ length }) => length >= SHORTEST)].map((each) => ({
      name: each,
      role: said,
    }))
  })
  const unique = new Map(words.map((word) => [word.name, word]))
  return [...unique.values()].sort((a, b) => b.name.length - a.name.length)
}
