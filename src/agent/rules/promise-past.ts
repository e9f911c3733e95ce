import { localDate, workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import { clip } from '#src/domain/clip.ts'
import type { EscalationDraft } from '#src/domain/escalation.ts'
import {
  isOpenTicket,
  quoted,
  worked,
  type MailBrief,
  type Matter,
  type TicketMatter,
} from '#src/domain/matter.ts'
import { firstName, type Person } from '#src/domain/person.ts'
import { datesIn } from './dates.ts'
import * as part from './draft-parts.ts'
import { asks, promises, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { mailText, ticketsOf } from './relation.ts'

const RULE = 'promise-past@1'
/** Nobody has asked again: this long after the day, the PM hears of it all the same. */
const DAYS_OF_SILENCE = 2
const DAYS_TO_DECIDE = 2

/** Something the PM said would be done for somebody by a day. `dueOn` is yyyy-mm-dd. */
export type Promise = {
  mail: MailBrief
  sentence: string
  dueOn: string
  to: Person
  threadId: string
  matter: Matter
}

type Case = Promise & {
  picture: plan.Picture
  chaser: MailBrief | undefined
  /** Who else has written about it since. */
  others: MailBrief[]
  asked: MailBrief | undefined
  work: TicketMatter | undefined
  by: string | undefined
}

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
export function promisesIn(picture: plan.Picture): Promise[] {
  const zone = plan.zoneOf(picture)
  const found = plan.mails(picture).flatMap((mail): Promise[] => {
    if (mail.mail?.folder !== 'sentitems') return []
    const to = mail.mail.to.flatMap(({ email }) => plan.personOf(picture, email) ?? [])[0]
    const matter = picture.matters.find((each) => each.briefs.some((one) => one.signalId === mail.signalId))
    if (!to || !matter) return []
    for (const sentence of sentencesOf(mail.text).filter(promises)) {
      const day = datesIn(sentence, mail.at, zone)[0]?.date
      if (day && day >= localDate(new Date(mail.at), zone))
        return [
          {
            mail: { ...mail, mail: mail.mail },
            sentence,
            dueOn: day,
            to,
            threadId: mail.mail.conversationId,
            matter,
          },
        ]
    }
    return []
  })
  return [...new Map(found.map((each) => [`${each.threadId} ${each.dueOn}`, each])).values()]
}

/** A later mail from the PM in the thread, or the work behind it done. */
export function isAnswered({ mail, threadId, to }: Promise, picture: plan.Picture): boolean {
  return plan
    .sentMails(picture)
    .some(
      (each) =>
        each.at > mail.at &&
        (each.mail?.conversationId === threadId ||
          (each.mail?.to.some(({ email }) => email === to.id) === true &&
            sharesSubject(each.title, mail.title))),
    )
}

const bare = (subject: string) =>
  subject
    .replace(/^((re|fw|fwd|aw|wg):\s*)+/i, '')
    .toLowerCase()
    .trim()
const sharesSubject = (a: string, b: string) => bare(a) === bare(b)

function caseOf(promise: Promise, picture: plan.Picture): Case {
  const inThread = plan
    .mails(picture)
    .filter(
      (each): each is MailBrief =>
        each.mail !== null && each.mail.conversationId === promise.threadId && each.mail.folder === 'inbox',
    )
  const end = part.noonOf(promise.dueOn, picture.desk.workingHours).toISOString()
  const after = inThread.filter((each) => each.at > end)
  const chaser = after.findLast((each) => each.email === promise.to.id) ?? after.at(-1)
  const others = after.filter((each) => each.email !== promise.to.id && each !== chaser)
  const asked = inThread.find((each) => each.at < promise.mail.at)
  const [strongest] = ticketsOf(mailText(promise.mail), picture.matters).filter(({ ticket }) =>
    isOpenTicket(ticket),
  )
  const [byAsked] = asked
    ? ticketsOf(mailText(asked), picture.matters).filter(({ ticket }) => isOpenTicket(ticket))
    : []
  const own = picture.matters.find((each) => each.id === promise.matter.id)
  const work = own && isOpenTicket(own) ? own : (strongest ?? byAsked)?.ticket
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

function isPast({ dueOn, picture, chaser }: Case): boolean {
  if (plan.today(picture) <= dueOn) return false
  if (chaser) return true
  const { desk, now } = picture
  const silent = workingMinutesBetween(part.noonOf(dueOn, desk.workingHours), now, desk.workingHours)
  return silent >= DAYS_OF_SILENCE * workingDayMinutes(desk.workingHours)
}

function draftOf(given: Case): EscalationDraft {
  const { picture, mail, sentence, dueOn, to, chaser, asked, work, by, matter } = given
  const hours = picture.desk.workingHours
  const day = part.dayName(dueOn, hours)
  const thing = part.shorten(bareTitle(mail.title), 34)
  const usual = part.noonAfter(picture.now, DAYS_TO_DECIDE, hours)
  const last = by ? new Date(part.noonOf(by, hours).getTime() - 86_400_000) : usual
  const workFact =
    work &&
    `${work.id} was due ${part.dayName(work.ticket.dueDate ?? dueOn, hours)}, in ${work.ticket.status}, unchanged since ${part.dayName(localDate(new Date(work.ticket.changedAt), hours.timeZone), hours)}`
  const anchor = work?.briefs.findLast((each) => !each.mail)
  const chase = chaser && sentencesOf(chaser.text)
  return {
    projectId: picture.projectId,
    matterId: matter.id,
    title: part.shorten(`${thing}: promised for ${day}, not sent`, 70),
    whyNow: part.shorten(
      chaser
        ? `${to.name} wrote again ${part.dayName(localDate(new Date(chaser.at), hours.timeZone), hours)}${by ? `; ${part.dayName(by, hours)} is the next day that counts` : ''}.`
        : `The day went by ${day} and nothing was sent.`,
      140,
    ),
    importance: 'high',
    facts: [
      quoted(mail, sentence),
      ...(chaser && chase ? chase.slice(0, 2).map((one) => quoted(chaser, one)) : []),
      ...given.others.flatMap((mail) =>
        sentencesOf(mail.text)
          .slice(0, 1)
          .map((one) => quoted(mail, one)),
      ),
      ...(anchor && workFact ? [worked(anchor, workFact)] : []),
      ...(asked ? askedFor(asked) : []),
    ],
    options: part.lettered(optionsOf(given)),
    recommendation: {
      optionId: 'A',
      reason: `A call first: ${firstName(to.name)} has waited since ${day}, and a voice mends that sooner than a mail.`,
    },
    noAnswer: 'nothing is sent; it stays open and is repeated in the digest.',
    wouldChange: `You answer ${firstName(to.name)} yourself, or ${work ? `${work.id} is done` : 'what was promised is done'}.`,
    decideBy: (last > picture.now ? last : usual).toISOString(),
    decideByWhy: by && chaser ? `${chaser.by} names ${part.dayName(by, hours)}.` : null,
    rule: RULE,
    episode: mail.signalId,
    since: mail.at,
    wordedBy: 'rules',
    related: work ? [work.id] : [],
  }
}

function askedFor(asked: MailBrief) {
  const sentence = sentencesOf(asked.text).find((one) => asks(one))
  return sentence ? [quoted(asked, sentence)] : []
}

const bareTitle = (subject: string) => subject.replace(/^((re|fw|fwd|aw|wg):\s*)+/i, '').trim()

function optionsOf(given: Case): part.Unlettered[] {
  return [callFirst(given), sendNow(given), ...askOther(given)]
}

function answer({ picture, mail, chaser, to, dueOn, work, by }: Case, opening: string) {
  const hours = picture.desk.workingHours
  const until = by ? ` in time for ${part.dayName(by, hours)}` : ' by tomorrow evening'
  const what = work
    ? `The plan for ${clip(work.title, 80).toLowerCase()}`
    : `What was promised for ${part.dayName(dueOn, hours)}`
  return part.mail(
    [to],
    { subject: mail.title, paragraphs: [opening, `${what} reaches you${until}.`], answers: chaser ?? mail },
    picture,
  )
}

function callFirst(given: Case): part.Unlettered {
  const { to, work, chaser } = given
  const facts = [
    `promised: “${clip(given.sentence, 80)}”`,
    ...(chaser ? [`asked again: “${clip(sentencesOf(chaser.text)[0] ?? '', 80)}”`] : []),
    ...(work ? [`${work.id} is in ${work.ticket.status}`] : []),
  ]
  return {
    name: part.shorten(`Phone ${firstName(to.name)}, then send the plan`, 60),
    button: 'I have called, send the plan',
    does: `1 mail to ${to.name} in the thread, 1 decision log entry`,
    stillForYou: part.shorten(`The call. To hand: ${facts.join('; ')}`, 300),
    costs: 'Ten minutes of yours, today',
    pros: ['It is heard from you, not read', 'What is really needed comes out'],
    cons: ['Needs you, today'],
    acts: [answer(given, 'As just discussed:')],
  }
}

function sendNow(given: Case): part.Unlettered {
  const { to, dueOn, picture } = given
  const day = part.dayName(dueOn, picture.desk.workingHours)
  return {
    name: part.shorten(`Answer ${firstName(to.name)} now, in the thread`, 60),
    button: 'Send the answer',
    does: `1 mail to ${to.name} in the thread, 1 decision log entry`,
    stillForYou: null,
    costs: 'A mail where a call was due',
    pros: ['Out within minutes'],
    cons: ['A mail where a call was due'],
    acts: [answer(given, `You were to have this by ${day}, and it was not sent.`)],
  }
}

function askOther({ picture, work, to }: Case): part.Unlettered[] {
  const pm = picture.desk.pmEmail.toLowerCase()
  const lead = picture.people.find(
    (person) =>
      person.class === 'team' && person.id !== pm && /lead/i.test(person.role) && !person.neverContact,
  )
  if (!lead || !work) return []
  return [
    {
      name: part.shorten(`Ask ${firstName(lead.name)} to answer ${firstName(to.name)}`, 60),
      button: part.shorten(`Ask ${firstName(lead.name)}`, 40),
      does: `1 comment on ${work.id}`,
      stillForYou: null,
      costs: 'The promise was yours',
      pros: ['Somebody close to the work answers'],
      cons: ['The promise was yours', 'One more day goes by'],
      acts: [
        part.comment(
          work,
          `${lead.name}, can you give ${to.name} what was promised for ${work.title}? Please answer in the mail thread, and say here when it is done.`,
          picture,
        ),
      ],
    },
  ]
}

/** Who chases a promise that was missed is an issue of the project until it is answered. */
function issueOf(given: Case) {
  const { picture, mail, matter, dueOn, sentence, chaser } = given
  if (!chaser) return []
  const entry = part.raidEntry(
    matter.id,
    {
      kind: 'issue',
      title: `${bareTitle(mail.title)}: promised for ${part.dayName(dueOn, picture.desk.workingHours)}, not sent`,
      severity: 'high',
      status: 'open',
      owner: picture.desk.pmName,
    },
    [quoted(mail, sentence)],
    picture,
  )
  return [
    {
      matterId: matter.id,
      ref: chaser.ref,
      artefactType: 'raid_log' as const,
      changes: [entry],
      summary: `RAID log: issue, ${part.shorten(bareTitle(mail.title), 60)}`,
      rule: RULE,
      episode: mail.signalId,
      since: mail.at,
    },
  ]
}
