import type { ChangeItemFile } from '#src/sandbox/scenario/vendor-files.ts'
import type { Catalogue } from './catalogue.ts'
import { asText, isVendor, own } from '#src/sandbox/vendor/value.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'

/** What a field held before a changelog item, given what it holds after it. */
export function valueBefore(
  fieldId: string,
  item: ChangeItemFile,
  now: unknown,
  catalogue: Catalogue,
): unknown {
  const from = textOrNull(item.from)
  const fromString = textOrNull(item.fromString)
  switch (fieldId) {
    case 'summary':
    case 'description':
    case 'environment':
      return fromString
    case 'labels':
      return wordsOf(fromString)
    case 'duedate':
      return from ?? fromString?.slice(0, 10) ?? null
    case 'assignee':
    case 'reporter':
      return from === null
        ? null
        : (catalogue.user(from) ?? { accountId: from, displayName: fromString ?? from })
    case 'fixVersions':
    case 'versions':
    case 'components':
      return withoutOrWith(fieldId, item, now, catalogue)
    case 'issuelinks':
      return withoutLink(item, now)
    case 'parent':
      return from === null ? null : { id: from, key: fromString ?? from }
    case 'status':
    case 'priority':
    case 'resolution':
    case 'issuetype':
    case 'project':
      return from === null ? null : (catalogue.value(fieldId, from) ?? { id: from, name: fromString ?? from })
    default:
      return otherBefore(fieldId, item, now, catalogue)
  }
}

/** Numbers, options, sprints and plain text: told apart by what the changelog and the present value look like. */
function otherBefore(fieldId: string, item: ChangeItemFile, now: unknown, catalogue: Catalogue): unknown {
  const name = item.field.toLowerCase()
  const from = textOrNull(item.from)
  const fromString = textOrNull(item.fromString)
  if (name === 'rank') return now
  if (from === null && fromString === null) return null
  if (name === 'sprint')
    return idsOf(from).map((id, index) => sprint(id, namesOf(fromString)[index], catalogue))
  if (Array.isArray(now) || from?.startsWith('[') === true || wasList(item)) {
    return idsOf(from).map((id, index) => option(fieldId, id, namesOf(fromString)[index], catalogue))
  }
  const number = Number(fromString ?? from)
  if (!Number.isNaN(number) && (typeof now === 'number' || now === null || now === undefined)) return number
  if (from === null) return fromString
  return (
    catalogue.value(fieldId, from) ??
    (isVendor(now) ? { id: from, value: fromString, name: fromString } : fromString)
  )
}

function wasList(item: ChangeItemFile): boolean {
  return item.to?.startsWith('[') === true
}

function option(fieldId: string, id: string, name: string | undefined, catalogue: Catalogue): Vendor {
  return catalogue.value(fieldId, id) ?? { id, value: name ?? id }
}

function sprint(id: string, name: string | undefined, catalogue: Catalogue): Vendor {
  return catalogue.value('sprint', id) ?? { id: Number(id), name: name ?? id }
}

/** Multi-value fields log one item per element: an added one is taken out again, a removed one is put back. */
function withoutOrWith(fieldId: string, item: ChangeItemFile, now: unknown, catalogue: Catalogue): unknown[] {
  const rest = listOf(now).filter((one) => !isVendor(one) || asText(one.id) !== item.to)
  const from = textOrNull(item.from)
  if (from === null) return rest
  return [...rest, catalogue.value(fieldId, from) ?? { id: from, name: item.fromString ?? from }]
}

function withoutLink(item: ChangeItemFile, now: unknown): unknown[] {
  const rest = listOf(now).filter((link) => !isVendor(link) || keyOf(link) !== item.to)
  const from = textOrNull(item.from)
  if (from === null) return rest
  const name = item.fromString ?? 'relates to'
  return [
    ...rest,
    { id: `restored-${from}`, type: { name, inward: name, outward: name }, outwardIssue: { key: from } },
  ]
}

function keyOf(link: Vendor): string | undefined {
  const other = link.outwardIssue ?? link.inwardIssue
  return isVendor(other) ? asText(own(other, 'key')) : undefined
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function idsOf(from: string | null): string[] {
  return (from ?? '')
    .replaceAll(/[[\]\s]/g, '')
    .split(',')
    .filter((id) => id !== '')
}

function namesOf(fromString: string | null): string[] {
  return (fromString ?? '').split(',').map((name) => name.trim())
}

function wordsOf(text: string | null): string[] {
  return (text ?? '').split(' ').filter((word) => word !== '')
}

/** Jira writes "nothing" as null or as an empty text. */
function textOrNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
