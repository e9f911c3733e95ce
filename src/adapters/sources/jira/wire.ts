import { z } from 'zod'
import { clip } from '#src/domain/clip.ts'
import { documentText, mentionedAccounts } from '#src/domain/jira-document.ts'
import type { JiraIssue } from '#src/domain/jira-issue.ts'
import { standOf } from '#src/domain/jira-stand.ts'
import { actProperty } from './act-property.ts'
import { linkedKeys, sprintsIn, wireLink, wireVersion } from './wire-plan.ts'
import { person, watchersIn, wireWatches } from './wire-person.ts'
import { when } from './wire-time.ts'
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

const status = z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }).optional() })

const wireIssue = z.object({
  id: z.string(),
  key: z.string(),
  properties: z.record(z.string(), z.unknown()).default({}),
  changelog: z.object({ histories: z.array(wireHistory) }),
  fields: z.looseObject({
    summary: z.string(),
    status,
    issuetype: z.object({ name: z.string() }),
    project: z.object({ key: z.string(), projectTypeKey: z.string().optional() }),
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
    watches: wireWatches.nullish(),
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
  request: string[]
}

/** A complete raw issue as our own, or the first field that doesn't fit. */
export function readWireIssue(raw: unknown, reading: Reading): { issue: JiraIssue } | { why: string } {
  const parsed = wireIssue.safeParse(raw)
  if (!parsed.success) return { why: whyUnreadable(parsed.error, raw) }
  const { id, key, fields, changelog, properties } = parsed.data
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
        ...watchersIn(fields.watches),
        blocks: linkedKeys(links, 'outward'),
        blockedBy: linkedKeys(links, 'inward'),
        // All of a service desk counts: the field may be hidden from us, and a request is one all the same.
        isRequest: fields.project.projectTypeKey === 'service_desk' || custom(reading.request).some(isSet),
        ...stand,
      },
      histories,
      comments,
      actId: typeof properties[actProperty] === 'string' ? properties[actProperty] : null,
    },
  }
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
