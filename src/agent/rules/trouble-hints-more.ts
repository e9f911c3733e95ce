import { hints, type Hint } from './trouble-words.ts'

/** The same in the other languages that projects are run in. */
export const GERMAN: Hint[] = [
  ...hints(
    'slips',
    2,
    'nicht (?:ein)?(?:halten|schaffen|liefern|fertig)(?!\\p{L})',
    'erst (?:in kw|ab kw|ende|mitte|anfang|in der|im)|verspät\\p{L}+|verschieb\\p{L}+ sich|schaffen wir .{0,40}nicht',
  ),
  ...hints(
    'stopped',
    2,
    'kann (?:ich )?nicht (?:anfangen|beginnen|weiter|testen|arbeiten)|warte (?:ich )?seit',
    'fehl(?:t|en) (?:mir|uns|noch|immer|im|am)|steht seit|hat (?:noch|bisher) (?:niemand|keiner)|noch (?:niemand|keiner|immer nicht)',
  ),
  ...hints(
    'broken',
    2,
    '(?:fällt|fallen|fiel)(?!\\p{L}).{0,60}(?<!\\p{L})aus(?!\\p{L})|kann sich (?:niemand|keiner)|niemand kann',
    'stimm(?:t|en)(?!\\p{L}).{0,80}nicht (?:mit|überein)|(?:tragen|trägt|haben|zeigen|drucken)(?!\\p{L}).{0,40}falsche\\p{L}*',
  ),
  ...hints(
    'undecided',
    2,
    '(?:müssen|muss) (?:es|das) bis .{0,20}wissen|mit oder ohne',
    '(?:habe|haben|hat)(?!\\p{L}).{0,60}(?:entschieden|abgelehnt|gestrichen|gekürzt)(?!\\p{L})',
  ),
  ...hints('unsafe', 2, 'bedenken|dürfen wir (?:nicht|keine\\p{L}*)|nicht zugestimmt|untersagt|verboten'),
  ...hints(
    'stopped',
    1,
    'nicht|kein\\p{L}*|niemand|ohne|falsch\\p{L}*|fehler|seit (?:gestern|heute|montag|dienstag|mittwoch|donnerstag|freitag|zwei|drei)',
  ),
]

export const SPANISH: Hint[] = [
  ...hints('stopped', 2, 'no (?:puedo|podemos) (?:avanzar|seguir|empezar|continuar|probar)'),
  ...hints('undecided', 2, 'no (?:voy|vamos) a (?:firmar|aceptar|aprobar)|no (?:firmo|firmaré|acepto)'),
  ...hints('slips', 2, 'se retrasa|no (?:podremos|podemos) (?:entregar|cumplir|llegar)'),
  ...hints('money', 2, '(?:sube|suben|subirá|aumenta) (?:un|el|al)|ha recortado|han recortado'),
  ...hints(
    'broken',
    2,
    '(?:sale|salen|llega|llegan) con (?:el|la|un|una) .{0,25}(?:otr[oa]|mal|equivocad[oa]|incorrect[oa]|errónea?o?)',
  ),
  ...hints(
    'stopped',
    1,
    'no (?:se|hay|lo|la|tenemos|tengo|funciona\\p{L}*|está\\p{L}*|llega\\p{L}*)|nadie|(?<!sin )faltan?',
    'hace (?:\\p{L}+|\\d+) (?:días|semanas)',
    'desde ayer|desde el',
  ),
]

export const FRENCH: Hint[] = [
  ...hints(
    'stopped',
    2,
    'refus(?:e|ent|é|ée|és)|bloquée?s? sans|ne peux pas (?:avancer|continuer|commencer|tester)',
  ),
  ...hints('slips', 2, 'ne (?:pourrons|pourrai|pouvons|serons|sera) pas'),
  ...hints('money', 2, '(?:a|ont) (?:réduit|coupé|supprimé)|augmente(?:nt|ra)? de'),
  ...hints(
    'broken',
    2,
    '(?:sort|sortent|arrivent?|affichent?)(?!\\p{L}).{0,20}(?:mauvaise?s?|faux|fausse)(?!\\p{L})',
  ),
  ...hints(
    'threat',
    2,
    '(?:arrêtons|arrête|mettons fin|cessons)(?!\\p{L}).{0,40}(?:maintenance|support|service|module|version|contrat|production)',
  ),
  ...hints(
    'stopped',
    1,
    'pas|sans|personne|jamais|tant (?:que|qu)',
    'depuis (?:hier|lundi|mardi|mercredi|jeudi|vendredi|deux|trois)',
    'il y a (?:\\p{L}+|\\d+) (?:jours|semaines)',
  ),
]

export const ITALIAN: Hint[] = [
  ...hints(
    'stopped',
    2,
    'rifiut(?:a|ano|ato)|non (?:posso|possiamo) (?:andare avanti|iniziare|continuare|provare)',
  ),
  ...hints(
    'slips',
    2,
    'non (?:riusciamo|riusciremo|potremo|possiamo) (?:a )?(?:consegnare|rispettare|finire)|in ritardo',
  ),
  ...hints('money', 2, '(?:aumenta|aumentano|aumenterà) del'),
  ...hints(
    'stopped',
    1,
    'non|nessuno|senza|manca|mancano',
    '\\p{L}+ (?:giorni|settimane) fa',
    'da (?:ieri|lunedì|martedì|mercoledì|giovedì|venerdì)',
  ),
]

export const DUTCH: Hint[] = [
  ...hints(
    'stopped',
    2,
    'weiger(?:t|en|de)|kan (?:ik )?niet (?:verder|beginnen|testen)|kunnen niet (?:verder|beginnen)',
  ),
  ...hints('slips', 2, 'niet (?:halen|haalbaar|op tijd)|pas (?:in|op|na|eind|begin)|vertraagd|vertraging'),
  ...hints('broken', 2, 'valt(?!\\p{L}).{0,40}uit(?!\\p{L})|verkeerde (?:prijs|naam|adres|datum)'),
  ...hints(
    'stopped',
    1,
    'niet|geen|niemand|zonder|ontbreekt|ontbreken',
    'sinds (?:gisteren|maandag|dinsdag|woensdag|donderdag|vrijdag)',
    '(?:dagen|weken) geleden',
  ),
]

export const PORTUGUESE: Hint[] = [
  ...hints(
    'stopped',
    2,
    'recus(?:a|am|ou|aram)|não (?:posso|podemos|consigo|conseguimos) (?:avançar|continuar|começar|testar|assinar)',
  ),
  ...hints(
    'slips',
    2,
    'não (?:vamos|conseguimos|conseguiremos|podemos) (?:entregar|cumprir)|atras(?:a|ou|ado|ada|o)',
  ),
  ...hints(
    'stopped',
    1,
    'não|ninguém|sem|falta|faltam',
    'há \\p{L}+ (?:dias|semanas)',
    'desde (?:ontem|segunda|terça|quarta|quinta|sexta)',
  ),
]

export const POLISH: Hint[] = [
  ...hints('stopped', 2, 'odmawia(?:ją)?|odmówił\\p{L}*|nie mogę (?:ruszyć|zacząć|testować|dalej)'),
  ...hints('slips', 2, 'nie (?:zdążymy|dowieziemy|dostarczymy)|opóźni\\p{L}+|opóźnion\\p{L}+'),
  ...hints(
    'stopped',
    1,
    'nie|nikt|bez|brakuje|brak',
    '(?:dni|tygodni\\p{L}*) temu',
    'od (?:wczoraj|poniedziałku|wtorku|środy|czwartku|piątku)',
  ),
]
