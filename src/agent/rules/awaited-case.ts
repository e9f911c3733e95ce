import { localDate } from '#src/domain/calendar.ts'
import type { MailBrief, TicketMatter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import { datesIn } from './dates.ts'
import * as part from './draft-parts.ts'
import * as meaning from './mail-meaning.ts'
import * as plan from './picture.ts'
import { workOf } from './relation.ts'
import { wordsOf } from './words.ts'

/** Something that has a day: owed to the project by whoever wrote it, or asked of the PM by them. `dueOn` is yyyy-mm-dd. */
export type Awaited = {
  kind: 'owed' | 'asked'
  mail: MailBrief
  sentence: string
  dueOn: string
  from: Person
}

export type Case = Awaited & {
  picture: plan.Picture
  /** Who says that it has not come: for what is owed anybody, for what is asked whoever asked. */
  voice: MailBrief | undefined
  work: TicketMatter | undefined
}

/** Nobody has said anything: this many working days after the day, the PM hears of it all the same. */
const DAYS_OF_SILENCE = 2
/** An answer this short that only says "noted" gives nothing of what was asked. */
const BARE_ANSWER = 160

/** Everything that people outside the team have promised, or asked the PM for, by a day. */
export function awaitedIn(picture: plan.Picture): Awaited[] {
  const pm = plan.pmEmail(picture)
  return plan.received(picture).flatMap((mail): Awaited[] => {
    const from = plan.personOf(picture, mail.email)
    if (!from || from.class === 'team' || mail.kind === 'invitation' || mail.bootstrap) return []
    const toPm = mail.mail.to.some(({ email }) => email === pm)
    for (const sentence of meaning.sentencesOf(mail.text)) {
      const dueOn = dayIn(sentence, mail, picture)
      if (!dueOn || meaning.isSmallTalk(sentence)) continue
      const given = { mail, sentence, dueOn, from }
      if (toPm && isRequest(sentence)) return [{ kind: 'asked', ...given }]
      if (meaning.promises(sentence)) return [{ kind: 'owed', ...given }]
    }
    return []
  })
}

/** A sentence that asks for something to be given by a day, not for a meeting on one. */
function isRequest(sentence: string): boolean {
  return meaning.limits(sentence) || (meaning.asks(sentence) && !meaning.promises(sentence))
}

function dayIn(sentence: string, mail: MailBrief, picture: plan.Picture): string | undefined {
  const zone = plan.zoneOf(picture)
  const day = datesIn(sentence, mail.at, zone)[0]?.date
  return day !== undefined && day >= localDate(new Date(mail.at), zone) ? day : undefined
}

/** What has gone past its day, unkept, and either somebody says so or long enough has gone by. */
export function caseOf(awaited: Awaited, picture: plan.Picture): Case | undefined {
  if (plan.today(picture) <= awaited.dueOn || isKept(awaited, picture)) return undefined
  const voice = voiceOn(awaited, picture)
  const work = (voice && workOf(voice, picture.matters)) ?? workOf(awaited.mail, picture.matters)
  const silent =
    plan.workingDaysSince(part.noonOf(awaited.dueOn, picture.desk.workingHours), picture) >= DAYS_OF_SILENCE
  // Nothing said, and nothing of the plan in it: that may have been settled by a word in the corridor.
  const weighs =
    work !== undefined ||
    (awaited.kind === 'asked' ? meaning.limits(awaited.sentence) : isAskedByPm(awaited, picture))
  return voice || (silent && weighs && !isHeard(awaited, picture))
    ? { ...awaited, picture, voice, work }
    : undefined
}

/** It was given: for what is owed by whoever owes it, for what is asked by anybody of ours. */
export function isKept(awaited: Awaited, picture: plan.Picture): boolean {
  const { kind, mail, from, dueOn } = awaited
  if (kind === 'asked')
    return [...plan.sentMails(picture), ...plan.received(picture)].some(
      (each) => each.at > mail.at && isOurs(each, picture) && isInThread(each, mail) && !isBare(each),
    )
  const zone = plan.zoneOf(picture)
  return plan
    .received(picture)
    .some(
      (each) =>
        each.at > mail.at &&
        each.email === from.id &&
        isAbout(each, awaited) &&
        !meaning
          .sentencesOf(each.text)
          .some((one) => meaning.promises(one) && datesIn(one, each.at, zone).length > 0) &&
        (each.at.slice(0, 10) >= dueOn || meaning.saysDone(each.text) || meaning.settles(each.text)),
    )
}

/** The PM had asked for it in the same thread, by a day. */
function isAskedByPm({ mail }: Awaited, picture: plan.Picture): boolean {
  return plan
    .sentMails(picture)
    .some(
      (each) =>
        each.at < mail.at &&
        isInThread(each, mail) &&
        meaning.sentencesOf(each.text).some((one) => dayIn(one, each, picture) !== undefined),
    )
}

function isOurs(mail: MailBrief, picture: plan.Picture): boolean {
  return mail.mail.folder === 'sentitems' || plan.personOf(picture, mail.email)?.class === 'team'
}

const isInThread = (a: MailBrief, b: MailBrief) => a.mail.conversationId === b.mail.conversationId

/** It says that it was heard, and no more. */
function isBare({ text }: MailBrief): boolean {
  return text.length < BARE_ANSWER && (meaning.settles(text) || meaning.promises(text)) && !/\d/.test(text)
}

/** Anything was heard since: silence is over, whatever it says. */
function isHeard({ kind, mail, from, dueOn }: Awaited, picture: plan.Picture): boolean {
  const list = kind === 'asked' ? plan.sentMails(picture) : plan.received(picture)
  return list.some(
    (each) =>
      each.at > mail.at &&
      (kind === 'asked' ? isInThread(each, mail) : each.email === from.id && each.at.slice(0, 10) >= dueOn),
  )
}

/** A mail after the day that says it is not there. */
function voiceOn(awaited: Awaited, picture: plan.Picture): MailBrief | undefined {
  const { kind, mail, from, dueOn } = awaited
  const end = part.noonOf(dueOn, picture.desk.workingHours).toISOString()
  const after = plan.received(picture).filter((each) => each.at > end && each.signalId !== mail.signalId)
  if (kind === 'asked')
    return after.findLast(
      (each) =>
        each.email === from.id &&
        (isInThread(each, mail) || (isAbout(each, awaited) && meaning.chases(each.text))),
    )
  return after.findLast(
    (each) =>
      each.email !== from.id &&
      (meaning.isMissing(each.text) || meaning.chases(each.text)) &&
      (isAbout(each, awaited) || names(each, from)),
  )
}

/** In its thread, or with words of its own in common. */
function isAbout(other: MailBrief, { mail, sentence }: Awaited): boolean {
  if (isInThread(other, mail)) return true
  const own = new Set(wordsOf(`${mail.title} ${sentence}`))
  return wordsOf(`${other.title} ${other.text}`).some((word) => own.has(word))
}

/** It names who owes it, or the firm they write from. */
function names({ title, text }: MailBrief, { name, role, id }: Person): boolean {
  const said = new Set(wordsOf(`${title} ${text}`))
  const firm = id.split('@')[1]?.split('.')[0] ?? ''
  return wordsOf(`${name} ${role} ${firm.replaceAll('-', ' ')}`).some((word) => said.has(word))
}
