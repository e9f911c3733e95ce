import type { Person } from '#src/domain/person.ts'
import { isQuestion, isSmallTalk, noRush, sentencesOf } from './mail-meaning.ts'
import { remembered } from './remembered.ts'
import { POLISH, PORTUGUESE } from './trouble-east-west.ts'
import { ENGLISH_HARM } from './trouble-english-harm.ts'
import { ENGLISH_PLAN } from './trouble-english-plan.ts'
import { ENGLISH_TERMS } from './trouble-english-terms.ts'
import { FRENCH } from './trouble-french.ts'
import { GERMAN } from './trouble-german.ts'
import { DUTCH, ITALIAN } from './trouble-more.ts'
import { SPANISH } from './trouble-spanish.ts'
import type { Troubles } from './trouble-words.ts'

export type Trouble = Exclude<keyof Troubles, 'calm'>
export type Told = { trouble: Trouble; sentence: string }

/** Every language at once, as for what mails mean: people mix them. */
const LANGUAGES: Partial<Troubles>[] = [
  ENGLISH_PLAN,
  ENGLISH_TERMS,
  ENGLISH_HARM,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  DUTCH,
  PORTUGUESE,
  POLISH,
]

/** The gravest first: a sentence that says two things counts as the first of them. */
const GRAVEST_FIRST: Trouble[] = [
  ...(['unsafe', 'threat', 'leaving', 'clash', 'scope'] as const),
  ...(['money', 'undecided', 'slips', 'broken', 'stopped'] as const),
]

const says = (deed: keyof Troubles, sentence: string) =>
  LANGUAGES.some((each) => each[deed]?.test(sentence) ?? false)

/** It is told of, but it is past, over, imagined, another's, or can wait; said in it or in the sentence beside it. */
const isCalm = remembered((sentence) => says('calm', sentence) || noRush(sentence) || isSmallTalk(sentence))

/** The gravest thing that a text tells of, with the sentence that does. */
const toldIn = remembered((text): readonly Told[] => {
  const sentences = sentencesOf(text)
  const loud = sentences.filter(
    (one, at) => !isCalm(one) && !isCalm(sentences[at - 1] ?? '') && !isCalm(sentences[at + 1] ?? ''),
  )
  return GRAVEST_FIRST.flatMap((trouble) =>
    loud.filter((one) => says(trouble, one)).map((sentence) => ({ trouble, sentence })),
  )
})

/** From the team: tests that fail are its daily work, and strong words are about the work, not about us. */
const NOT_FROM_TEAM: Trouble[] = ['broken', 'threat']

/** What a mail tells of that the PM should hear of, by who tells it. A sponsor's question is answered as one. */
export function troubleOf(text: string, from: Pick<Person, 'class'>): Told | undefined {
  if (from.class === 'sponsor' && sentencesOf(text).some(isQuestion)) return undefined
  return toldIn(text).find(({ trouble }) => from.class !== 'team' || !NOT_FROM_TEAM.includes(trouble))
}

/** The same of a comment on a ticket: there questions are put to whoever works on it, not to the PM. */
export function troubleOnTicket(text: string): Told | undefined {
  return toldIn(text).find(
    ({ trouble, sentence }) =>
      !NOT_FROM_TEAM.includes(trouble) && !(trouble === 'undecided' && sentence.includes('?')),
  )
}

/** It says that something is over or well, and tells of no trouble. */
export const isRelief = remembered((text) => toldIn(text).length === 0 && sentencesOf(text).some(isCalm))
