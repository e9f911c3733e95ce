import { remembered } from './remembered.ts'
import { POLISH, PORTUGUESE } from './trouble-east-west.ts'
import { ENGLISH_HARM } from './trouble-english-harm.ts'
import { ENGLISH_PLAN } from './trouble-english-plan.ts'
import { ENGLISH_TERMS } from './trouble-english-terms.ts'
import { ENGLISH_FRAMES } from './trouble-frames-english.ts'
import { FRENCH_FRAMES } from './trouble-frames-french.ts'
import { GERMAN_FRAMES } from './trouble-frames-german.ts'
import { ENGLISH_HARM_FRAMES } from './trouble-frames-harm.ts'
import { DUTCH_FRAMES, ITALIAN_FRAMES, POLISH_FRAMES, PORTUGUESE_FRAMES } from './trouble-frames-more.ts'
import { SPANISH_FRAMES } from './trouble-frames-spanish.ts'
import { ENGLISH_HINTS } from './trouble-hints-english.ts'
import * as more from './trouble-hints-more.ts'
import { FRENCH } from './trouble-french.ts'
import { GERMAN } from './trouble-german.ts'
import { DUTCH, ITALIAN } from './trouble-more.ts'
import { SPANISH } from './trouble-spanish.ts'
import { phrases, type Hint, type Troubles } from './trouble-words.ts'

type Tables = Partial<Troubles>[]

/** A language, and small words of it: one of them is enough, since people mix languages and write in a hurry. */
const LANGUAGES: { signs: RegExp; tables: Tables; hints: Hint[] }[] = [
  {
    signs: phrases(
      "the|an?|and|is|are|was|were|be|been|to|of|for|from|with|on|in|at|by|it|its|this|that|not|no|nobody|we|i|you|they|my|our|your|still|who|what|can|will|has|have|had|do|does|did|out|again|\\p{L}+n['’]t|great|lost",
    ),
    tables: [ENGLISH_PLAN, ENGLISH_TERMS, ENGLISH_HARM],
    hints: [...ENGLISH_HINTS, ...ENGLISH_FRAMES, ...ENGLISH_HARM_FRAMES],
  },
  {
    signs: phrases(
      'der|die|das|den|dem|des|ein|eine|einen|und|oder|ist|sind|war|wird|nicht|noch|kein|keine|wir|ich|sie|ihr|uns|mit|von|vom|zum|zur|bei|beim|bis|auf|für|im|am|ohne|seit|wer|was|kann|hat|haben|schon|erst|wieder|niemand|keiner',
    ),
    tables: [GERMAN],
    hints: [...more.GERMAN, ...GERMAN_FRAMES],
  },
  {
    signs: phrases(
      "le|la|les|un|une|des|du|de|et|est|sont|pas|plus|ne|nous|vous|je|on|il|elle|que|qui|pour|sur|avec|sans|dans|au|aux|en|ce|cela|toujours|encore|personne|[ldjcnqsm]['’]\\p{L}+",
    ),
    tables: [FRENCH],
    hints: [...more.FRENCH, ...FRENCH_FRAMES],
  },
  {
    signs: phrases(
      'el|la|los|las|un|una|de|del|al|y|o|es|está|están|no|se|que|quién|con|sin|por|para|en|lo|le|nos|me|ya|hay|nadie|todavía|sigue|falta',
    ),
    tables: [SPANISH],
    hints: [...more.SPANISH, ...SPANISH_FRAMES],
  },
  {
    signs: phrases(
      "il|lo|la|gli|le|un|una|o|di|del|della|e|è|sono|siamo|non|ci|si|che|chi|con|per|senza|in|al|alla|ancora|nessuno|[ldcnu]['’]\\p{L}+",
    ),
    tables: [ITALIAN],
    hints: [...more.ITALIAN, ...ITALIAN_FRAMES],
  },
  {
    signs: phrases(
      'de|het|een|en|is|zijn|niet|geen|nog|we|wij|ik|jullie|met|van|voor|op|bij|naar|wie|wat|kan|heeft|hebben|dat|die|er|als|niemand',
    ),
    tables: [DUTCH],
    hints: [...more.DUTCH, ...DUTCH_FRAMES],
  },
  {
    signs: phrases(
      'o|a|os|as|ou|um|uma|de|do|da|dos|das|e|é|está|não|se|que|quem|com|sem|por|para|em|no|na|nos|já|ninguém|ainda',
    ),
    tables: [PORTUGUESE],
    hints: [...more.PORTUGUESE, ...PORTUGUESE_FRAMES],
  },
  {
    signs: phrases(
      'i|w|z|na|do|nie|się|jest|są|to|że|kto|co|czy|bez|dla|od|za|już|jeszcze|nadal|wciąż|nikt|mamy|mam|tego|po',
    ),
    tables: [POLISH],
    hints: [...more.POLISH, ...POLISH_FRAMES],
  },
]

/** `every`: made once, since making it costs more than looking through a sentence with it. */
const TONGUES = LANGUAGES.map((one) => ({ ...one, every: new RegExp(one.signs, 'gi') }))

/** Less than two words tell of nothing. */
const WORDS = /[A-Za-zÀ-ɏ]{2}[^A-Za-zÀ-ɏ].*[A-Za-zÀ-ɏ]{2}/s

/** The tables of the languages that a text may be in; all of them where its words give no sign. */
export const tablesFor = remembered((text): Tables => {
  if (!WORDS.test(text)) return []
  const spoken = TONGUES.filter(({ signs }) => signs.test(text))
  return (spoken.length > 0 ? spoken : TONGUES).flatMap(({ tables }) => tables)
})

/**
 * The hints of the languages that a text is mostly in: their words are short and everyday, and some say something else
 * next door.
 */
export const hintsFor = remembered((text): readonly Hint[] => {
  const counted = TONGUES.map((tongue) => ({ tongue, signs: text.match(tongue.every)?.length ?? 0 }))
  const most = Math.max(...counted.map(({ signs }) => signs))
  return counted.filter(({ signs }) => signs >= most * MOSTLY).flatMap(({ tongue }) => tongue.hints)
})

const MOSTLY = 0.75
