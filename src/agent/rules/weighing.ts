import type { Person } from '#src/domain/person.ts'
import { bodyOf } from './mail-body.ts'
import { isQuestion, settles } from './mail-meaning.ts'
import { remembered } from './remembered.ts'
import { SMALL_WORDS, type SmallWord } from './small-words.ts'
import { HIGH_PRIORITY, LOW_PRIORITY } from './triage-signs.ts'
import type { Told } from './trouble.ts'
import { hintedIn } from './trouble-hints.ts'
import type { Trouble } from './trouble-words.ts'
import { SPRINT } from './workflow-words.ts'

/** What a sentence with such a word adds, in a mail and on a ticket: there people seldom write but of the work itself. */
const WEIGHTS: Record<SmallWord, { mail: number; ticket: number }> = {
  denies: { mail: 1, ticket: 1 },
  limits: { mail: 1, ticket: 1 },
  turns: { mail: 2, ticket: 0 },
  regrets: { mail: 2, ticket: 1 },
  others: { mail: 1, ticket: 2 },
  lasts: { mail: 1, ticket: 1 },
  obliges: { mail: 1, ticket: 1 },
  turnsToReader: { mail: 1, ticket: 1 },
  costs: { mail: 1, ticket: 1 },
  advances: { mail: -2, ticket: -2 },
  plansOn: { mail: -1, ticket: -1 },
}
const NAMES = Object.keys(WEIGHTS) as SmallWord[]

/** A thought is this many sentences long; a long mail is not the heavier for its length. */
const THOUGHT = 3
/** Of one kind, more than this says no more. */
const MOST = 2
const MOST_HINTS = { mail: 4, ticket: 3 }

type Weighed = { weight: number; sentence: string }

/** Which small words each sentence has. */
const wordsIn = remembered((text): readonly { sentence: string; has: SmallWord[] }[] =>
  bodyOf(text).map((sentence) => ({
    sentence,
    has: NAMES.filter((name) => SMALL_WORDS[name].test(sentence)),
  })),
)

/** How heavy the heaviest thought of a text is, less what the text says to be well; and the sentence that says most. */
function weighed(text: string, where: 'mail' | 'ticket'): Weighed {
  const lines = wordsIn(text).map(({ sentence, has }) => ({
    sentence,
    has,
    weight: has.reduce((sum, name) => sum + Math.max(0, WEIGHTS[name][where]), 0),
  }))
  const thoughts = lines.map((_, at) =>
    heaviness(
      lines.slice(at, at + THOUGHT).map(({ has }) => has),
      where,
      1,
    ),
  )
  const well = heaviness(
    lines.map(({ has }) => has),
    where,
    -1,
  )
  const [first] = lines.toSorted((a, b) => b.weight - a.weight)
  return { weight: Math.max(0, ...thoughts) + well, sentence: first?.sentence ?? text }
}

/** The weights of one sign that a few sentences come to. */
function heaviness(sentences: SmallWord[][], where: 'mail' | 'ticket', sign: 1 | -1): number {
  return NAMES.filter((name) => Math.sign(WEIGHTS[name][where]) === sign).reduce((sum, name) => {
    const times = sentences.filter((has) => has.includes(name)).length
    return sum + Math.min(times, MOST) * WEIGHTS[name][where]
  }, 0)
}

/** From this on it is taken to need the PM; the team's daily work is full of words that would say more from others. */
const ENOUGH = { team: 6, others: 5, ticket: 5 }
/** Nothing but small words spoke: what is wrong is not known, only that somebody has to say how it goes on. */
const UNKNOWN: Trouble = 'undecided'

/** A mail that tells of trouble by its weight alone; what came into a sprint is seen on the board. */
export function heavyMail(text: string, from: Pick<Person, 'class'>): Told | undefined {
  if (SPRINT.test(text)) return undefined
  const body = bodyOf(text)
  const hinted = hintedIn(body)
  const { weight, sentence } = weighed(text, 'mail')
  const isTeam = from.class === 'team'
  const asks = body.some(isQuestion) ? 1 : 0
  const settled = body.some(settles) ? 2 : 0
  const sum = weight + Math.min(hinted?.weight ?? 0, MOST_HINTS.mail) + asks + (isTeam ? 0 : 1) - settled
  return sum >= (isTeam ? ENOUGH.team : ENOUGH.others)
    ? { trouble: hinted?.trouble ?? UNKNOWN, sentence }
    : undefined
}

/** The same of a comment; on urgent work it takes less. */
export function heavyComment(text: string, priority: string | null): Told | undefined {
  const hinted = hintedIn(bodyOf(text))
  const { weight, sentence } = weighed(text, 'ticket')
  const hints = 2 * Math.min(hinted?.weight ?? 0, MOST_HINTS.ticket)
  const matters = HIGH_PRIORITY.test(priority ?? '') ? 2 : LOW_PRIORITY.test(priority ?? '') ? -2 : 0
  return weight + hints + matters >= ENOUGH.ticket
    ? { trouble: hinted?.trouble ?? UNKNOWN, sentence }
    : undefined
}

export const HEAVY = {
  name: 'heavy@1',
  importance: 'high',
  complexity: 'complex',
  isOpen: true,
  reason: 'What it says comes to more than daily work, and nothing in it is settled.',
} as const
