/** What is said not to be: "no injuries", "keine Mängel", "is not resigning". The word stands right before it. */
const DENIED =
  /(?<!\p{L})(?:no|not|never|without|zero|\p{L}+n['’]t|nobody (?:is|was)|nicht|keine?n?|nie|ohne|sans|aucune?|pas|jamais|sin|ning[uú]na?|nunca|non|senza|nessuna?|geen|niet|zonder|sem|não|nenhuma?|nie|bez|żadnych)(?: (?:a|an|the|any|one|really|even|actually|at all|being?|been|getting|more|single|open|further|major|serious|ein|eine|de|la|un|una|um|uma))*[ -]$/iu

/** The match of a phrase in a sentence, unless the word before it says that it is not so. */
export function saidIn(sentence: string, phrase: RegExp): RegExpExecArray | undefined {
  const match = phrase.exec(sentence)
  return match && !DENIED.test(sentence.slice(0, match.index)) ? match : undefined
}

/** In the same clause: "nous ne pourrons pas expédier le 14 comme prévu". */
const NEGATED =
  /(?<!\p{L})(?:(?:can|could|will|would)(?: not|n['’]t)|cannot|won['’]t|can['’]t|unable|(?:kann|können|wird|werden|schaffen) [^,;:–—]{0,40}nicht|ne (?:pou|ser|va|vont|tiendr)\p{L}* (?:pas|plus)|no (?:pod|va|ser|lleg)\p{L}*|non (?:po|sar|riu)\p{L}*|(?:kan|kunnen|zal|zullen) [^,;:–—]{0,40}niet|não (?:pod|va|ser|consegu)\p{L}*|nie (?:b|może|uda|zd)\p{L}*)(?!\p{L})[^,;:–—]{0,60}$/iu

/** The match of a phrase that calms, unless its clause says that it is not so. */
export function calmedIn(sentence: string, phrase: RegExp): RegExpExecArray | undefined {
  const match = saidIn(sentence, phrase)
  return match && !NEGATED.test(sentence.slice(0, match.index)) ? match : undefined
}

/** What is not yet so: "until it is fixed", "tant que ce n'est pas corrigé". */
const UNTIL =
  /(?<!\p{L})(?:until|till|unless|as long as|solange|bevor|tant que|avant que|hasta que|mientras no|finché|zolang|totdat|enquanto não|até que|dopóki)(?!\p{L})/iu

export const isNotYet = (sentence: string): boolean => UNTIL.test(sentence)

const TURN = /(?:[,;–—-] ?|(?<!\p{L}) )(?:but|yet|however|aber|jedoch|mais|pero|però|maar|mas|ale)(?!\p{L})/iu

/** What a sentence comes to: what stands after its last "but". "It is fixed, but the customer is angry" is not calm. */
export const lastClauseOf = (sentence: string): string => sentence.split(TURN).at(-1) ?? sentence
