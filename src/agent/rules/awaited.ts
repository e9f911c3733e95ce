import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { quoted, worked } from '#src/domain/matter.ts'
import { firstName } from '#src/domain/person.ts'
import type { DocumentUpdate } from '#src/domain/proposal.ts'
import { awaitedIn, caseOf, isKept, type Awaited, type Case } from './awaited-case.ts'
import { optionsOf } from './awaited-options.ts'
import { dayWords } from '#src/domain/day-words.ts'
import * as part from './draft-parts.ts'
import { bareSubject, chases, isGreeting, isMissing, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { promisesIn } from './promise-past.ts'
import { raidEntry, raidUpdate } from './raid-parts.ts'

const RULE = 'awaited-past@1'
const DAYS_TO_DECIDE = 1

/** What somebody outside the team promised, or asked the PM for, by a day that has gone by. */
export const awaitedPast: plan.Playbook = (picture) => {
  const promised = new Set(promisesIn(picture).map(({ threadId }) => threadId))
  // What the PM promised in the same thread is the PM's own promise, and another playbook's.
  const awaited = awaitedIn(picture).filter(
    ({ kind, mail }) => kind === 'owed' || !promised.has(mail.mail.conversationId),
  )
  const cases = latestOf(awaited.flatMap((each) => caseOf(each, picture) ?? []))
  const over = awaited
    .filter((each) => isKept(each, picture))
    .map((each) => ({
      matterId: subjectOf(each, picture),
      rule: RULE,
      because: each.kind === 'owed' ? `${each.from.name} has written.` : `${each.from.name} has an answer.`,
    }))
  return { drafts: cases.map(draftOf), over, updates: cases.map(issueOf) }
}

/** One case a thread: whoever promises twice is late once. */
function latestOf(cases: Case[]): Case[] {
  return [...new Map(cases.map((each) => [each.mail.mail.conversationId, each])).values()]
}

function subjectOf({ mail }: Awaited, picture: plan.Picture): string {
  return plan.matterOf(mail, picture)?.id ?? mail.ref
}

function draftOf(given: Case): EscalationDraft {
  const { picture, kind, mail, dueOn, from, voice, work } = given
  const hours = picture.desk.workingHours
  const day = part.dayName(dueOn, hours)
  const what = part.shorten(bareSubject(mail.title), 32)
  return part.drafted(picture, {
    matterId: subjectOf(given, picture),
    title: kind === 'owed' ? `${what}: due from ${from.name} on ${day}` : `${what}: asked for by ${day}`,
    whyNow: voice
      ? `${voice.by} wrote ${dayWords(voice.at, hours.timeZone)}; the day went by ${day}.`
      : `The day went by ${day} and nothing was ${kind === 'owed' ? 'heard' : 'sent'}.`,
    facts: factsOf(given),
    options: optionsOf(given),
    recommendation: {
      optionId: 'A',
      reason:
        kind === 'owed'
          ? `Only ${firstName(from.name)} can say when it comes; the plan needs that day.`
          : `${firstName(from.name)} has waited since ${day}; a day that holds is worth more than silence.`,
    },
    wouldChange:
      kind === 'owed'
        ? `${firstName(from.name)} sends it or names a day.`
        : `You answer ${firstName(from.name)} yourself.`,
    decideBy: part.noonAfter(picture.now, DAYS_TO_DECIDE, hours),
    rule: RULE,
    episode: mail.signalId,
    since: mail.at,
    related: work ? [work.id] : [],
  })
}

function factsOf({ picture, mail, sentence, voice, work }: Case): Evidence[] {
  const hours = picture.desk.workingHours
  const anchor = work && plan.newestOnBoard([work])
  const said =
    voice &&
    (sentencesOf(voice.text).find((one) => isMissing(one) || chases(one)) ??
      sentencesOf(voice.text).find((one) => !isGreeting(one)))
  const due = work?.ticket.dueDate ? `, due ${part.dayName(work.ticket.dueDate, hours)}` : ''
  return [
    quoted(mail, sentence),
    ...(voice && said ? [quoted(voice, said)] : []),
    ...(work && anchor ? [worked(anchor, `${work.id} is in ${work.ticket.status}${due}`)] : []),
  ]
}

/** What does not come is an issue of the project until it does. */
function issueOf(given: Case): DocumentUpdate {
  const { picture, kind, mail, sentence, dueOn, from } = given
  const about = subjectOf(given, picture)
  const thing = part.shorten(bareSubject(mail.title), 60)
  const day = part.dayName(dueOn, picture.desk.workingHours)
  const entry = raidEntry(
    about,
    {
      kind: 'issue',
      title: `${thing}: ${kind === 'owed' ? 'due' : 'asked for by'} ${day}, not there`,
      severity: 'high',
      status: 'open',
      owner: kind === 'owed' ? from.name : picture.desk.pmName,
    },
    [quoted(mail, sentence)],
    picture,
  )
  const origin = { matterId: about, ref: mail.ref, rule: RULE, episode: mail.signalId, since: mail.at }
  return raidUpdate(origin, [entry], `issue, ${thing}`)
}
