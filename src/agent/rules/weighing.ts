import type { Person } from '#src/domain/person.ts'
import { bodyOf } from './mail-body.ts'
import { isAnswer, isQuestion, noRush, promises, settles } from './mail-meaning.ts'
import { isRemedy } from './remedies.ts'
import { remembered } from './remembered.ts'
import { SMALL_WORDS, type SmallWord } from './small-words.ts'
import { HIGH_PRIORITY, LOW_PRIORITY } from './triage-signs.ts'
import { hasCalm, type Told } from './trouble.ts'
import { hintedIn } from './trouble-hints.ts'
import type { Trouble } from './trouble-words.ts'
import { isOfPlan, SPRINT } from './workflow-words.ts'

type Where = 'mail' | 'ticket'
type Weight = { word: SmallWord; mail: number; ticket: number }

/** What a sentence with such a word adds, in a mail and on a ticket: there people seldom write but of the work itself. */
const HEAVY_WORDS: Weight[] = [
  { word: 'denies', mail: 1, ticket: 1 },
  { word: 'limits', mail: 1, ticket: 1 },
  { word: 'turns', mail: 2, ticket: 0 },
  { word: 'regrets', mail: 2, ticket: 0 },
  { word: 'others', mail: 1, ticket: 2 },
  { word: 'discovers', mail: 1, ticket: 1 },
  { word: 'lasts', mail: 1, ticket: 0 },
  { word: 'turnsToReader', mail: 1, ticket: 1 },
  { word: 'costs', mail: 1, ticket: 1 },
]
/** And what it takes away. */
const LIGHT_WORDS: Weight[] = [
  { word: 'finishes', mail: 2, ticket: 1 },
  { word: 'pleases', mail: 2, ticket: 1 },
  { word: 'plansOn', mail: 1, ticket: 1 },
]

/** A thought is this many sentences long; a long mail is not the heavier for its length. */
const THOUGHT = 3
/** Of one kind, more than this says no more. */
const MOST = 2
const MOST_HINTS = { mail: 2, ticket: 3 }
/** Progress is told in a line; what is wrong has to be explained. */
const AT_LENGTH = 120

/** A sentence, and the small words that are in it. */
type Line = { sentence: string; has: ReadonlySet<SmallWord> }

const linesIn = remembered((text): readonly Line[] =>
  bodyOf(text).map((sentence) => ({
    sentence,
    has: new Set(
      [...HEAVY_WORDS, ...LIGHT_WORDS]
        .map(({ word }) => word)
        .filter((word) => SMALL_WORDS[word].test(sentence)),
    ),
  })),
)

function sumOf(lines: readonly Line[], weights: Weight[], where: Where): number {
  return weights.reduce((sum, each) => {
    const times = lines.filter(({ has }) => has.has(each.word)).length
    return sum + Math.min(times, MOST) * each[where]
  }, 0)
}

/** How heavy the heaviest thought of a text is, less what the text says to be well; and the sentence that says most. */
function weighed(text: string, where: Where): { weight: number; sentence: string } {
  const lines = linesIn(text)
  const thoughts = lines.map((_, at) => sumOf(lines.slice(at, at + THOUGHT), HEAVY_WORDS, where))
  const alone = (line: Line) => sumOf([line], HEAVY_WORDS, where)
  const [first] = lines.toSorted((a, b) => alone(b) - alone(a))
  return {
    weight:
      Math.max(0, ...thoughts) +
      (lines.map(({ sentence }) => sentence).join(' ').length >= AT_LENGTH ? 1 : 0) -
      sumOf(lines, LIGHT_WORDS, where),
    sentence: first?.sentence ?? text,
  }
}

/** From this on it is taken to need the PM. */
const ENOUGH = { mail: 4, ticket: 5 }
/** Nothing but small words spoke: what is wrong is not known, only that somebody has to say how it goes on. */
const UNKNOWN: Trouble = 'undecided'

/** A comment is weighed as it comes and in every playbook of its check. */
const hintsOf = remembered((text) => hintedIn(bodyOf(text)))

type Letter = { title: string; text: string }

/** A mail that tells of trouble by its weight alone. What came into a sprint, and how the team plans, is seen on the board. */
export function heavyMail({ title, text }: Letter, from: Pick<Person, 'class'>): Told | undefined {
  const isTeam = from.class === 'team'
  if (SPRINT.test(text) || (isTeam && isOfPlan(title))) return undefined
  const body = bodyOf(text)
  const hinted = hintsOf(text)
  const { weight, sentence } = weighed(text, 'mail')
  const asks = body.some(isQuestion) ? 1 : 0
  const settled = body.some((one) => settles(one) || isRemedy(one)) ? 2 : 0
  const sum =
    weight + Math.min(hinted?.weight ?? 0, MOST_HINTS.mail) + asks - settled - (isTeam ? dailyWork(title) : 0)
  return sum >= ENOUGH.mail ? { trouble: hinted?.trouble ?? UNKNOWN, sentence } : undefined
}

/** The team's daily work is full of words that would say more from others, the more so where it answers. */
const dailyWork = (title: string) => (isAnswer(title) ? 3 : 2)

/** The same of a comment; on urgent work it takes less. */
export function heavyComment(text: string, priority: string | null): Told | undefined {
  const body = bodyOf(text)
  if (body.some((one) => noRush(one) || promises(one) || isRemedy(one))) return undefined
  const hinted = hintsOf(text)
  const { weight, sentence } = weighed(text, 'ticket')
  const hints = 2 * Math.min(hinted?.weight ?? 0, MOST_HINTS.ticket)
  const matters = HIGH_PRIORITY.test(priority ?? '') ? 2 : LOW_PRIORITY.test(priority ?? '') ? -2 : 0
  const calm = hasCalm(text) ? 2 : 0
  return weight + hints + matters - calm >= ENOUGH.ticket
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
