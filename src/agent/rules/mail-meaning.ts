import { GERMAN } from './mail-meaning-german.ts'

/** What a sentence of a mail does. Patterns of ordinary office English; each is general and knows no scenario. */

/** It asks for something. */
const ASKS =
  /\?|\b(please|can (you|we|someone|somebody)|could (you|we|someone)|would you|i need|we need|needs? (to|a|an|the|dates?|someone)|let me know|tell me|who is|who will|when (will|can|do))\b/i
/** Something stops, on the side of whoever writes it. */
const ENDS =
  /\b(switch(ed|es|ing)?[ -]?off|turn(ed|s)? off|shut(s|ting)?[ -]?down|retir(e|es|ed|ing)|discontinu\w+|decommission\w*|end(s|ing)?[ -]of[ -](life|support|sale)|no longer (be )?(supported|available|accepted|maintained)|withdraw(n|s|ing)?|sunset\w*|expir(e|es|ed|ing)|terminat(e|es|ed|ing)|deprecat\w+|stops? working|will (end|stop|cease|close|be (closed|removed|replaced|blocked))|(go(es|ing)?|come(s|ing)?) (dark|offline|to an end)|last day of|phas(e|es|ed|ing) out|ceases?)\b/i
/** Otherwise something happens that nobody wants. */
const OR_ELSE =
  /\b(otherwise|or else|unless|without (a|an|the|your|any|that|this|it)\b.*\b(by|until|before)|will (go|be given|be passed) to (another|someone|somebody)|we will have to|last chance to|cannot hold|can't hold|will lapse)\b/i
/** A question that wants no answer about the work: manners and invitations. */
const SMALL_TALK =
  /\b(how are you|how about that|who knew|wie geht['’]?s|(are you coming|will you (be|come|join)|shall we (have|get|grab)|fancy|join (us|me)|kommst du)\b.{0,30}\b(?<!third[- ])(party|lunch|coffee|drinks|dinner|weihnachtsfeier|mittagessen|kaffee))\b/i
/** It has to be so, whoever would rather not. */
const DUTY =
  /\b(undertaking|regulat(or|ory|ion)|legal(ly)?|statutory|by law|the law|contract(ual|ually)?|compliance|obligat(ion|ed|ory)|mandatory|must be|required (by|to)|audit(or)?s?|licen[cs]e)\b/i
/** It is asked for again, or the day has gone by. */
const CHASES =
  /\b(has passed|have passed|second time|third time|fourth time|time of asking|still (no|not|nothing|waiting|missing|need)|reminder|again i|chas(e|ing)|haven['’]?t (heard|received|seen|had)|have not (heard|received|seen|had)|not had (an answer|a reply)|no (answer|reply) (yet|so far)|overdue|was due|past due|close this|any (news|update|progress|word) (on|about|yet|from)|following up|follow(ing)?[- ]up on|did(n['’]t| not) (get|receive|hear|arrive|see) |was promised|promised (for|by|me|us) |come and gone|where (is|are) (it|the|my|our|those))\b/i
/** Somebody takes it upon themselves. */
const PROMISES =
  /\b(i will|i['’]ll|we will|we['’]ll|you will (have|get|receive)|you['’]ll (have|get|receive)|i promise|you can expect|expect it|let me (get back|send|check|find out|come back)|(get|come) back to you|will send|will be with you)\b/i
/** It can come later. */
const MAY_WAIT =
  /\b(can (follow|wait|come later|slip)|could (follow|wait)|later is fine|not needed (for|on|until)|after (go-live|launch|the launch)|nice to have|no rush|not (at all )?urgent|no hurry|whenever|happy to wait|second (wave|step|phase)|does not have to)\b/i
/** It does not work, or is not there, whatever a board says. */
const NOT_SO =
  /\b(still (fail(s|ing)?|broken|down|happen(s|ing)?|occur(s|ring)?|wrong|missing|get(s|ting)?|show(s|ing)?|see(s|ing)?|(do|does|did)(n['’]t| not)|can(not|['’]t)?)|(do|does)(n['’]t| not) (?!need|have|matter|mind|expect|want|think|know|hesitate|worry|forget|see|believe)\w+|(closed|done|resolved|completed?|fixed|finished|shipped|deployed|released)\b.{0,40}\b(but|yet|however|though)|never (arrive|work|come|load|open|appear|show|send)s?|fails? (again|every|for)|not (working|ready|finished|done|fixed|live)|(marked|says|shows|set to)\b.{2,40}\b(but|yet|however|though)|can(['’]t|not) (find|see|use|open|confirm)|is(n['’]t| not) (done|ready|fixed|live|finished)|came back|happens again|reopen)\b/i
/** It is over, or well. */
const SETTLED =
  /\b(thank you|thanks|that works|resolved|all good|sorted|agreed|confirmed|perfect|great week|good week)\b/i

export const asks = (text: string) => ASKS.test(text) || GERMAN.asks.test(text)
export const isSmallTalk = (text: string) => SMALL_TALK.test(text)
export const ends = (text: string) => ENDS.test(text) || GERMAN.ends.test(text)
export const orElse = (text: string) => OR_ELSE.test(text) || GERMAN.orElse.test(text)
export const isDuty = (text: string) => DUTY.test(text) || GERMAN.isDuty.test(text)
export const chases = (text: string) => CHASES.test(text) || GERMAN.chases.test(text)
export const promises = (text: string) => PROMISES.test(text) || GERMAN.promises.test(text)
export const mayWait = (text: string) => MAY_WAIT.test(text) || GERMAN.mayWait.test(text)
export const saysNotSo = (text: string) => NOT_SO.test(text) || GERMAN.saysNotSo.test(text)
export const settles = (text: string) => SETTLED.test(text) || GERMAN.settles.test(text)

/** A full stop that ends nothing: inside a number or a name, or after the day of "4. Dezember" and "30.11. at noon". */
const NO_END =
  /[.](?=[\p{L}\d])|(?<=\d)[.](?= (?:\p{Ll}|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))|(?<=\b(?:e\.g|i\.e|[Zz]\.\s?B|[Dd]\.\s?h|Nr|ca|approx|Dr|Mrs?|Ms|bzw|inkl|St))[.](?= )/u
const SENTENCE = new RegExp(String.raw`(?:[^.!?\n]|${NO_END.source})+[.!?]*`, 'gu')

/** A text's sentences, each as it stands there. */
export function sentencesOf(text: string): string[] {
  return (text.match(SENTENCE) ?? []).map((each) => each.trim()).filter((each) => each !== '')
}

const GREETING =
  /^(hi|hello|hey|dear|good (morning|afternoon|evening)|morning|afternoon|hallo|guten (morgen|tag)|liebe[rs]?)\b.{0,30}$/i

/** A greeting, or too little to be a fact. */
export function isGreeting(sentence: string): boolean {
  return sentence.length <= 12 || GREETING.test(sentence)
}

/** The subject without the marks of answering and forwarding. */
export function bareSubject(subject: string): string {
  return subject.replace(/^((re|fw|fwd|aw|wg):\s*)+/i, '').trim()
}
