import { z } from 'zod'
import type { FieldEdit } from '#src/domain/field-edit.ts'
import { JiraRefused } from './jira-errors.ts'
import type { Reading } from './wire.ts'

type IssueFields = Record<string, unknown>
type Stood = { id: string | null; words: string }

/** How an edit is written, and how what stands there now is read. */
type Editable = {
  fieldId: string
  before(fields: IssueFields): Stood
  isSo(fields: IssueFields): boolean
  alreadySo(key: string): string
  body(fields: IssueFields): { fields?: IssueFields; update?: Record<string, unknown[]> }
}

/** `JiraRefused` for a field that the site does not have. */
export function editable(edit: FieldEdit, reading: Reading): Editable {
  switch (edit.field) {
    case 'assignee':
      return plain('assignee', userIn, edit.accountId, (accountId) => accountId && { accountId })
    case 'due_date':
      return plain('duedate', dayIn, edit.day, (day) => day)
    case 'flag':
      return plain(
        own('Flagged', reading.flagged),
        flagIn,
        edit.on ? FLAG : null,
        (value) => value && [{ value }],
      )
    case 'sprint':
      return plain(own('Sprint', reading.sprint), sprintIn, edit.id, (id) => id && Number(id))
    case 'version':
      return version(edit)
    case 'link':
      return link(edit)
  }
}

const FLAG = 'Impediment'

function own(name: string, [id]: string[]): string {
  if (id !== undefined) return id
  throw new JiraRefused(null, `This Jira site has no field ${name}.`, 'not sent', 'Change it in Jira.')
}

/** A field that holds one value or none. */
function plain(
  fieldId: string,
  read: (value: unknown) => Stood,
  wanted: string | null,
  write: (wanted: string | null) => unknown,
): Editable {
  return {
    fieldId,
    before: (fields) => read(fields[fieldId]),
    isSo: (fields) => read(fields[fieldId]).id === wanted,
    alreadySo: (key) => `${key} stands so already.`,
    body: () => ({ fields: { [fieldId]: write(wanted) } }),
  }
}

const named = z.object({ name: z.string() })
const NONE: Stood = { id: null, words: 'none' }

function version({ name, into }: Extract<FieldEdit, { field: 'version' }>): Editable {
  const has = (fields: IssueFields) =>
    (read(z.array(named), fields.fixVersions) ?? []).some((each) => each.name === name)
  return {
    fieldId: 'fixVersions',
    before: (fields) => (has(fields) ? { id: name, words: name } : NONE),
    isSo: (fields) => has(fields) === into,
    alreadySo: (key) => `${key} is ${into ? 'already' : 'not'} in ${name}.`,
    body: () => ({ update: { fixVersions: [into ? { add: { name } } : { remove: { name } }] } }),
  }
}

const links = z.array(
  z.looseObject({ id: z.string(), type: named, outwardIssue: z.object({ key: z.string() }).optional() }),
)
/** Jira's own names for the two kinds of link. */
const LINK_TYPES = { blocks: 'Blocks', 'relates to': 'Relates' } as const

/** The ids of an issue's links of a kind to another issue. */
export function linkIds(
  fields: IssueFields,
  { how, other }: Pick<Extract<FieldEdit, { field: 'link' }>, 'how' | 'other'>,
) {
  return (read(links, fields.issuelinks) ?? []).flatMap(({ id, type, outwardIssue }) =>
    type.name === LINK_TYPES[how] && outwardIssue?.key === other ? [id] : [],
  )
}

function link(edit: Extract<FieldEdit, { field: 'link' }>): Editable {
  const { how, other } = edit
  const add = { type: { name: LINK_TYPES[how] }, outwardIssue: { key: other } }
  return {
    fieldId: 'issuelinks',
    before: () => NONE,
    isSo: (fields) => linkIds(fields, edit).length > 0,
    alreadySo: (key) => `${key} ${how} ${other} already.`,
    body: () => ({ update: { issuelinks: [{ add }] } }),
  }
}

function read<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  return schema.safeParse(value).data
}

function userIn(value: unknown): Stood {
  const user = read(z.object({ accountId: z.string(), displayName: z.string().default('') }), value)
  return user ? { id: user.accountId, words: user.displayName } : { id: null, words: 'nobody' }
}

function dayIn(value: unknown): Stood {
  return typeof value === 'string' ? { id: value, words: value } : NONE
}

function flagIn(value: unknown): Stood {
  return Array.isArray(value) && value.length > 0 ? { id: FLAG, words: FLAG } : NONE
}

/** The sprint that it is in now: the last one it came into that is not over. */
function sprintIn(value: unknown): Stood {
  const sprint = z.looseObject({ id: z.number(), name: z.string(), state: z.string().optional() })
  const open = (read(z.array(sprint), value) ?? []).filter(({ state }) => state !== 'closed').at(-1)
  return open ? { id: String(open.id), words: open.name } : { id: null, words: 'the backlog' }
}
