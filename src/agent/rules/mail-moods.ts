import { phrases } from './trouble-words.ts'
import { remembered } from './remembered.ts'

/** What gives a mail its weight without trouble in it, in every language at once. */
const PAST = phrases(
  "(?:last|previous) (?:year|season|project|job|company)(?!['’]s)|back (?:then|in)|years? ago|(?<!(?:got|get|getting|am|are|is|be|been|were|was) )used to|remember (?:when|how|that time)|in those days|got over last|old (?:mail|audit|memor\\p{L}+|thread)|that was before|made me (?:smile|laugh)",
  '(?:letztes|voriges|vergangenes|vorletztes) jahr|damals|vor (?:\\p{L}+ )?jahren|weißt du noch|alte mail',
  "l['’]an(?:née)? derni(?:er|ère)|à l['’]époque|il y a (?:\\p{L}+ )?(?:ans|années)|vieux souvenir|retrouvé dans|fait sourire",
  'el año pasado|hace (?:\\p{L}+ )?años|te acuerdas|en aquella época',
  "l['’]anno scorso|anni fa|ti ricordi|per ridere|vorig jaar|jaren geleden|weet je nog|ano passado|há anos|lembra(?:s)?|w zeszłym roku|lat temu",
)
const ELSEWHERE = phrases(
  'nothing to do with (?:us|you|ours|this|our|the (?:project|work|plan))|not (?:our|your|my) (?:project|problem)|for (?:your )?(?:information|info) only|(?:another|some other|a different) (?:project|department|customer)',
  'nicht unser projekt|hat nichts mit uns|nur zur info|anderes projekt|rien à voir|autre projet|nada que ver|otro proyecto|niente a che vedere|altro progetto|ander project|outro projeto|inny projekt',
)
const AWAY = phrases(
  "(?:i am|i['’]m|i will be|i['’]ll be|i shall be|he is|she is)(?!\\p{L}).{0,25}(?:away|off|out of (?:the )?office|on (?:leave|holiday|vacation|pto)|travelling|traveling|abroad|at the dentist|in \\p{L}+ (?:on|until|till|from))|on (?:leave|holiday|vacation) (?:from|until|till|next|this)|day off|deputis\\p{L}+|covers for me|stand(?:s|ing)? in for me|in my place|no phone",
  '(?:in den ferien|im urlaub|urlaub|abwesend|nicht im haus|nicht da|auf dienstreise)(?!\\p{L})|übernimmt(?: so lange)?|vertritt mich|vertretung',
  'en congés?|en vacances|absente?|ne serai pas (?:au|à|là|en)|me remplace|en déplacement|de vacaciones|estaré (?:en|fuera)|de viaje|me reemplaza|cualquier cosa con|in ferie|sarò (?:via|fuori|in)|mi sostituisce|(?:ben|ik ben) .{0,20}(?:vrij|op vakantie|weg)|neemt waar|de férias|vou estar (?:fora|em)|na urlopie|będę w',
)
const HOUSE = phrases(
  '(?:canteen|cafeteria|kitchen|coffee machine|car park|lift|elevator|fire drill|break room|windows?)(?!\\p{L}).{0,40}(?:closed|open|painted|cleaned|works|out of order|on site|tomorrow|on \\p{L}+day|again)|bank holiday|office is closed',
  '(?:kantine|pausenraum|teeküche|aufzug|parkplatz|fenster|kaffeemaschine)(?!\\p{L}).{0,60}(?:geschlossen|gestrichen|geputzt|gereinigt|gesperrt|wieder)',
  '(?:cantine|ascenseur|cuisine|parking|cantina|ascensor|mensa|ascensore|kantine|lift)(?!\\p{L}).{0,40}(?:fermée?|en travaux|cerrad[oa]|chius[oa]|gesloten|fora de serviço)',
)
const ENCLOSURE = phrases(
  '(?:please find|attached (?:is|are|find|please)|(?:is|are) attached|enclosed|(?:minutes|slides|hours|invoice|notes|recording)(?!\\p{L}).{0,30}(?:attached|in the folder|enclosed))',
  'anbei|im anhang|in der anlage|ci-joint\\p{L}*|en pièce jointe|adjunto|adjunta|en anexo|in allegato|bijgaand|in bijlage|em anexo|w załączniku',
)
const FIGURES =
  /(?<![\d./])\d{1,6}(?: (?!and |und |et |y |e |en |i )\p{L}+)?(?: ?(?:\/|of|out of|von|de(?: los)?|sur|su|di|van(?: de)?|das|z)(?: the)? ?)\d{1,6}(?![\d./])/iu
const COUNT =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eine[rn]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|deux|trois|quatre|cinq|sept|huit|neuf|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez'
const FIGURES_IN_WORDS = phrases(
  `(?:${COUNT})(?: \\p{L}+)? (?:of|out of|von|sur|de(?: los| las)?)(?: the| our| den)? (?:${COUNT})`,
)
const FINISHED = phrases(
  '(?:went|goes|ran|runs|running) (?:very |really |so )?(?:well|smoothly|fine)|delivered|translated|racked|repaired|mended|signed (?:for|the)|has arrived|have arrived|in place',
  "lief (?:sehr )?gut|eingetroffen|repariert|behoben|übersetzt|fue (?:muy )?bien|entregad[oa]s?|traduit[es]*|livrée?s?|s[’']est bien passée?",
  'passe[sd]|approved|accepted|signed off|finished|completed?|tested|installed|works? (?:a treat|fine|well|now)|done|went well|happy with (?:it|them|the)|no rejects|ready',
  'durch|bestanden|abgenommen|fertig|getestet|steht|funktioniert|eingebaut|freigegeben',
  'valid[ée]e?s?|relus?|termin[ée]e?s?|test[ée]e?s?|fonctionne|aprobad[oa]s?|quedó|revisó|funciona|terminad[oa]s?|aprovad[oa]s?|ficou|pronto|finit[oa]|testat[oa]|provat[oa]|goedgekeurd|gehaald|klaar|getest|przetestowan\\p{L}+|gotow\\p{L}+|zatwierdzon\\p{L}+',
)

const NO_EFFECT = phrases(
  "nothing (?:else |really )?changes|(?:does|do|will|did)(?: not|n['’]t) (?:really |in any way |at all )?(?:change|touch|affect|alter|concern) (?:us|you|our|your|the|what|any(?:thing)?)|no (?:change|effect|impact|consequences?) (?:on|to|for|in)|stays? (?:as it is|the same)|none (?:of|on|for) ours(?!\\p{L})|(?:so )?we stay as we are",
  '(?:ändert|ändern) (?:sich|das|daran)?.{0,20}nichts|nichts ändert|keine auswirkung\\p{L}*|bleibt (?:alles )?(?:wie|beim alten)|ne change (?:rien|pas)|rien ne change|sans (?:effet|incidence) sur|on reste sur|no cambia nada|nada cambia|sin efecto|non cambia (?:nulla|niente)|nessun effetto|verandert (?:er )?niets|er verandert niets|geen gevolgen|não muda nada|nada muda|nic się nie zmienia|bez wpływu',
)

const HAS_TO_BE = phrases(
  'must|(?:has|have|had|will have) to|requires?|required|mandatory|oblig\\p{L}+|by law|statutory|undertaking|muss|müssen|zwingend|verpflicht\\p{L}+|vorgeschrieben|pflicht',
  'doit|doivent|exige\\p{L}*|debe|deben|obligatori[oa]s?|deve|devono|devem|verplicht\\p{L}*|moet|moeten|obrigat\\p{L}+|musi|muszą|wymaga\\p{L}*',
)

const said = (pattern: RegExp) => remembered((text) => pattern.test(text))

/** It tells of what was, or of somebody else's work. */
export const isAside = (text: string) => said(PAST)(text) || said(ELSEWHERE)(text)
/** Somebody will not be there for a while, and mostly says who will. */
export const isAway = said(AWAY)
/** It says how far something is, in figures: "14 of 16". */
export const hasFigures = (text: string) => said(FIGURES)(text) || said(FIGURES_IN_WORDS)(text)
/** The building and its comforts. */
export const isHouse = said(HOUSE)
/** It comes for the sake of what is attached to it. */
export const isEnclosure = said(ENCLOSURE)
/** A piece of work is at its end. */
export const isFinished = said(FINISHED)
/** It has happened, and for the work nothing is other than before. */
export const changesNothing = said(NO_EFFECT)
/** It leaves no choice. */
export const hasToBe = said(HAS_TO_BE)
