import type { Person } from '#src/domain/person.ts'
import { isQuestion, isSmallTalk, noRush, sentencesOf } from './mail-meaning.ts'
import { remembered } from './remembered.ts'
import { tablesFor } from './tongues.ts'
import type { Troubles } from './trouble-words.ts'

export type Trouble = Exclude<keyof Troubles, 'calm'>
export type Told = { trouble: Trouble; sentence: string }

/** The gravest first: a sentence that says two things counts as the first of them. */
const GRAVEST_FIRST: Trouble[] = [
  ...(['unsafe', 'threat', 'leaving', 'clash', 'scope'] as const),
  ...(['money', 'undecided', 'slips', 'broken', 'stopped'] as const),
]

type Heard = { told: readonly Told[]; calm: boolean }

/**
 * Everything that a text tells of, the gravest first, each with the sentence that does. What is past, over, imagined,
 * another's or can wait is calm: said in the sentence itself or in one beside it.
 */
const heardIn = remembered((text): Heard => {
  const tables = tablesFor(text)
  if (tables.length === 0) return { told: [], calm: false }
  const says = (deed: keyof Troubles, one: string) => tables.some((each) => each[deed]?.test(one) ?? false)
  const sentences = sentencesOf(text)
  const calm = sentences.map((one) => says('calm', one) || noRush(one))
  const loud = sentences.filter((one, at) => !calm[at] && !calm[at - 1] && !calm[at + 1] && !isSmallTalk(one))
  const told = GRAVEST_FIRST.flatMap((trouble) =>
    loud.filter((one) => says(trouble, one)).map((sentence) => ({ trouble, sentence })),
  )
  return { told, calm: calm.some(Boolean) }
})

/** From the team: tests that fail are its daily work, and strong words are about the work, not about us. */
const NOT_FROM_TEAM: Trouble[] = ['broken', 'threat']

/** What a mail tells of that the PM should hear of, by who tells it. A sponsor's question is answered as one. */
export function troubleOf(text: string, from: Pick<Person, 'class'>): Told | undefined {
  if (from.class === 'sponsor' && sentencesOf(text).some(isQuestion)) return undefined
  return heardIn(text).told.find(({ trouble }) => from.class !== 'team' || !NOT_FROM_TEAM.includes(trouble))
}

/** The same of a comment on a ticket: there questions are put to whoever works on it, not to the PM. */
export function troubleOnTicket(text: string): Told | undefined {
  return heardIn(text).told.find(
    ({ trouble, sentence }) =>
      !NOT_FROM_TEAM.includes(trouble) && !(trouble === 'undecided' && sentence.includes('?')),
  )
}

/** It says that something is over or well, and tells of no trouble. */
export function isRelief(text: string): boolean {
  const { told, calm } = heardIn(text)
  return calm && told.length === 0
}
