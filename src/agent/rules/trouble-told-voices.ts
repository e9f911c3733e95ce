import { subDays } from 'date-fns/subDays'
import type { Brief, MailBrief, TicketMatter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import { turnsIn } from './board-turns.ts'
import { isCalmMail } from './calm-mail.ts'
import { isComment } from './is-comment.ts'
import { isQuestion, openingOf, sentencesOf } from './mail-meaning.ts'
import { isDatedRequest, ultimatumIn } from './mail-setting.ts'
import { isAdvert, isStory } from './mail-story.ts'
import { laterThanPlanned } from './past-plan.ts'
import * as plan from './picture.ts'
import { workOf } from './relation.ts'
import { troubleOf, troubleOnTicket, type Told } from './trouble.ts'
import type { Voice } from './trouble-told-work.ts'
import { heavyComment, heavyMail } from './weighing.ts'
import { isBot } from './workflow-words.ts'

/** Told this long ago and not repeated, it has been dealt with another way. */
const DAYS_OPEN = 10

/** Who tells of trouble, oldest first: by mail, on a ticket, or by what they did to it. */
export function voicesIn(picture: plan.Picture): Voice[] {
  const since = subDays(picture.now, DAYS_OPEN).toISOString()
  const told = mailed(picture)
  const voices = [...told, ...followUps(told, picture), ...commented(picture), ...turnsIn(picture)]
  return voices
    .filter(({ brief }) => !brief.bootstrap && brief.at >= since)
    .sort((a, b) => a.brief.at.localeCompare(b.brief.at))
}

function mailed(picture: plan.Picture): Voice[] {
  const pm = plan.pmEmail(picture)
  return plan.received(picture).flatMap((brief) => {
    const from = plan.personOf(picture, brief.email)
    // Whom others write to and copy the PM in, only what triage was sure of is told.
    const isHeard = brief.mail.to.some(({ email }) => email === pm) || isHigh(brief)
    if (!from || from.id === pm || !isHeard || brief.kind === 'invitation') return []
    const told =
      troubleOf(brief.text, from, brief.title) ??
      weighedIn(brief, from) ??
      pastPlanIn(brief, from, picture) ??
      threatIn(brief, from)
    return told ? [{ ...told, brief, from }] : []
  })
}

/** What needs the PM and comes later in a thread that tells of trouble is told of the same. */
function followUps(told: Voice[], picture: plan.Picture): Voice[] {
  return plan.received(picture).flatMap((brief) => {
    const from = plan.personOf(picture, brief.email)
    const isLater = told.some(
      (each) => each.brief.mail?.conversationId === brief.mail.conversationId && each.brief.at < brief.at,
    )
    const isTold = told.some((each) => each.brief.signalId === brief.signalId)
    if (!from || from.class === 'sponsor' || !isHigh(brief) || !isLater || isTold) return []
    const sentence = sentencesOf(brief.text).find(isQuestion) ?? openingOf(brief.text)[0]
    return sentence === undefined ? [] : [{ trouble: 'undecided', sentence, brief, from }]
  })
}

const isHigh = ({ importance }: Brief) => importance === 'high' || importance === 'critical'

/**
 * Nothing in it is plain, but it weighs enough. A question of the sponsor's is answered as one; what gave orders to
 * software weighs nothing.
 */
function weighedIn(letter: Brief, from: Person): Told | undefined {
  if (letter.tainted) return undefined
  if (from.class === 'sponsor' && sentencesOf(letter.text).some(isQuestion)) return undefined
  const isOrder = from.class !== 'team' && isDatedRequest({ ...letter, occurredAt: letter.at })
  const isNone = isOrder || isAdvert(letter.text) || isStory(letter.text) || isCalmMail(letter)
  return isNone ? undefined : heavyMail(letter, from)
}

/** It speaks of an open ticket, and of a day after the one that is planned for it. */
function pastPlanIn(letter: MailBrief, from: Person, picture: plan.Picture): Told | undefined {
  if (letter.tainted || from.class === 'team' || isCalmMail(letter)) return undefined
  const work = workOf(letter, picture.matters)
  const sentence = work && laterThanPlanned(letter, work, plan.zoneOf(picture))
  return sentence === undefined ? undefined : { trouble: 'slips', sentence }
}

/** Somebody outside names a day, and says what happens otherwise. */
function threatIn(letter: Brief, from: Person): Told | undefined {
  if (letter.tainted || from.class !== 'external' || isCalmMail(letter)) return undefined
  const sentence = ultimatumIn({ ...letter, occurredAt: letter.at })
  return sentence === undefined ? undefined : { trouble: 'threat', sentence }
}

/** Trackers seldom give addresses: who comments on a ticket works on it. */
function commented(picture: plan.Picture): Voice[] {
  const { pmName } = picture.desk
  return plan
    .openTickets(picture)
    .flatMap((on) => commentsOn(on).map((brief) => ({ brief, priority: on.ticket.priority })))
    .filter(({ brief }) => brief.by !== pmName && !isBot(brief.by))
    .flatMap(({ brief, priority }) => {
      const told = troubleOnTicket(brief.text) ?? heavyComment(brief.text, priority) ?? askedOfPm(brief)
      return told ? [{ ...told, brief, from: undefined }] : []
    })
}

/** It names the PM, and asks. */
function askedOfPm({ kind, text }: Brief): Told | undefined {
  const sentence = kind === 'mention' ? sentencesOf(text).find(isQuestion) : undefined
  return sentence === undefined ? undefined : { trouble: 'undecided', sentence }
}

/** What people wrote on it. */
export function commentsOn({ briefs }: TicketMatter): Brief[] {
  return briefs.filter((each) => isComment(each) && !each.tainted)
}
