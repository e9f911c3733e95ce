import type { ActPayload } from '#src/domain/act.ts'
import { addWorkingMinutes, localDate, localMoment, workingDayMinutes } from '#src/domain/calendar.ts'
import { clip } from '#src/domain/clip.ts'
import type { EscalationDraft, Option, OptionAct } from '#src/domain/escalation.ts'
import type { MailBrief, TicketMatter } from '#src/domain/matter.ts'
import { firstName, type Person } from '#src/domain/person.ts'
import type { WorkingHours } from '#src/domain/project.ts'
import { dayWords } from '#src/domain/day-words.ts'
import { withoutLinks } from './foreign-links.ts'
import type { Picture } from './picture.ts'

export type Unlettered = Omit<Option, 'id'>

/** What a playbook says of its case. What it leaves out is what most decisions say. */
export type Worded = Pick<
  EscalationDraft,
  'matterId' | 'title' | 'whyNow' | 'facts' | 'recommendation' | 'wouldChange' | 'rule' | 'episode' | 'since'
> &
  Partial<Pick<EscalationDraft, 'importance' | 'noAnswer' | 'decideByWhy' | 'related'>> & {
    options: Unlettered[]
    decideBy: Date
  }

/** A decision as the screen can hold it. */
export function drafted({ projectId, people }: Picture, worded: Worded): EscalationDraft {
  return {
    importance: 'high',
    noAnswer: 'nothing is sent; it stays open and is repeated in the digest.',
    decideByWhy: null,
    related: [],
    ...worded,
    projectId,
    title: shorten(worded.title, 70),
    whyNow: shorten(worded.whyNow, 140),
    options: lettered(worded.options.map((option) => inPerson(option, people))),
    decideBy: worded.decideBy.toISOString(),
    wordedBy: 'rules',
  }
}

/** Whom the PM said never to contact gets no mail: what an option would have written stays for the PM to say. */
function inPerson(option: Unlettered, people: Person[]): Unlettered {
  const barred = people.filter(({ neverContact }) => neverContact)
  const whom = (act: OptionAct) =>
    'to' in act.payload ? act.payload.to.flatMap((id) => barred.find((each) => each.id === id) ?? []) : []
  const [first] = option.acts.flatMap(whom)
  if (!first) return option
  const acts = option.acts.filter((act) => whom(act).length === 0)
  return {
    ...option,
    ...{ acts, does: acts.length === 0 ? 'Nothing is sent' : `All but the mail to ${first.name}` },
    button: acts.length === 0 ? 'I will say it myself' : option.button,
    stillForYou: shorten(`Tell ${first.name} yourself. ${option.stillForYou ?? ''}`.trim(), 300),
  }
}

/** Gives options their letters, in the order they are offered, and cuts their names to what the screen holds. */
function lettered(options: Unlettered[]): Option[] {
  const letters = ['A', 'B', 'C', 'D'] as const
  return options.slice(0, letters.length).map((option, index) => ({
    ...option,
    name: shorten(option.name, 60),
    button: shorten(option.button, 40),
    costs: shorten(option.costs, 60),
    id: letters[index] ?? 'D',
  }))
}

/** At most `length` characters, with an ellipsis where something was left out: whole words, if there is more than one. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const head = clip(text, length - 1)
  const words = head.slice(0, Math.max(0, head.search(/\s\S*$/)))
  return `${(/\s/.test(text.charAt(head.length)) || words === '' ? head : words).trimEnd()}…`
}

/** A comment on a ticket in the PM's name; the mark that says who prepared it is put under it as it goes. */
export function comment(on: TicketMatter, text: string): OptionAct {
  return {
    payload: {
      kind: 'jira_comment',
      key: on.id,
      text: withoutLinks(text),
      ...watchersOf(on),
    },
    summary: `Comment on ${on.id}`,
    premise: { key: on.id, status: on.ticket.status, flagged: null, unowned: null },
  }
}

/** How many a comment mails, where the tracker says so. */
function watchersOf({ ticket: { watchers } }: TicketMatter) {
  return watchers === undefined ? {} : { watchers }
}

/** A new ticket in the project's tracker. */
export function newTicket({ title, text }: { title: string; text: string }, picture: Picture): OptionAct {
  const { projectId } = picture
  return {
    payload: {
      kind: 'jira_create_ticket',
      project: projectId,
      title: shorten(withoutLinks(title), 200),
      text: withoutLinks(text),
    },
    summary: shorten(`New ticket: ${title}`, 90),
    premise: null,
  }
}

/** A mail to people of the register; in a thread when it answers a mail. */
export function mail(
  to: Person[],
  { subject, paragraphs, answers }: { subject: string; paragraphs: string[]; answers: MailBrief | null },
  picture: Picture,
): OptionAct {
  const { desk } = picture
  const outside = to.some((person) => person.class === 'external')
  const names = to.map((person) => person.name).join(' and ')
  const payload: ActPayload = {
    kind: outside ? 'email_external' : 'email_stakeholder',
    to: to.map((person) => person.id),
    cc: [],
    subject: shorten(withoutLinks(answers && !/^re:/i.test(subject) ? `Re: ${subject}` : subject), 200),
    text: withoutLinks([greeting(to), ...paragraphs, desk.pmName].join('\n\n')),
    replyTo: answers && {
      ref: answers.ref,
      messageId: answers.mail.messageId,
      conversationId: answers.mail.conversationId,
    },
  }
  const premise = answers && threadAsKnown(answers, picture)
  return { payload, summary: shorten(`Mail to ${names}`, 90), premise }
}

/** As the register says that they are written to; of several readers the most formal decides. */
function greeting(to: Person[]): string {
  const first = to.map(({ name }) => firstName(name)).join(', ')
  if (to.some(({ tone }) => tone === 'formal')) return `Dear ${listed(to.map(({ name }) => name))},`
  return to.every(({ tone }) => tone === 'warm') ? `Hello ${first},` : `${first},`
}

/** Everything that is known of the thread is thought of; only what comes later makes the mail one too many. */
function threadAsKnown({ at, mail: { conversationId } }: MailBrief, { matters }: Picture) {
  const known = matters.flatMap((each) =>
    each.briefs.filter((one) => one.mail?.conversationId === conversationId),
  )
  const newestAt = known.reduce((latest, each) => (each.at > latest ? each.at : latest), at)
  return { conversationId, newestAt }
}

/** Noon of a local day, `yyyy-mm-dd`. */
export function noonOf(day: string, hours: WorkingHours): Date {
  return localMoment(`${day}T12:00`, hours.timeZone)
}

/** Noon of the working day that lies this many working days ahead: time to think, and a time people can name. */
export function noonAfter(now: Date, days: number, hours: WorkingHours): Date {
  const there = addWorkingMinutes(now, days * workingDayMinutes(hours), hours)
  const noon = noonOf(localDate(there, hours.timeZone), hours)
  return noon > now ? noon : there
}

/** "Fri 16 Oct" of a local day. */
export function dayName(day: string, hours: WorkingHours): string {
  return dayWords(noonOf(day, hours).toISOString(), hours.timeZone)
}

/** Counts in words that agree: "1 comment", "2 comments". */
export function count(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`
}

/** "HRB-1, HRB-2 and HRB-3". */
export function listed(names: string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
