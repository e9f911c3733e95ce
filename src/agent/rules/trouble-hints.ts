import { saidIn } from './sentence-turns.ts'
import { hintsFor } from './tongues.ts'
import type { Hint, Trouble } from './trouble-words.ts'

/** `strongest`: the weight of the one that says most; `weight`: of all that stand in two sentences beside each other. */
export type Hinted = { trouble: Trouble; sentence: string; strongest: number; weight: number }

type Met = Pick<Hint, 'trouble' | 'weight'> & { sentence: string; from: number; to: number }

/** What a text's sentences come to together: the trouble that its strongest hint is of. */
export function hintedIn(sentences: readonly string[]): Hinted | undefined {
  const met = hintsFor(sentences.join(' ')).flatMap((hint) => metIn(sentences, hint))
  const counted = met.sort(strongestFirst).reduce<Met[]>(withNew, [])
  const [strongest] = counted
  const near = sentences.map((one, at) =>
    counted
      .filter(({ sentence }) => sentence === one || sentence === sentences[at + 1])
      .reduce((sum, each) => sum + each.weight, 0),
  )
  if (!strongest) return undefined
  const { trouble, sentence, weight } = strongest
  return { trouble, sentence, strongest: weight, weight: Math.max(...near) }
}

function metIn(sentences: readonly string[], { says, trouble, weight }: Hint): Met[] {
  for (const sentence of sentences) {
    const at = saidIn(sentence, says)
    if (at) return [{ trouble, weight, sentence, from: at.index, to: at.index + at[0].length }]
  }
  return []
}

/** Of two that say as much, what is told before what is asked. */
const strongestFirst = (a: Met, b: Met) =>
  b.weight - a.weight || Number(a.sentence.includes('?')) - Number(b.sentence.includes('?'))

/** The same words count once, however many families they are of. */
function withNew(counted: Met[], met: Met): Met[] {
  const isCounted = ({ sentence, from, to }: Met) =>
    sentence === met.sentence && from < met.to && met.from < to
  return counted.some(isCounted) ? counted : [...counted, met]
}
