import { bodyOf } from './mail-body.ts'
import { remembered } from './remembered.ts'
import { phrases } from './trouble-words.ts'

/** It was: a verb of the past. */
const WAS = phrases(
  'was|were|had|did|went|came|took|saw|sat|stood|ate|drank|drew|fell|flew|got|gave|held|heard|kept|knew|laid|led|left|lost|made|met|put|ran|rang|rode|rose|said|sang|sent|set|shook|slept|spent|spoke|swam|swung|threw|told|thought|turned|woke|won|wore|wrote|began|blew|broke|brought|built|burst|caught|found|forgot|grew|hung|paid|smelt|stuck|sank|\\p{L}{2,}ed',
)
/** It is, it will be, it should be: whoever says so speaks of today. */
const IS = phrases(
  `is|are|am|has|have|will|shall|can|cannot|may|might|must|should|could you|would you|need|needs|want|wants|says?|know|knows|think|do|does|please|let['’]s|(?:is|are|has|have|wo|ca|do|does|must|should|need)n['’]t|(?:it|that|there|he|she|what|who|here|nobody|somebody|everything)['’]s|\\p{L}+['’](?:re|ve|ll|m|d)|now|today|tomorrow|tonight|yesterday|yet|still(?![.,;:])|so far|since|last (?:night|week)|this (?:morning|afternoon|week|month)|just|already|as of`,
)
/** How a story goes from one thing to the next. */
const THEN = phrases(
  'then|after (?:that|a (?:while|bit))|afterwards|later|at (?:first|noon|dawn|dusk)|around noon|in the (?:morning|afternoon|evening|end)|(?:all|the whole) (?:day|morning|afternoon)|before (?:work|breakfast|lunch)|once|until|while|when|meanwhile|finally|out loud|one day|(?:again|slowly),',
)
/** Fewer may be how somebody in a hurry says what has just happened. */
const LEAST = 3
/** Shorter, a picture may be news in a hurry. */
const AT_LENGTH = 140

/** It was, and nothing in the sentence says that it still is. */
export const isOfThen = (sentence: string) =>
  WAS.test(sentence) && !IS.test(sentence) && !sentence.includes('?')

const NUM = '(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|half)'

/** Somebody speaks to somebody, of today, or of work that is owed: in every language at once. */
const OF_NOW: RegExp[] = [
  phrases(
    `you|yours?|us|please|today|tomorrow|tonight|yesterday|now|yet|still(?![.,;:])|so far|weekend|any ?more|any longer|no longer|since|next|just|already|(?:this|last|next) (?:week|month|night|year|sprint)|this (?:morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|will|won['’]t|\\p{L}+['’](?:ll|ve)|going to|must|needs?|should|(?:i|we|they|he|she) can(?:not|['’]t)|(?:has|have)(?:n['’]t| not)? (?:\\p{L}+ )?(?:been|had|done|gone|got|come|lost|left|made|said|told|sent|taken|given|found|become|run|fallen|broken|seen|heard|kept|put|\\p{L}+ed)`,
    `(?:i|we) (?:know|think|believe|fear|hope|expect|ask|suggest|wonder|recommend|want|need|do)|${NUM} (?:(?:more|full|working) )?(?:hours|days|weeks|months)|${NUM} (?:of|out of) (?:the |our |its )?${NUM}|lead time`,
    '(?:project|programme|contract|order|client|customer|patient|supplier|vendor|invoice|deadline|release|system|server|software|app|data|plan|budget|permit|licence|sprint|ticket|report|regulator|inspector|works council)s?',
  ),
  phrases(
    'wir|uns|unser\\p{L}*|heute|gestern|morgen|jetzt|derzeit|bisher|bislang|noch|schon|seit|bitte|sie|ihnen|ihre?|du|dir|dich|euch|muss|müssen|kann|können|darf|dürfen|soll|sollen|sollte|werden|brauch\\p{L}+|montag|dienstag|mittwoch|donnerstag|freitag|samstag|woche|kein\\p{L}* mehr|nicht mehr|projekt|kund\\p{L}+|liefer\\p{L}+|vertrag|rechnung|test\\p{L}*|daten|system|termin',
    `nous|notre|nos|vous|votre|vos|tu|ton|ta|hier|demain|maintenant|encore|depuis|déjà|ne \\p{L}+ (?:pas|plus)|n['’]\\p{L}+ (?:pas|plus)|faut|doit|doivent|peut|peuvent|pouvez|lundi|mardi|mercredi|jeudi|vendredi|semaine|projet|clients?|contrat|facture|livraison|données|système`,
    'nosotros|nuestr\\p{L}+|nos|usted(?:es)?|tú|te|hoy|ayer|mañana|ahora|todavía|sigue[ns]?|desde|ya|por favor|puede[ns]?|podemos|debe[ns]?|hay que|lunes|martes|miércoles|jueves|viernes|semana|proyecto|clientes?|contrato|factura|entrega|datos|sistema',
    'noi|ci|vi|nostr\\p{L}+|vostr\\p{L}+|lei|voi|oggi|ieri|domani|adesso|ora|ancora|già|da (?:lunedì|ieri)|per favore|può|possiamo|deve|devono|bisogna|lunedì|martedì|mercoledì|giovedì|venerdì|settimana|progetto|client[ei]|contratto|fattura|consegna|dati|sistema',
    'wij|we|ons|onze|je|jij|jullie|u|uw|vandaag|gisteren|morgen|nu|nog|al|sinds|graag|alsjeblieft|kan|kunnen|moet|moeten|maandag|dinsdag|woensdag|donderdag|vrijdag|week|project|klant(?:en)?|contract|factuur|levering|gegevens|systeem',
    'nós|nos|noss\\p{L}+|voss\\p{L}+|você|vocês|hoje|ontem|amanhã|agora|ainda|desde|já|por favor|pode[m]?|deve[m]?|preciso|segunda|terça|quarta|quinta|sexta|semana|projeto|clientes?|contrato|fatura|entrega|dados|sistema',
    'nam|nas|nasz\\p{L}*|pan|pani|państwo|dziś|dzisiaj|wczoraj|jutro|teraz|jeszcze|już|nadal|od (?:poniedziałku|wczoraj)|proszę|może|można|musi|musimy|trzeba|poniedział\\p{L}+|wtor\\p{L}+|środ\\p{L}+|czwart\\p{L}+|piąt\\p{L}+|tydzień|tygodni\\p{L}+|projekt\\p{L}*|klien\\p{L}+|umow\\p{L}+|faktur\\p{L}+|dostaw\\p{L}+|dane|system\\p{L}*',
  ),
]
/** A figure, other than the year of something long ago. */
const FIGURE = /(?<!\d)(?!(?:1[5-9]\d\d|200\d|201\d)(?!\d))\d+/u

const isOfNow = (text: string) =>
  text.includes('?') || FIGURE.test(text) || OF_NOW.some((each) => each.test(text))

/** A story: it was, one thing after another; or a picture that is neither of today nor for anybody to act on. */
export const isStory = remembered((text): boolean => {
  const body = bodyOf(text)
  if (body.length < LEAST) return false
  const all = body.join(' ')
  return (all.length >= AT_LENGTH && !isOfNow(all)) || (body.every(isOfThen) && THEN.test(text))
})

/** How to be rid of it: nobody says so but who writes to many. */
const LEAVE_LIST = phrases(
  'unsubscribe|to stop receiving (?:these|such|our)|you (?:receive|are receiving|got) this (?:mail|e-?mail|message|newsletter|because)|no longer (?:wish|want) to (?:hear from us|receive (?:these|such|our|this))',
  '(?:newsletter|mails?|nachrichten)[^.]{0,40} (?:abmelden|abbestellen)|abmelden können sie sich|keine (?:nachrichten|mails) mehr (?:wünschen|erhalten|möchten)',
  'ne plus recevoir (?:ces|nos|cette)|désinscrire de (?:cette|notre)|darse de baja del boletín|no (?:quiere|desea) recibir más|(?:uitschrijven|afmelden) voor (?:de|deze|onze) nieuwsbrief|deixar de receber (?:estes|estas|a newsletter)|wypisać się z (?:listy|newslettera)',
)
/** What is said to sell, to invite or to be counted; one of them is in letters too, two are in none. */
const SELLS: RegExp[] = [
  phrases(
    '(?:free|our|new) (?:free |new )?(?:guide|webinar|e-?book|white ?paper|catalogue|showroom|seminar)|unser\\p{L}* (?:seminar|heft|webinar)|nuestro boletín',
  ),
  phrases(
    'register (?:for|by|now)|(?:seats|places) are limited|early bird|frühbucher|download it now|book (?:now|today)|only this week|click here|klicken sie|pulse aquí|cliquez ici',
  ),
  phrases(
    '(?:companies|businesses|firms|teams|people) like yours?|(?:have|can i have|need|takes?) (?:only |just )?(?:\\d+|two|five|ten) min(?:ute)?s?|quick call',
  ),
  phrases('\\d+ ?% off|(?:and|to) save \\d+|sparen sie|(?:can|to|and) win a|voucher|valued customers?'),
  phrases(
    'in our (?:\\p{L}+ )?(?:issue|newsletter)|dear (?:reader|customer)s?|liebe leser\\p{L}*|rate (?:your|us)|how did we do|your opinion matters|how (?:satisfied|happy) (?:are|were) you|(?:mailbox|address|inbox) is not (?:read|monitored)',
  ),
]
const SURE = 2

/** Written for whoever reads it. */
export const isAdvert = remembered(
  (text): boolean => LEAVE_LIST.test(text) || SELLS.filter((each) => each.test(text)).length >= SURE,
)
