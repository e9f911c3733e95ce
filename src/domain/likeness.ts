import { z } from 'zod'
import { assertNever } from './assert-never.ts'
import { jiraKind } from './jira-kind.ts'
import { mailKind } from './mail.ts'
import { personId, recipientClass, type Person } from './person.ts'
import type { JiraSignal, Signal } from './signal.ts'
import { tellingWords } from './telling-words.ts'

/** So many words tell one text from another, and can still be read and corrected on a screen. */
const MOST_WORDS = 12
/** Of what a mail or a comment says, its head: further down stand signatures and histories. */
const HEAD_CHARACTERS = 200

/** Whose words: one person's, or everybody's who stands so to the project. `stranger`: not in its register. */
const whoWrites = z.discriminatedUnion('of', [
  z.object({ of: z.literal('person'), id: z.string(), name: z.string() }),
  z.object({ of: z.literal('class'), class: z.enum([...recipientClass.options, 'stranger']) }),
])

/**
 * What signals must have in common to count as alike. The kind always; null, or no words, where it does not matter. Of the
 * words half must be shared.
 */
export const likeness = z.object({
  kind: z.union([jiraKind, mailKind]),
  who: whoWrites.nullable(),
  issueType: z.string().nullable(),
  /** What the change did, such as `in progress → in review`; null for talk. */
  move: z.string().nullable(),
  words: z.array(z.string()).max(MOST_WORDS),
})
export type Likeness = z.infer<typeof likeness>

/** What of a signal likeness is judged by. */
export const features = likeness.omit({ who: true }).extend({
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  class: z.enum([...recipientClass.options, 'stranger']),
})
export type Features = z.infer<typeof features>

/** `people`: the project's register as it stands. */
export function featuresOf(of: Signal, people: readonly Person[]): Features {
  const { actor, kind } = of
  const id = personId(actor?.email ?? actor?.name ?? '')
  return {
    kind,
    person: actor && id !== '' ? { id, name: actor.name } : null,
    class: people.find((person) => person.id === id)?.class ?? 'stranger',
    issueType: of.source === 'outlook' ? null : of.context.issueType,
    move: of.source === 'outlook' || isTalk(of) ? null : moveOf(of),
    words: wordsOf(of),
  }
}

/** What is asked of others to be like this one: of talk who says what, of a change what it did to which type of ticket. */
export function likenessOf({ kind, person, issueType, move, words }: Features): Likeness {
  const talk = move === null
  return {
    kind,
    who: talk && person ? { of: 'person', ...person } : null,
    issueType: talk ? null : issueType,
    move,
    words: talk || kind === 'created' ? words : [],
  }
}

/** How much two have in common, for the nearest to be found; undefined: not alike. */
export function nearness(wanted: Likeness, found: Features): number | undefined {
  const { kind, who, issueType, move, words } = wanted
  if (kind !== found.kind || !isWho(who, found)) return undefined
  if (issueType !== null && issueType !== found.issueType) return undefined
  if (move !== null && move !== found.move) return undefined
  const shared = words.filter((word) => found.words.includes(word)).length
  if (shared * 2 < words.length) return undefined
  const [person, type, moved] = [who?.of === 'person' ? 3 : who ? 1 : 0, issueType ? 1 : 0, move ? 1 : 0]
  return (person + type + moved) * MOST_WORDS + shared
}

function isWho(who: Likeness['who'], { person, class: standing }: Features): boolean {
  if (who === null) return true
  return who.of === 'person' ? who.id === person?.id : who.class === standing
}

const TALK: readonly string[] = ['comment', 'mention']
const isTalk = ({ kind }: JiraSignal) => TALK.includes(kind)

/** Of a mail also its subject: a thread keeps that while it turns to something else, so what is said counts as well. */
function wordsOf(of: Signal): string[] {
  const head = of.text.slice(0, HEAD_CHARACTERS)
  if (of.source === 'outlook') return tellingWords(`${of.title} ${head}`).slice(0, MOST_WORDS)
  if (isTalk(of)) return tellingWords(head).slice(0, MOST_WORDS)
  return of.kind === 'created' ? tellingWords(of.title).slice(0, MOST_WORDS) : []
}

/** What a change did, without the day, the sprint or the name that is another one each time. */
function moveOf({ kind, before, after, text }: JiraSignal): string {
  switch (kind) {
    case 'status':
    case 'priority':
    case 'resolution':
      return `${(before ?? 'none').toLowerCase()} → ${(after ?? 'none').toLowerCase()}`
    case 'due_date':
      if (before !== null && after !== null) return after > before ? 'later' : 'earlier'
      return setOrTaken(before, after)
    case 'other':
      return (text.split(':')[0] ?? '').toLowerCase()
    case 'flag':
    case 'assignee':
    case 'estimate':
    case 'sprint':
    case 'link':
    case 'description':
    case 'rank':
    case 'created':
    case 'comment':
    case 'mention':
      return setOrTaken(before, after)
    default:
      return assertNever(kind)
  }
}

function setOrTaken(before: string | null, after: string | null): string {
  if (after === null) return 'taken away'
  return before === null ? 'set' : 'changed'
}
