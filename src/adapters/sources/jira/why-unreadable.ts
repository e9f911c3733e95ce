import type { z } from 'zod'

/** The first thing wrong with a raw issue, for a person: "its field issuetype is missing". Begins in lower case. */
export function whyUnreadable(error: z.ZodError, raw: unknown): string {
  const [issue] = error.issues
  if (issue === undefined || issue.path.length === 0) return 'it is not an issue as Jira describes one'
  const field = issue.path
    .map(String)
    .join('.')
    .replace(/^fields\./, '')
  const found = valueAt(raw, issue.path)
  if (found === undefined || found === null) return `its field ${field} is missing`
  return `its field ${field} is not as expected: ${issue.message}`
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (isObject(value) ? Reflect.get(value, key) : undefined), raw)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
