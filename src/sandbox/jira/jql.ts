import { instantOf } from './local-time.ts'

/** What a query looks at. Times are epoch milliseconds. */
export type Candidate = { id: number; key: string; project: string; created: number; updated: number }
type OrderField = 'updated' | 'created' | 'key'
export type Query = {
  matches: (issue: Candidate) => boolean
  order: { field: OrderField; descending: boolean }[]
}

/** Jira would answer 400 with this message. */
export class BadJql extends Error {
  override readonly name = 'BadJql'
}

/**
 * The bounded part of JQL that we speak: `project`, `key`, `updated` and `created` joined by AND, and ORDER BY. Times are read
 * in the account's zone, to the minute. Throws `BadJql` for anything else, an unknown project and an unbounded query.
 */
export function parseJql(jql: string, site: { timeZone: string; projects: ReadonlySet<string> }): Query {
  const [where = '', orderBy] = splitOrder(jql)
  const words = [...where.matchAll(token)].map((match) => match[0])
  if (words.length === 0) {
    throw new BadJql(
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    )
  }
  const tests: Query['matches'][] = []
  while (words.length > 0) {
    if (tests.length > 0) expectWord(words, 'and')
    tests.push(clause(words, site))
  }
  return { matches: (issue) => tests.every((test) => test(issue)), order: order(orderBy) }
}

/** Sorts as a query asks, ties by id, so that paging has one answer. */
export function compareBy(order: Query['order']): (a: Candidate, b: Candidate) => number {
  return (a, b) => {
    for (const { field, descending } of order) {
      const difference = field === 'key' ? compareKeys(a, b) : a[field] - b[field]
      if (difference !== 0) return descending ? -difference : difference
    }
    return a.id - b.id
  }
}

const token = /"[^"]*"|'[^']*'|[(),]|[<>!]=?|=|[^\s(),=<>!"']+/g

function splitOrder(jql: string): string[] {
  return jql.split(/\border\s+by\b/i)
}

function clause(
  words: string[],
  site: { timeZone: string; projects: ReadonlySet<string> },
): Query['matches'] {
  const field = take(words).toLowerCase()
  switch (field) {
    case 'project': {
      const keys = valuesOf(words)
      for (const key of keys) {
        if (!site.projects.has(key))
          throw new BadJql(`The value '${key}' does not exist for the field 'project'.`)
      }
      return (issue) => keys.includes(issue.project)
    }
    case 'key':
    case 'issuekey': {
      const keys = valuesOf(words)
      return (issue) => keys.includes(issue.key)
    }
    case 'updated':
    case 'created':
      return timeTest(field, words, site.timeZone)
    default:
      throw new BadJql(`Field '${field}' does not exist or you do not have permission to view it.`)
  }
}

function valuesOf(words: string[]): string[] {
  const operator = take(words).toLowerCase()
  if (operator === '=') return [unquoted(take(words))]
  if (operator !== 'in') throw new BadJql(`The operator '${operator}' is not supported by this field.`)
  expectWord(words, '(')
  const values = [unquoted(take(words))]
  for (let next = take(words); next !== ')'; next = take(words)) {
    if (next !== ',') throw unexpected(next)
    values.push(unquoted(take(words)))
  }
  return values
}

function timeTest(field: 'updated' | 'created', words: string[], timeZone: string): Query['matches'] {
  const operator = take(words)
  const value = unquoted(take(words))
  const parts = /^(\d{4})[-/](\d{2})[-/](\d{2}) (\d{2}:\d{2})$/.exec(value)
  if (parts === null) {
    throw new BadJql(
      `Date value '${value}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm'.`,
    )
  }
  const [, year = '', month = '', day = '', time = ''] = parts
  const limit = instantOf(`${year}-${month}-${day}T${time}`, timeZone).getTime()
  switch (operator) {
    case '>=':
      return (issue) => issue[field] >= limit
    case '>':
      return (issue) => issue[field] > limit
    case '<=':
      return (issue) => issue[field] <= limit
    case '<':
      return (issue) => issue[field] < limit
    default:
      throw new BadJql(`The operator '${operator}' is not supported by the '${field}' field.`)
  }
}

function order(text: string | undefined): Query['order'] {
  if (text === undefined) return [{ field: 'key', descending: false }]
  return text.split(',').map((part) => {
    const match = /^\s*(updated|created|key|issuekey)(?:\s+(asc|desc))?\s*$/i.exec(part)
    if (match === null) throw new BadJql(`Not able to sort using field '${part.trim()}'.`)
    const name = match[1]?.toLowerCase()
    const field = name === 'updated' || name === 'created' ? name : 'key'
    return { field, descending: match[2]?.toLowerCase() === 'desc' }
  })
}

function compareKeys(a: Candidate, b: Candidate): number {
  return a.project.localeCompare(b.project) || numberOf(a.key) - numberOf(b.key)
}

function numberOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('-') + 1))
}

function take(words: string[]): string {
  const word = words.shift()
  if (word === undefined) throw new BadJql('Error in the JQL Query: The query ends too early.')
  return word
}

function expectWord(words: string[], wanted: string): void {
  const word = take(words)
  if (word.toLowerCase() !== wanted) throw unexpected(word)
}

function unexpected(word: string): BadJql {
  return new BadJql(`Error in the JQL Query: Unexpected '${word}'.`)
}

function unquoted(word: string): string {
  return word.replaceAll(/^["']|["']$/g, '')
}
