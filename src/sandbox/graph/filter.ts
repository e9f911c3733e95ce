import type { Vendor } from '#src/sandbox/vendor/value.ts'
import { propertiesOf } from './message-json.ts'

export type MessageFilter = (message: Vendor) => boolean

type Clause = { pattern: RegExp; test: (found: RegExpExecArray) => MessageFilter }

const CLAUSES: Clause[] = [
  {
    pattern: /^conversationId eq '((?:[^']|'')*)'/,
    test: (found) => (message) => message.conversationId === unquoted(found[1]),
  },
  {
    pattern: /^(receivedDateTime|sentDateTime|createdDateTime) (ge|gt|le|lt) (\d{4}-\d\d-\d\dT[\d:.]+Z)/,
    test: (found) => (message) => {
      const apart = Date.parse(String(message[found[1] ?? ''])) - Date.parse(found[3] ?? '')
      return found[2] === 'ge'
        ? apart >= 0
        : found[2] === 'gt'
          ? apart > 0
          : found[2] === 'le'
            ? apart <= 0
            : apart < 0
    },
  },
  {
    pattern: /^isDraft eq (true|false)/,
    test: (found) => (message) => message.isDraft === (found[1] === 'true'),
  },
  {
    pattern:
      /^singleValueExtendedProperties\/Any\(ep:\s*ep\/id eq '((?:[^']|'')*)' and ep\/value eq '((?:[^']|'')*)'\)/,
    test: (found) => (message) =>
      propertiesOf(message).some(
        ({ id, value }) =>
          id.toLowerCase() === unquoted(found[1]).toLowerCase() && value === unquoted(found[2]),
      ),
  },
]

/** A `$filter` of the few kinds the double knows, joined by "and"; undefined for any other. */
export function messageFilter(text: string): MessageFilter | undefined {
  const filters: MessageFilter[] = []
  for (let rest = text.trim(); ;) {
    const clause = CLAUSES.find(({ pattern }) => pattern.test(rest))
    const found = clause?.pattern.exec(rest)
    if (clause === undefined || !found) return undefined
    filters.push(clause.test(found))
    rest = rest.slice(found[0].length).trimStart()
    if (rest === '') return (message) => filters.every((filter) => filter(message))
    if (!rest.startsWith('and ')) return undefined
    rest = rest.slice(4).trimStart()
  }
}

function unquoted(text = ''): string {
  return text.replaceAll("''", "'")
}
