import { z } from 'zod'

/** A moment in a vendor's file: ISO 8601 with `Z`, `+00:00` or Jira's `+0000`. */
const vendorTime = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'Expected a date and time.')

const person = z.looseObject({ accountId: z.string().optional(), displayName: z.string().optional() })

/** A changelog item. `toString` is read by own property only: every object inherits a function of that name. */
const changeItemFile = z.looseObject({
  field: z.string(),
  fieldId: z.string().optional(),
  from: z.string().nullish(),
  fromString: z.string().nullish(),
  to: z.string().nullish(),
})

const historyFile = z.looseObject({
  id: z.string(),
  author: person.nullish(),
  created: vendorTime,
  items: z.array(changeItemFile),
})

const commentFile = z.looseObject({
  id: z.string(),
  author: person.nullish(),
  created: vendorTime,
  updated: vendorTime.optional(),
  body: z.unknown().optional(),
})

/**
 * An issue as Jira Cloud REST returns it with `expand=changelog`, v2 or v3 bodies. Only what time travel needs is
 * required; everything else is kept as it came, even where product code will complain about it. From `_deletedAt` on it is
 * gone.
 */
export const issueFile = z.looseObject({
  id: z.string(),
  key: z.string().regex(/^[A-Z][A-Z0-9_]*-\d+$/, 'Expected an issue key such as SP-1.'),
  fields: z.looseObject({
    created: vendorTime,
    comment: z.looseObject({ comments: z.array(commentFile) }).optional(),
  }),
  changelog: z.looseObject({ histories: z.array(historyFile) }).optional(),
  names: z.record(z.string(), z.string()).optional(),
  _deletedAt: vendorTime.optional(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).optional(),
})

const screenField = z.looseObject({
  required: z.boolean(),
  name: z.string(),
  hasDefaultValue: z.boolean().default(false),
  allowedValues: z.array(z.looseObject({ id: z.string() })).default([]),
})
/** Fields of a step's screen by their ids, as `expand=transitions.fields` shows them. */
export type Screen = Record<string, z.infer<typeof screenField>>

/** jira/statuses.json: the answer of `GET /rest/api/3/status`. `_screen`: what a step into it asks for. */
export const statusesFile = z.array(
  z.looseObject({
    ...{ id: z.string(), name: z.string() },
    _screen: z.record(z.string(), screenField).optional(),
  }),
)

/** jira/sprints.json: the agile API's sprints, bare or as a page. */
export const sprintsFile = z
  .union([z.array(z.looseObject({})), z.looseObject({ values: z.array(z.looseObject({})) })])
  .transform((file) => (Array.isArray(file) ? file : file.values))

/** jira/board.json: the agile API's board configuration. */
export const boardFile = z.looseObject({})

/**
 * A Graph `message`, kept whole for the Outlook double: only what time travel needs is checked, so that a scenario may
 * hold mails that product code will complain about. `sensitivity`: how Outlook's window calls what Graph has as a property.
 * `_deletedAt` and `_movedAt`: architecture.md, "Scenario format".
 */
export const mailFile = z.looseObject({
  id: z.string().optional(),
  receivedDateTime: vendorTime,
  attachments: z.array(z.looseObject({})).optional(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).optional(),
  _deletedAt: vendorTime.optional(),
  _movedAt: z.object({ at: vendorTime, to: z.string() }).optional(),
})

const storyFile = z.looseObject({
  gid: z.string(),
  created_at: vendorTime,
  resource_subtype: z.string(),
  _editedAt: vendorTime.optional(),
})

/**
 * A task as Asana's REST returns it, with all its `stories`; the rest is kept as it came. `_editedAt`: of a comment. From
 * `_deletedAt` on the task is gone.
 */
export const taskFile = z.looseObject({
  gid: z.string().regex(/^\d+$/, 'Expected a gid, digits only.'),
  created_at: vendorTime,
  memberships: z.array(z.looseObject({ project: z.looseObject({ gid: z.string() }) })),
  stories: z.array(storyFile).default([]),
  _deletedAt: vendorTime.optional(),
})

export type TaskFile = z.infer<typeof taskFile>
export type StoryFile = z.infer<typeof storyFile>
export type IssueFile = z.infer<typeof issueFile>
export type HistoryFile = z.infer<typeof historyFile>
export type ChangeItemFile = z.infer<typeof changeItemFile>
export type CommentFile = z.infer<typeof commentFile>
