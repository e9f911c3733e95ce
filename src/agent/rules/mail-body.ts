import { sentencesOf } from './mail-meaning.ts'
import { remembered } from './remembered.ts'

/** What people open and close a mail with, whatever it is about, in every language at once. */
const MANNERS = [
  // Wishes and names at the end.
  '(?:with |and )?(?:best|kind|kindest|warm|warmest|many|friendly) (?:regards|wishes|greetings)|regards|cheers|yours|sincerely|take care|see you|speak soon|all the best|greetings|(?:have|enjoy) (?:a|an|your|the) ',
  'viele grüße|beste grüße|schöne[rns]? |liebe grüße|mit (?:freundlichen|besten|herzlichen)|freundliche|herzliche|gruß|grüße|bis (?:bald|dann)|cordialement|bien (?:à vous|à toi|cordialement)|bonne (?:journée|soirée|semaine)|bon week-end|à (?:bientôt|la semaine)',
  'un (?:saludo|abrazo|cordial|caro|abraccio)|saludos|atentamente|buen fin|que tengas?|cordiali|distinti|saluti|a presto|buon (?:weekend|lavoro|fine)|(?:hartelijke |vriendelijke )?groet(?:en|jes)?|met vriendelijke|fijn weekend|fijne|tot (?:dan|straks|snel)|com os melhores|cumprimentos|abraços?|bom fim|até breve|boa semana|z poważaniem|pozdrawiam|pozdrowienia|miłego',
  // Thanks, and what one hopes for the other.
  "thank you|(?:many |huge )?thanks?|vielen dank|besten dank|danke|merci(?! de(?!\\p{L})| d['’])|(?:muchas )?gracias|grazie|bedankt|dank (?:je|u)|obrigad[oa]|dziękuj[ęe]",
  "(?:i |we )?(?:really )?hope (?:you(?:['’]re| are| had| have)|your|all is|this finds|the (?:kids|weekend|holiday))|ich hoffe,? (?:es geht|du hattest|sie hatten|der urlaub|das wochenende)|j['’]espère que (?:vous allez|tu vas|tout)|espero que (?:est|tod|vaya|haya)\\p{L}*|spero che (?:stia|tutto)|ik hoop dat (?:alles|het) goed",
  // Greetings.
  'hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|morning|hallo|guten|liebe[rs]?|moin|servus|sehr geehrte[rs]?|bonjour|salut|hola|buen[oa]s|estimad[oa]|gentile|ciao|buongiorno|beste|dag|hoi|bom dia|boa tarde|olá|dzień dobry|cześć|szanown[aiy]',
]
const OPENS = new RegExp(`^(?:${MANNERS.join('|')})(?!\\p{L})`, 'iu')
/** Longer than this, or with another turn in it, it says something else too. */
const LONGEST = 64
const TURNS = /\?|(?<!\p{L})(?:but|aber|mais|pero|ma|però|maar|mas|ale)(?!\p{L})/iu

/** A name, at the end. */
const SIGNED = /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}$/u

/** After a comma only names may follow: "Hi Marta, the kiln is cold" is news. */
function isManners(sentence: string): boolean {
  if (sentence.length > LONGEST || !OPENS.test(sentence) || TURNS.test(sentence)) return false
  const [, ...rest] = sentence.replace(/[.!]+$/u, '').split(/\s*[,:;–—]\s*/u)
  return rest.every((each) => each === '' || SIGNED.test(each) || OPENS.test(each))
}

/** What a mail says once its manners are left out; all of it where it has nothing but manners. */
export const bodyOf = remembered((text): readonly string[] => {
  const sentences = sentencesOf(text)
  const isSigned = (one: string, at: number) => at === sentences.length - 1 && SIGNED.test(one)
  const body = sentences.filter((one, at) => !isManners(one) && !isSigned(one, at))
  return body.length > 0 ? body : sentences
})

/** At least half of what a mail says is of this kind. */
export function isMostly(text: string, is: (sentence: string) => boolean): boolean {
  const body = bodyOf(text)
  return body.filter(is).length * 2 >= body.length
}
