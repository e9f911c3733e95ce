import { z } from 'zod'
import { clip } from '#src/domain/clip.ts'
import { documentText, mentionedAccounts } from '#src/domain/jira-document.ts'
import type { JiraIssue, JiraPerson } from '#src/domain/jira-issue.ts'
import { standOf } from '#src/domain/jira-stand.ts'
import { whyUnreadable } from './why-unreadable.ts'

/**
 * An issue's parts that may be clipped, unread as yet: `changelog` lacks histories, or `comment` comments, when it holds
 * fewer than its `total`. Source: Jira Cloud REST v3, IssueBean and PageOfChangelogs.
 */
export const issueEnvelope = z.looseObject({
  id: z.string(),
  key: z.string(),
  changelog: z.object({ total: z.number(), histories: z.array(z.unknown()) }).optional(),
  fields: z.looseObject({
    comment: z.looseObject({ total: z.number(), comments: z.array(z.unknown()) }).optional(),
  }),
})
export type IssueEnvelope = z.infer<typeof issueEnvelope>

/** A page of a search; its issues are parsed one by one, so that one bad issue spoils no other. */
export const searchPage = z.object({ issues: z.array(z.unknown()), nextPageToken: z.string().nullish() })

/** A page of an issue's comments, unread. */
export const commentPage = z.object({ total: z.number(), comments: z.array(z.unknown()) })

/** A page of `changelog/bulkfetch`, histories unread. */
export const bulkChangelogPage = z.object({
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: z.array(z.unknown()) })),
  nextPageToken: z.string().nullish(),
})

/** Jira's times: ISO with `+0000`, or epoch milliseconds in bulk answers; ISO in UTC when read. */
const when = z.union([z.string(), z.number()]).transform((value, context) => {
  const date = new Date(value)
  if (!Number.isNaN(date.getTime())) return date.toISOString()
  context.addIssue('Expected a date and time.')
  return z.NEVER
})

/** Nobody, for removed accounts and automation; someone without an id keeps the name. */
const person = z
  .object({
    accountId: z.string().optional(),
    displayName: z.string().optional(),
    emailAddress: z.string().optional(),
  })
  .nullish()
  .transform((user): JiraPerson | null => {
    const name = user?.displayName ?? user?.accountId
    if (user === null || user === undefined || name === undefined) return null
    return { accountId: user.accountId ?? 'unknown', name, email: user.emailAddress ?? null }
  })

const named = z
  .object({ name: z.string() })
  .nullish()
  .transform((value) => value?.name ?? null)

const text = z.string().nullish()

/** `toString` must be the item's own: every object inherits a function of that name. */
const changeItem = z.preprocess(
  (item) => (isRecord(item) ? { ...item, toText: ownText(item, 'toString') } : item),
  z
    .object({
      field: z.string(),
      fieldId: z.string().nullish(),
      from: text,
      fromString: text,
      to: text,
      toText: text,
    })
    .transform(({ field, fieldId, from, fromString, to, toText }) => {
      const dated = fieldId === 'duedate'
      return {
        field,
        fieldId: fieldId ?? null,
        before: (dated ? filled(from) : null) ?? filled(fromString) ?? filled(from),
        after: (dated ? filled(to) : null) ?? filled(toText) ?? filled(to),
      }
    }),
)

/** One history of a changelog. */
export const wireHistory = z
  .object({ id: z.string(), author: person, created: when, items: z.array(changeItem) })
  .transform(({ id, author, created, items }) => ({ id, at: created, author, items }))

/** One comment; who wrote it for us is not in it. */
export const wireComment = z
  .object({
    id: z.string(),
    author: person,
    created: when,
    updated: when.optional(),
    body: z.unknown().optional(),
  })
  .transform(({ id, author, created, updated = created, body }) => {
    return {
      id,
      author,
      created,
      updated,
      text: documentText(body),
      mentions: mentionedAccounts(body),
      actId: null,
    }
  })

/** A fix version; Jira leaves the date out where none is set. */
const wireVersion = z
  .object({ name: z.string(), releaseDate: z.string().nullish(), released: z.boolean().optional() })
  .transform(({ name, releaseDate, released }) => {
    return { name, releaseDate: releaseDate ?? null, released: released ?? false }
  })

const linked = z.object({ key: z.string() }).optional()
const wireLink = z.object({
  type: z.object({ inward: z.string(), outward: z.string() }),
  inwardIssue: linked,
  outwardIssue: linked,
})

/** A sprint in the custom field of that name; a site that still has the old text form gives none. */
const wireSprint = z.object({
  id: z.union([z.number(), z.string()]).transform(String),
  name: z.string(),
  goal: z.string().nullish(),
  startDate: when.nullish(),
  endDate: when.nullish(),
})

const status = z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }).optional() })

const wireIssue = z.object({
  id: z.string(),
  key: z.string(),
  changelog: z.object({ histories: z.array(wireHistory) }),
  fields: z.looseObject({
    summary: z.string(),
    status,
    issuetype: z.object({ name: z.string() }),
    project: z.object({ key: z.string() }),
    created: when,
    updated: when,
    creator: person,
    assignee: person,
    priority: named,
    resolution: named,
    duedate: z.string().nullish(),
    reporter: person,
    fixVersions: z.array(wireVersion).nullish(),
    issuelinks: z.array(wireLink).nullish(),
    description: z.unknown().optional(),
    comment: z.object({ comments: z.array(wireComment) }).default({ comments: [] }),
  }),
})

/** What a site adds to an issue: where it is read, and the ids of its fields for what we read, by their names. */
export type Reading = {
  baseUrl: string
  flagged: string[]
  points: string[]
  sprint: string[]
  criteria: string[]
}

/** A complete raw issue as our own, or the first field that doesn't fit. */
export function readWireIssue(raw: unknown, reading: Reading): { issue: JiraIssue } | { why: string } {
  const parsed = wireIssue.safeParse(raw)
  if (!parsed.success) return { why: whyUnreadable(parsed.error, raw) }
  const { id, key, fields, changelog } = parsed.data
  const histories = onceEach(changelog.histories).sort(
    (a, b) => a.at.localeCompare(b.at) || Number(a.id) - Number(b.id),
  )
  const comments = onceEach(fields.comment.comments)
  const description = documentText(fields.description)
  const custom = (ids: string[]) => ids.map((field) => fields[field])
  const links = fields.issuelinks ?? []
  const stand = standOf({
    created: fields.created,
    histories,
    comments,
    description,
    criteria: custom(reading.criteria).map(documentText).join(''),
    sprints: custom(reading.sprint).flatMap(sprintsIn),
  })
  return {
    issue: {
      id,
      key,
      project: fields.project.key,
      title: fields.summary,
      url: `${reading.baseUrl}/browse/${key}`,
      description,
      created: fields.created,
      updated: fields.updated,
      creator: fields.creator,
      context: {
        status: fields.status.name,
        statusCategory: fields.status.statusCategory?.key ?? null,
        priority: fields.priority,
        assignee: fields.assignee,
        dueDate: fields.duedate ?? null,
        flagged: custom(reading.flagged).some(isSet),
        issueType: fields.issuetype.name,
        resolution: fields.resolution,
        reporter: fields.reporter,
        points: custom(reading.points).find((value) => typeof value === 'number') ?? null,
        versions: fields.fixVersions ?? [],
        about: clip(description, 600),
        blocks: linkedKeys(links, 'outward'),
        blockedBy: linkedKeys(links, 'inward'),
        ...stand,
      },
      histories,
      comments,
    },
  }
}

function sprintsIn(value: unknown) {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => {
    const read = wireSprint.safeParse(one)
    if (!read.success) return []
    const { id, name, goal, startDate, endDate } = read.data
    return [{ id, name, goal: goal ?? null, startAt: startDate ?? null, endAt: endDate ?? null }]
  })
}

/** Links that stop work, told by their words: "blocks" outward, "is blocked by" inward. */
function linkedKeys(links: z.infer<typeof wireLink>[], way: 'inward' | 'outward'): string[] {
  return links.flatMap(({ type, inwardIssue, outwardIssue }) => {
    const other = way === 'inward' ? inwardIssue : outwardIssue
    return other && /\bblock/i.test(type[way]) ? [other.key] : []
  })
}

function onceEach<T extends { id: string }>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [one.id, one])).values()]
}

function filled(value: string | null | undefined): string | null {
  return value === undefined || value === '' ? null : value
}

function isSet(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== ''
}

function ownText(item: object, key: string): unknown {
  const value: unknown = Object.hasOwn(item, key) ? Reflect.get(item, key) : null
  return value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
