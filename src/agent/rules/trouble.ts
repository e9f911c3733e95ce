import type { Person } from '#src/domain/person.ts'
import { bringsGood, isGood, isOffer } from './mail-good.ts'
import { isBesideWork, isFalseAlarm, isLight, isPraiseSubject } from './mail-light.ts'
import { changesNothing } from './mail-moods.ts'
import { bodyOf } from './mail-body.ts'
import { isQuestion, isSmallTalk, noRush, sentencesOf } from './mail-meaning.ts'
import { isAdvert, isStory } from './mail-story.ts'
import { SMALL_WORDS } from './small-words.ts'
import { isRemedy } from './remedies.ts'
import { remembered } from './remembered.ts'
import { calmedIn, isNotYet, lastClauseOf, saidIn } from './sentence-turns.ts'
import { tablesFor } from './tongues.ts'
import { hintedIn, type Hinted } from './trouble-hints.ts'
import type { Trouble, Troubles } from './trouble-words.ts'
import { SPRINT } from './workflow-words.ts'

export type Told = { trouble: Trouble; sentence: string }

/** The gravest first: a sentence that says two things counts as the first of them. */
const GRAVEST_FIRST: Trouble[] = [
  ...(['unsafe', 'threat', 'leaving', 'clash', 'scope'] as const),
  ...(['money', 'undecided', 'slips', 'broken', 'stopped'] as const),
]

/** Told as a story, only this is news. */
const HARM: Trouble[] = ['unsafe', 'leaving', 'broken']

/** `hinted`: nothing of it is plain, but much of it together. */
type Heard = { told: readonly Told[]; hinted: Hinted | undefined; calm: boolean }
const SILENT: Heard = { told: [], hinted: undefined, calm: false }

/** What somebody can put right without the PM. */
const MENDABLE: Trouble[] = ['broken', 'stopped']

/** The sentence itself ends well, and denies nothing. */
const isWell = (one: string) => bringsGood(lastClauseOf(one)) && !SMALL_WORDS.denies.test(one)

/** Read in what a sentence comes to: what is fixed "but" still hurts is not calm. */
const isCalm = (sentence: string) =>
  [noRush, isFalseAlarm, changesNothing].some((is) => is(lastClauseOf(sentence)))

/**
 * Everything that a text tells of, the gravest first, each with the sentence that does. What is past, over, imagined,
 * another's or can wait is calm: said in the sentence itself or in one beside it.
 */
const heardIn = remembered((text): Heard => {
  const tables = tablesFor(text)
  if (tables.length === 0) return SILENT
  const says = (deed: keyof Troubles, one: string) =>
    tables.some(({ [deed]: phrase }) => phrase !== undefined && saidIn(one, phrase) !== undefined)
  const sentences = bodyOf(text)
  const isCalmed = (one: string) =>
    tables.some(
      ({ calm: phrase }) => phrase !== undefined && calmedIn(lastClauseOf(one), phrase) !== undefined,
    )
  const calm = sentences.map((one) => (isCalmed(one) && !isNotYet(one)) || isCalm(one))
  const loud = sentences.filter((one, at) => !calm[at] && !calm[at - 1] && !calm[at + 1] && !isSmallTalk(one))
  const isTale = isStory(text)
  // Whoever asks how it goes on has not put it right.
  const mended = sentences.some(isQuestion) ? [] : sentences.slice(0, sentences.findLastIndex(isRemedy) + 1)
  const told = (isTale ? HARM : GRAVEST_FIRST).flatMap((trouble) =>
    loud
      .filter(
        (one) => says(trouble, one) && !(MENDABLE.includes(trouble) && mended.includes(one)) && !isWell(one),
      )
      .map((sentence) => ({ trouble, sentence })),
  )
  // Who says that there is no hurry says it of the whole mail; and what came into a sprint is seen on the board.
  const heavy =
    isTale || sentences.some(noRush) || SPRINT.test(text)
      ? []
      : loud.filter((one) => !isLight(one) && !mended.includes(one))
  return { told, hinted: hintedIn(heavy), calm: calm.some(Boolean) }
})

/**
 * How much has to come together; the team's daily work is full of words that would say more from others. Beside good news
 * it takes one more.
 */
const ENOUGH = { team: 3, others: 2 }
/** Of hints none of which says it alone. */
const MANY_WEAK = 3

/** From the team: tests that fail are its daily work, and strong words are about the work, not about us. */
const NOT_FROM_TEAM: Trouble[] = ['broken', 'threat']

/** Under a subject that is about life one angry word is life too. */
const TOLD_TWICE = 2

/** What a mail tells of that the PM should hear of, by who tells it. A sponsor's question is answered as one. */
export function troubleOf(text: string, from: Pick<Person, 'class'>, subject = ''): Told | undefined {
  if (from.class === 'sponsor' && sentencesOf(text).some(isQuestion)) return undefined
  if (from.class === 'external' && isAdvert(text)) return undefined
  const { told, hinted } = heardIn(text)
  const isTeam = from.class === 'team'
  const isOwnPrice = ({ trouble, sentence }: Told) => trouble === 'money' && isOffer(sentence)
  const plain = told.filter(
    (each) =>
      !(isTeam && NOT_FROM_TEAM.includes(each.trouble)) && !(from.class === 'external' && isOwnPrice(each)),
  )
  const isAside = isBesideWork(subject) || isPraiseSubject(subject)
  if (isAside && !turnsToPm(text) && plain.length < TOLD_TWICE) return undefined
  const least = (isTeam ? ENOUGH.team : ENOUGH.others) + (isGood(text) ? 1 : 0)
  return plain[0] ?? enough(hinted, isTeam && turnsToPm(text) ? least - 1 : least)
}

/** Whoever of the team asks, asks the PM: it would not stand in a mail if it could be had without. */
const turnsToPm = (text: string) => bodyOf(text).some(isQuestion)

function enough(hinted: Hinted | undefined, least: number): Told | undefined {
  if (hinted === undefined || hinted.weight < least) return undefined
  return hinted.strongest > 1 || hinted.weight >= MANY_WEAK ? hinted : undefined
}

/** The same of a comment on a ticket: there questions are put to whoever works on it, not to the PM. */
export function troubleOnTicket(text: string): Told | undefined {
  const { told, hinted } = heardIn(text)
  const isForPm = ({ trouble, sentence }: Told) =>
    !NOT_FROM_TEAM.includes(trouble) && !(trouble === 'undecided' && sentence.includes('?'))
  const many = enough(hinted, ENOUGH.team)
  return [...told, ...(many ? [many] : [])].find(isForPm)
}

/** Something in it is said to be past, over, denied or another's. */
export const hasCalm = (text: string): boolean => heardIn(text).calm

/** It says that something is over or well, and tells of no trouble. */
export function isRelief(text: string): boolean {
  const { told, hinted, calm } = heardIn(text)
  return calm && told.length === 0 && !enough(hinted, ENOUGH.others)
}
