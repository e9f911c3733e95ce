import { phrases } from './trouble-words.ts'
import { remembered } from './remembered.ts'

/** What gives a mail its weight without trouble in it, in every language at once. */
const PAST = phrases(
  '(?:last|previous) (?:year|season|project|job|company)|back (?:then|in)|years? ago|used to|remember (?:when|how|that time)|in those days|got over last|old (?:mail|audit|memor\\p{L}+|thread)|that was before|made me (?:smile|laugh)',
  '(?:letztes|voriges|vergangenes|vorletztes) jahr|damals|vor (?:\\p{L}+ )?jahren|weißt du noch|alte mail',
  "l['’]an(?:née)? derni(?:er|ère)|à l['’]époque|il y a (?:\\p{L}+ )?(?:ans|années)|vieux souvenir|retrouvé dans|fait sourire",
  'el año pasado|hace (?:\\p{L}+ )?años|te acuerdas|en aquella época',
  "l['’]anno scorso|anni fa|ti ricordi|per ridere|vorig jaar|jaren geleden|weet je nog|ano passado|há anos|lembra(?:s)?|w zeszłym roku|lat temu",
)
const ELSEWHERE = phrases(
  'nothing to do with (?:us|you|ours|this|our)|not (?:our|your|my) (?:project|problem)|for (?:your )?(?:information|info) only|(?:another|some other|a different) (?:project|department|customer)',
  'nicht unser projekt|hat nichts mit uns|nur zur info|anderes projekt|rien à voir|autre projet|nada que ver|otro proyecto|niente a che vedere|altro progetto|ander project|outro projeto|inny projekt',
)
const AWAY = phrases(
  "(?:i am|i['’]m|i will be|i['’]ll be|i shall be|he is|she is)(?!\\p{L}).{0,25}(?:away|off|out of (?:the )?office|on (?:leave|holiday|vacation|pto)|travelling|traveling|abroad|at the dentist|in \\p{L}+ (?:on|until|till|from))|on (?:leave|holiday|vacation) (?:from|until|till|next|this)|day off|deputis\\p{L}+|covers for me|stand(?:s|ing)? in for me|in my place|no phone",
  '(?:in den ferien|im urlaub|urlaub|abwesend|nicht im haus|nicht da|auf dienstreise)(?!\\p{L})|übernimmt(?: so lange)?|vertritt mich|vertretung',
  'en congés?|en vacances|absente?|ne serai pas (?:au|à|là|en)|me remplace|en déplacement|de vacaciones|estaré (?:en|fuera)|de viaje|me reemplaza|cualquier cosa con|in ferie|sarò (?:via|fuori|in)|mi sostituisce|(?:ben|ik ben) .{0,20}(?:vrij|op vakantie|weg)|neemt waar|de férias|vou estar (?:fora|em)|na urlopie|będę w',
)
const FIGURES =
  /(?<![\d./])\d{1,6}(?: ?(?:\/|of|out of|von|de(?: los)?|sur|su|di|van(?: de)?|das|z)(?: the)? ?)\d{1,6}(?![\d./])/iu
const FINISHED = phrases(
  'passe[sd]|approved|accepted|signed off|finished|completed?|tested|installed|works? (?:a treat|fine|well|now)|done|went well|happy with (?:it|them|the)|no rejects|ready',
  'durch|bestanden|abgenommen|fertig|getestet|steht|funktioniert|eingebaut|freigegeben',
  'valid[ée]e?s?|relus?|termin[ée]e?s?|test[ée]e?s?|fonctionne|aprobad[oa]s?|quedó|revisó|funciona|terminad[oa]s?|aprovad[oa]s?|ficou|pronto|finit[oa]|testat[oa]|provat[oa]|goedgekeurd|gehaald|klaar|getest|przetestowan\\p{L}+|gotow\\p{L}+|zatwierdzon\\p{L}+',
)

const said = (pattern: RegExp) => remembered((text) => pattern.test(text))

/** It tells of what was, or of somebody else's work. */
export const isAside = (text: string) => said(PAST)(text) || said(ELSEWHERE)(text)
/** Somebody will not be there for a while, and mostly says who will. */
export const isAway = said(AWAY)
/** It says how far something is, in figures: "14 of 16". */
export const hasFigures = said(FIGURES)
/** A piece of work is at its end. */
export const isFinished = said(FINISHED)
