import { isOpenTicket, type MailBrief, type Matter, type TicketMatter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import { datesIn } from './dates.ts'
import * as part from './draft-parts.ts'
import { sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { workOf } from './relation.ts'

/** Nobody has asked again: this long after the day, the PM hears of it all the same. */
const DAYS_OF_SILENCE = 2

/** Something the PM said would be done for somebody by a day. `dueOn` is yyyy-mm-dd. */
export type Promised = {
  mail: MailBrief
  sentence: string
  dueOn: string
  to: Person
  threadId: string
  matter: Matter
}

export type Case = Promised & {
  picture: plan.Picture
  /** Who asks for it once its day is past. */
  chaser: MailBrief | undefined
  /** Who else has written about it since. */
  others: MailBrief[]
  asked: MailBrief | undefined
  work: TicketMatter | undefined
  /** The next day that counts for whoever asks. */
  by: string | undefined
}

/** A promise with what has been written since, and the work it speaks of. */
export function caseOf(promise: Promised, picture: plan.Picture): Case {
  const inThread = plan.received(picture).filter(({ mail }) => mail.conversationId === promise.threadId)
  const end = part.noonOf(promise.dueOn, picture.desk.workingHours).toISOString()
  const after = inThread.filter((each) => each.at > end)
  const chaser = after.findLast((each) => each.email === promise.to.id) ?? after.at(-1)
  const others = after.filter((each) => each.email !== promise.to.id && each !== chaser)
  const asked = inThread.find((each) => each.at < promise.mail.at)
  const work = isOpenTicket(promise.matter)
    ? promise.matter
    : (workOf(promise.mail, picture.matters) ?? (asked && workOf(asked, picture.matters)))
  const by = chaser && deadlineIn(chaser, picture)
  return { ...promise, picture, chaser, others, asked, work, by }
}

/** The next day the chasing mail names: until then the answer is of use. */
function deadlineIn(mail: MailBrief, picture: plan.Picture): string | undefined {
  return sentencesOf(mail.text)
    .flatMap((one) => datesIn(one, mail.at, plan.zoneOf(picture)))
    .map(({ date }) => date)
    .find((date) => date > plan.today(picture) && date < '9')
}

/** Its day is over, and somebody has asked again or long enough has gone by. */
export function isPast({ dueOn, picture, chaser }: Case): boolean {
  if (plan.today(picture) <= dueOn) return false
  if (chaser) return true
  return plan.workingDaysSince(part.noonOf(dueOn, picture.desk.workingHours), picture) >= DAYS_OF_SILENCE
}
