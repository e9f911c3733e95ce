/** What a sentence of a mail does. Patterns of ordinary office English; each is general and knows no scenario. */

/** It asks for something. */
const ASKS =
  /\?|\b(please|can (you|we|someone|somebody)|could (you|we|someone)|would you|i need|we need|needs? (to|a|an|the|dates?|someone)|let me know|tell me|who is|who will|when (will|can|do))\b/i
/** Something stops, on the side of whoever writes it. */
const ENDS =
  /\b(switch(ed|es|ing)?[ -]?off|turn(ed|s)? off|shut(s|ting)?[ -]?down|retir(e|es|ed|ing)|discontinu\w+|decommission\w*|end(s|ing)?[ -]of[ -](life|support|sale)|no longer (be )?(supported|available|accepted|maintained)|withdraw(n|s|ing)?|sunset\w*|expir(e|es|ed|ing)|terminat(e|es|ed|ing)|deprecat\w+|stops? working|will (end|stop|cease|close)|ceases?)\b/i
/** Otherwise something happens that nobody wants. */
const OR_ELSE =
  /\b(otherwise|or else|unless|without (a|an|the|your|any|that|this|it)\b.*\b(by|until|before)|will (go|be given|be passed) to (another|someone|somebody)|we will have to|last chance to|cannot hold|can't hold|will lapse)\b/i
/** It has to be so, whoever would rather not. */
const DUTY =
  /\b(undertaking|regulat(or|ory|ion)|legal(ly)?|statutory|by law|the law|contract(ual|ually)?|compliance|obligat(ion|ed|ory)|mandatory|must be|required (by|to)|audit(or)?s?|licen[cs]e)\b/i
/** It is asked for again, or the day has gone by. */
const CHASES =
  /\b(has passed|have passed|second time|third time|fourth time|time of asking|still (no|not|nothing|waiting|missing|need)|reminder|again i|chas(e|ing)|haven['’]?t (heard|received|seen|had)|have not (heard|received|seen|had)|not had (an answer|a reply)|no (answer|reply) (yet|so far)|overdue|was due|past due|close this)\b/i
/** Somebody takes it upon themselves. */
const PROMISES =
  /\b(i will|i['’]ll|we will|we['’]ll|you will (have|get|receive)|you['’]ll (have|get|receive)|i promise|you can expect|expect it|will send|will be with you)\b/i
/** It can come later. */
const MAY_WAIT =
  /\b(can (follow|wait|come later|slip)|could (follow|wait)|later is fine|not needed (for|on|until)|after (go-live|launch|the launch)|nice to have|no rush|whenever|happy to wait|second (wave|step|phase)|does not have to)\b/i
/** It does not work, or is not there, whatever a board says. */
const NOT_SO =
  /\b(still (fail(s|ing)?|broken|does(n['’]t| not) work|see(s|ing)? the (error|fault))|does(n['’]t| not) work|not (working|ready|finished|done|fixed|live)|is(n['’]t| not) (done|ready|fixed|live|finished)|came back|happens again|reopen)\b/i
/** It is over, or well. */
const SETTLED =
  /\b(thank you|thanks|that works|resolved|all good|sorted|agreed|confirmed|perfect|great week|good week)\b/i

export const asks = (text: string) => ASKS.test(text)
export const ends = (text: string) => ENDS.test(text)
export const orElse = (text: string) => OR_ELSE.test(text)
export const isDuty = (text: string) => DUTY.test(text)
export const chases = (text: string) => CHASES.test(text)
export const promises = (text: string) => PROMISES.test(text)
export const mayWait = (text: string) => MAY_WAIT.test(text)
export const saysNotSo = (text: string) => NOT_SO.test(text)
export const settles = (text: string) => SETTLED.test(text)

/** A text's sentences, each as it stands there. */
export function sentencesOf(text: string): string[] {
  return (text.match(/[^.!?\n]+(?:[.](?=\d)[^.!?\n]*)*[.!?]*/g) ?? [])
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

/** The subject without the marks of answering and forwarding. */
export function bareSubject(subject: string): string {
  return subject.replace(/^((re|fw|fwd|aw|wg):\s*)+/i, '').trim()
}
