import { z } from 'zod'
import type { ChangeItemFile } from '#src/sandbox/scenario/vendor-files.ts'
import { asText, isVendor } from '#src/sandbox/vendor/value.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'
import type { IssueView } from './issue-at.ts'
import type { Site } from './site.ts'

/** What an edit makes of a field, and its line of the changelog; `mirrored`: the other end of a link. */
export type FieldChanged = {
  fieldId: string
  value: unknown
  item: ChangeItemFile | null
  mirrored?: { key: string; value: unknown } | undefined
}
type Change = { set: unknown } | { ops: Record<string, unknown>[] }
type On = { view: IssueView; at: number }

/** Jira's words against a field. */
export class EditRefused extends Error {
  override name = 'EditRefused'
}

/** The new value of a field. Throws {@link EditRefused}. */
export function changeOf(site: Site, on: On, fieldId: string, change: Change): FieldChanged {
  const { view } = on
  const now = view.fields[fieldId]
  if ('ops' in change && fieldId === 'fixVersions') return versions(site, view, change.ops)
  if ('ops' in change && fieldId === 'issuelinks') return links(site, on, change.ops)
  if (!('set' in change)) throw notSettable(fieldId)
  switch (site.catalogue.fieldNames.get(fieldId)?.toLowerCase() ?? fieldId) {
    case 'assignee':
      return assignee(site, now, change.set)
    case 'due date':
    case 'duedate':
      return dueDate(now, change.set)
    case 'flagged':
      return flagged(fieldId, now, change.set)
    case 'sprint':
      return sprint(site, fieldId, now, change.set)
    default:
      throw notSettable(fieldId)
  }
}

const notSettable = (fieldId: string) =>
  new EditRefused(`Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`)

const end = (id: string | null, words: string | null) => ({ id, words })
type End = ReturnType<typeof end>

function line(field: string, fieldId: string, from: End, to: End): ChangeItemFile {
  const custom = fieldId.startsWith('customfield_')
  const ends = { from: from.id, fromString: from.words, to: to.id, toString: to.words }
  return { field, fieldtype: custom ? 'custom' : 'jira', fieldId, ...ends }
}

const textOf = (value: unknown, name: string) => (isVendor(value) ? (asText(value[name]) ?? null) : null)

function assignee(site: Site, now: unknown, set: unknown): FieldChanged {
  const wanted = z.object({ accountId: z.string() }).nullable().safeParse(set)
  if (!wanted.success) throw new EditRefused('data was not an object')
  const user = wanted.data && site.catalogue.user(wanted.data.accountId)
  if (wanted.data && !user)
    throw new EditRefused(`User '${wanted.data.accountId}' cannot be assigned issues.`)
  const endOf = (value: unknown) => end(textOf(value, 'accountId'), textOf(value, 'displayName'))
  return {
    fieldId: 'assignee',
    value: user ?? null,
    item: line('assignee', 'assignee', endOf(now), endOf(user)),
  }
}

function dueDate(now: unknown, set: unknown): FieldChanged {
  const wanted = z.iso.date().nullable().safeParse(set)
  if (!wanted.success) throw new EditRefused("Error parsing date string: it is not of the form 'yyyy-MM-dd'.")
  const endOf = (value: unknown) => end(asText(value) ?? null, asText(value) ?? null)
  return {
    fieldId: 'duedate',
    value: wanted.data,
    item: line('duedate', 'duedate', endOf(now), endOf(wanted.data)),
  }
}

function flagged(fieldId: string, now: unknown, set: unknown): FieldChanged {
  const wanted = z
    .array(z.object({ value: z.literal('Impediment') }))
    .nullable()
    .safeParse(set)
  if (!wanted.success) throw new EditRefused('Option value is not valid')
  const value = wanted.data?.length ? [{ id: '10019', value: 'Impediment' }] : null
  const endOf = (is: unknown) =>
    Array.isArray(is) && is.length > 0 ? end('[10019]', 'Impediment') : end('', '')
  return { fieldId, value, item: line('Flagged', fieldId, endOf(now), endOf(value)) }
}

function sprint(site: Site, fieldId: string, now: unknown, set: unknown): FieldChanged {
  const wanted = z.number().int().nullable().safeParse(set)
  if (!wanted.success) throw new EditRefused('Number value expected as the Sprint id.')
  const id = wanted.data === null ? null : String(wanted.data)
  const found =
    id === null ? undefined : (site.catalogue.value(fieldId, id) ?? site.catalogue.value('sprint', id))
  if (id !== null && !found) throw new EditRefused(`Sprint is not found with id ${id}`)
  const value = found ? [found] : null
  const endOf = (is: unknown) => {
    const all: unknown[] = Array.isArray(is) ? is : []
    const each = (name: string) => all.map((one) => textOf(one, name) ?? '').join(', ')
    return end(each('id'), each('name'))
  }
  return { fieldId, value, item: line('Sprint', fieldId, endOf(now), endOf(value)) }
}

const versionOp = z.union([
  z.object({ add: z.object({ name: z.string() }) }),
  z.object({ remove: z.object({ name: z.string() }) }),
])

function versions(site: Site, { key, fields }: IssueView, ops: Record<string, unknown>[]): FieldChanged {
  const [op] = z.array(versionOp).safeParse(ops).data ?? []
  if (!op) throw new EditRefused('Operation value must be of type string or object')
  const name = 'add' in op ? op.add.name : op.remove.name
  const project = key.slice(0, key.lastIndexOf('-'))
  const version = site.catalogue.versions.find(
    (each) => each.project === project && each.json.name === name,
  )?.json
  if (!version) throw new EditRefused(`Version name '${name}' is not valid`)
  const before: unknown[] = Array.isArray(fields.fixVersions) ? fields.fixVersions : []
  const others = before.filter((one) => textOf(one, 'name') !== name)
  const [there, none] = [end(asText(version.id) ?? '', name), end(null, null)]
  const item =
    'add' in op
      ? line('Fix Version', 'fixVersions', none, there)
      : line('Fix Version', 'fixVersions', there, none)
  return { fieldId: 'fixVersions', value: 'add' in op ? [...others, version] : others, item }
}

const linkOp = z.object({
  add: z.object({
    type: z.object({ name: z.enum(['Blocks', 'Relates']) }),
    outwardIssue: z.object({ key: z.string() }),
  }),
})
const LINKS = {
  Blocks: { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  Relates: { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
}

/** Both ends have it: here it leads outward, there inward. */
function links(site: Site, { view, at }: On, ops: Record<string, unknown>[]): FieldChanged {
  const [op] = z.array(linkOp).safeParse(ops).data ?? []
  if (!op) throw new EditRefused('No issue link type with that name found.')
  const { type, outwardIssue } = op.add
  const other = site.find(outwardIssue.key, at)
  if (!other) throw new EditRefused(`Issue does not exist or you do not have permission to see it.`)
  const id = site.nextId()
  const existing = (of: IssueView): unknown[] =>
    Array.isArray(of.fields.issuelinks) ? of.fields.issuelinks : []
  const stub = (of: IssueView): Vendor => ({ id: of.id, key: of.key, fields: { summary: of.fields.summary } })
  const words = `This issue ${LINKS[type.name].outward} ${other.key}`
  return {
    fieldId: 'issuelinks',
    value: [...existing(view), { id, type: LINKS[type.name], outwardIssue: stub(other) }],
    item: { field: 'Link', fieldtype: 'jira', from: null, fromString: null, to: other.key, toString: words },
    mirrored: {
      key: other.key,
      value: [...existing(other), { id, type: LINKS[type.name], inwardIssue: stub(view) }],
    },
  }
}
