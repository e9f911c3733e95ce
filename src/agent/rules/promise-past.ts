import { localDate } from '#src/domain/calendar.ts'
import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { quoted, worked, type MailBrief } from '#src/domain/matter.ts'
import { firstName } from '#src/domain/person.ts'
import type { DocumentUpdate } from '#src/domain/proposal.ts'
import { datesIn } from './dates.ts'
import { dayWords } from '#src/domain/day-words.ts'
import * as part from './draft-parts.ts'
import { asks, bareSubject, openingOf, promises, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { caseOf, isPast, type Case, type Promised } from './promise-past-case.ts'
import { optionsOf } from './promise-past-options.ts'
import { raidEntry, raidUpdate } from './raid-parts.ts'

const RULE = 'promise-past@1'
const DAYS_TO_DECIDE = 2

/** A day that was promised, or asked for and not refused, has gone by, and nothing has been sent. */
export const promisePast: plan.Playbook = (picture) => {
  const kept = promisesIn(picture)
  const open = kept.filter((each) => !isAnswered(each, picture))
  const over = kept
    .filter((each) => isAnswered(each, picture))
    .map((each) => ({ matterId: each.matter.id, rule: RULE, because: `You answered ${each.to.name}.` }))
  const due = open.map((each) => caseOf(each, picture)).filter(isPast)
  return { drafts: due.map(draftOf), over, updates: due.flatMap(issueOf) }
}

/** Every promise in the PM's own sent mail that names a day and somebody of the register. */
export function promisesIn(picture: plan.Picture): Promised[] {
  const zone = plan.zoneOf(picture)
  const found = plan.mails(picture).flatMap((mail): Promised[] => {
    if (mail.mail.folder !== 'sentitems') return []
    const [to] = mail.mail.to.flatMap(({ email }) => plan.personOf(picture, email) ?? [])
    const matter = plan.matterOf(mail, picture)
    if (!to || !matter) return []
    for (const sentence of sentencesOf(mail.text).filter(promises)) {
      const dueOn = datesIn(sentence, mail.at, zone)[0]?.date
      if (dueOn && dueOn >= localDate(new Date(mail.at), zone))
        return [{ mail, sentence, dueOn, to, threadId: mail.mail.conversationId, matter }]
    }
    return []
  })
  return [...new Map(found.map((each) => [`${each.threadId} ${each.dueOn}`, each])).values()]
}

/** A later mail from the PM in the thread, or to the same person under the same subject. */
export function isAnswered({ mail, threadId, to }: Promised, picture: plan.Picture): boolean {
  return plan
    .sentMails(picture)
    .some(
      (each) =>
        each.at > mail.at &&
        (each.mail.conversationId === threadId ||
          (each.mail.to.some(({ email }) => email === to.id) && sharesSubject(each.title, mail.title))),
    )
}

const sharesSubject = (a: string, b: string) => bareSubject(a).toLowerCase() === bareSubject(b).toLowerCase()

function draftOf(given: Case): EscalationDraft {
  const { picture, mail, dueOn, to, chaser, work, by, matter } = given
  const hours = picture.desk.workingHours
  const day = part.dayName(dueOn, hours)
  const usual = part.noonAfter(picture.now, DAYS_TO_DECIDE, hours)
  const last = by ? new Date(part.noonOf(by, hours).getTime() - 86_400_000) : usual
  return part.drafted(picture, {
    matterId: matter.id,
    title: `${part.shorten(bareSubject(mail.title), 34)}: promised for ${day}, not sent`,
    whyNow: chaser
      ? `${to.name} wrote again ${dayWords(chaser.at, hours.timeZone)}${by ? `; ${part.dayName(by, hours)} is the next day that counts` : ''}.`
      : `The day went by ${day} and nothing was sent.`,
    facts: factsOf(given),
    options: optionsOf(given),
    recommendation: {
      optionId: 'A',
      reason: `A call first: ${firstName(to.name)} has waited since ${day}, and a voice mends that sooner than a mail.`,
    },
    wouldChange: `You answer ${firstName(to.name)} yourself, or ${work ? `${work.id} is done` : 'what was promised is done'}.`,
    decideBy: last > picture.now ? last : usual,
    decideByWhy: by && chaser ? `${chaser.by} names ${part.dayName(by, hours)}.` : null,
    rule: RULE,
    episode: mail.signalId,
    since: mail.at,
    related: work ? [work.id] : [],
  })
}

function factsOf({ picture, mail, sentence, dueOn, chaser, others, work, asked }: Case): Evidence[] {
  const hours = picture.desk.workingHours
  const anchor = work && plan.newestOnBoard([work])
  const question = asked && sentencesOf(asked.text).find(asks)
  return [
    quoted(mail, sentence),
    ...beginning(chaser, 2),
    ...others.flatMap((each) => beginning(each, 1)),
    ...(work && anchor
      ? [
          worked(
            anchor,
            `${work.id} was due ${part.dayName(work.ticket.dueDate ?? dueOn, hours)}, in ${work.ticket.status}, unchanged since ${dayWords(work.ticket.changedAt, hours.timeZone)}`,
          ),
        ]
      : []),
    ...(asked && question ? [quoted(asked, question)] : []),
  ]
}

/** The first sentences of a mail, quoted. */
function beginning(mail: MailBrief | undefined, sentences: number): Evidence[] {
  if (!mail) return []
  return openingOf(mail.text)
    .slice(0, sentences)
    .map((one) => quoted(mail, one))
}

/** Who chases a promise that was missed is an issue of the project until it is answered. */
function issueOf({ picture, mail, matter, dueOn, sentence, chaser }: Case): DocumentUpdate[] {
  if (!chaser) return []
  const thing = bareSubject(mail.title)
  const entry = raidEntry(
    matter.id,
    {
      kind: 'issue',
      title: `${thing}: promised for ${part.dayName(dueOn, picture.desk.workingHours)}, not sent`,
      severity: 'high',
      status: 'open',
      owner: picture.desk.pmName,
    },
    [quoted(mail, sentence)],
    picture,
  )
  const from = {
    ...{ matterId: matter.id, ref: chaser.ref, rule: RULE },
    ...{ episode: mail.signalId, since: mail.at },
  }
  return [raidUpdate(from, [entry], `issue, ${part.shorten(thing, 60)}`)]
}
