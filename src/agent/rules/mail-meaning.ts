import { ENGLISH } from './mail-meaning-english.ts'
import { FRENCH } from './mail-meaning-french.ts'
import { DUTCH, ITALIAN, POLISH, PORTUGUESE } from './mail-meaning-more.ts'
import { GERMAN } from './mail-meaning-german.ts'
import { SPANISH } from './mail-meaning-spanish.ts'
import type { Deeds } from './mail-phrases.ts'
import { remembered } from './remembered.ts'

/** A mail is read in every language at once: people mix them, and a deed weighs the same in each. */
const LANGUAGES: Partial<Deeds>[] = [ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, PORTUGUESE, POLISH]

const said = (deed: keyof Deeds) => remembered((text) => LANGUAGES.some((each) => each[deed]?.test(text)))

/** What a sentence of a mail does; the words are in the tables of the languages. */
export const asks = (text: string) => text.includes('?') || said('asks')(text)
export const ends = said('ends')
export const limits = said('limits')
export const moves = said('moves')
export const orElse = said('orElse')
export const isDuty = said('isDuty')
export const chases = said('chases')
export const isMissing = said('isMissing')
export const isStuck = said('isStuck')
export const promises = said('promises')
export const mayWait = said('mayWait')
export const noRush = said('noRush')
export const saysNotSo = said('saysNotSo')
export const saysDone = said('saysDone')
const presumes = said('presumes')
export const contrasts = said('contrasts')
export const settles = said('settles')
export const isSmallTalk = said('isSocial')

/** It wants an answer about the work: a question, or what is taken to be so unless somebody says otherwise. */
export const isQuestion = (sentence: string) =>
  (sentence.includes('?') || presumes(sentence)) && !isSmallTalk(sentence)

/** A full stop that ends nothing: inside a number or a name, or after the day of "4. Dezember" and "30.11. at noon". */
const NO_END =
  /[.](?=[\p{L}\d])|(?<=\d)[.](?= (?:\p{Ll}|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))|(?<=\b(?:e\.g|i\.e|[Zz]\.\s?B|[Dd]\.\s?h|Nr|ca|approx|Dr|Mrs?|Ms|bzw|inkl|St))[.](?= )/u
const SENTENCE = new RegExp(String.raw`(?:[^.!?\n]|${NO_END.source})+[.!?]*`, 'gu')

/** A text's sentences, each as it stands there. */
export const sentencesOf = remembered((text): readonly string[] =>
  (text.match(SENTENCE) ?? []).map((each) => each.trim()).filter((each) => each !== ''),
)

const GREETING =
  /^(hi|hello|hey|dear|good (morning|afternoon|evening)|morning|afternoon|hallo|guten (morgen|tag)|liebe[rs]?|moin|bonjour|salut|madame|monsieur|hola|buen[oa]s (días|tardes)|estimad[oa]|ciao)(?!\p{L}).{0,30}$/iu

/** A greeting, or too little to be a fact. */
export function isGreeting(sentence: string): boolean {
  return sentence.length <= 12 || GREETING.test(sentence)
}

/** What a mail opens with once it has greeted; its very first words where it says no more than that. */
export function openingOf(text: string): string[] {
  const sentences = sentencesOf(text)
  const statements = sentences.filter((one) => !isGreeting(one))
  return statements.length > 0 ? statements : sentences.slice(0, 1)
}

/** The subject without the marks of answering and forwarding. */
export function bareSubject(subject: string): string {
  return subject.replace(/^((re|fw|fwd|aw|wg):\s*)+/i, '').trim()
}

const ANSWER = /^(?:re|aw|sv|antw|odp|r):/i
/** The subject of an answer. */
export const isAnswer = (subject: string) => ANSWER.test(subject)
