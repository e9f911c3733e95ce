import type { Escalation, Option } from '#src/domain/escalation.ts'

/** What is new, and what that changed of the options; `options` is empty where none changed. */
export type News = { what: string; options: string }

/** What has become known between two readings of a decision; null when nothing has. Source: screens.md, strip and bar. */
export function newsOf(before: Escalation, after: Escalation): News | null {
  if (after.grewIn <= before.version) return null
  const known = new Set(before.facts.map(factKey))
  const fresh = after.facts.filter((fact) => !known.has(factKey(fact))).map(factWords)
  const [first, ...more] = fresh
  if (first !== undefined)
    return {
      what: more.length > 0 ? `${first}, and ${more.length} more` : first,
      options: optionWords(before, after),
    }
  const other = before.recommendation.optionId !== after.recommendation.optionId
  const what = other
    ? `${after.recommendation.optionId} is recommended now`
    : 'something of it is no longer so'
  return { what, options: optionWords(before, after) }
}

type Fact = Escalation['facts'][number]

const factKey = ({ signalId, text }: Fact) => `${signalId} ${text}`

function factWords({ kind, text }: Fact): string {
  const words = text.trim().replace(/[.!…]+$/, '')
  return kind === 'quote' ? `“${words}”` : words
}

function optionWords(before: Escalation, after: Escalation): string {
  const was = new Map(before.options.map((option) => [option.id, JSON.stringify(option)]))
  const is = new Set<Option['id']>(after.options.map(({ id }) => id))
  const changed = after.options.filter(
    (each) => was.has(each.id) && was.get(each.id) !== JSON.stringify(each),
  )
  const said = [
    sentenceOf(changed, 'changed.', 'changed.'),
    sentenceOf(
      after.options.filter(({ id }) => !was.has(id)),
      'is new.',
      'are new.',
    ),
    sentenceOf(
      before.options.filter(({ id }) => !is.has(id)),
      'is gone.',
      'are gone.',
    ),
  ]
  return said.filter(Boolean).join(' ')
}

/** "Option A changed.", "Options A and B changed." */
function sentenceOf(options: Option[], one: string, several: string): string {
  const letters = options.map(({ id }) => id)
  if (letters.length === 0) return ''
  if (letters.length === 1) return `Option ${letters.join('')} ${one}`
  return `Options ${letters.slice(0, -1).join(', ')} and ${letters.at(-1) ?? ''} ${several}`
}
