import { z } from 'zod'
import type { JiraPerson } from '#src/domain/jira-issue.ts'

const when = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())
/** A compact record; Asana leaves out a name that the token may not see. */
const named = z.object({ gid: z.string(), name: z.string().nullish() }).nullish()
const several = z.array(z.object({ name: z.string().nullish() })).nullish()
const dates = z.object({ due_on: z.string().nullish() }).nullish()

/** Nobody, for automation and removed accounts; someone whose name is hidden keeps the gid. */
const person = z
  .object({ gid: z.string(), name: z.string().nullish(), email: z.string().nullish() })
  .nullish()
  .transform((user): JiraPerson | null =>
    user ? { accountId: user.gid, name: user.name ?? user.gid, email: user.email ?? null } : null,
  )

/** A task with the fields of {@link TASK_FIELDS}. */
export const wireTask = z.object({
  gid: z.string(),
  name: z.string(),
  resource_subtype: z.string().default('default_task'),
  notes: z.string().default(''),
  completed: z.boolean(),
  created_at: when,
  created_by: person,
  due_on: z.iso.date().nullish(),
  permalink_url: z.string().default(''),
  assignee: person,
  parent: named,
  memberships: z.array(z.object({ project: named, section: named })),
  custom_fields: z
    .array(
      z.object({
        name: z.string().nullish(),
        display_value: z.string().nullish(),
        number_value: z.number().nullish(),
      }),
    )
    .default([]),
  tags: z.array(z.object({ name: z.string().nullish() })).default([]),
  dependencies: z.array(z.object({ gid: z.string() })).default([]),
  dependents: z.array(z.object({ gid: z.string() })).default([]),
})
export type WireTask = z.infer<typeof wireTask>

/** What is asked for of a task: Asana gives nothing else. */
export const TASK_FIELDS = [
  'name,resource_subtype,notes,completed,created_at,due_on,permalink_url,parent',
  'created_by.name,created_by.email,assignee.name,assignee.email',
  'memberships.project.name,memberships.section.name,tags.name,dependencies,dependents',
  'custom_fields.name,custom_fields.display_value,custom_fields.number_value',
].join()

/** A story with the fields of {@link STORY_FIELDS}; which of them there are depends on its subtype. */
export const wireStory = z.object({
  gid: z.string(),
  created_at: when,
  created_by: person,
  resource_subtype: z.string(),
  text: z.string().default(''),
  is_edited: z.boolean().default(false),
  old_name: z.string().nullish(),
  new_name: z.string().nullish(),
  old_dates: dates,
  new_dates: dates,
  assignee: named,
  old_section: named,
  new_section: named,
  custom_field: named,
  old_enum_value: named,
  new_enum_value: named,
  old_number_value: z.number().nullish(),
  new_number_value: z.number().nullish(),
  old_text_value: z.string().nullish(),
  new_text_value: z.string().nullish(),
  old_date_value: dates,
  new_date_value: dates,
  old_people_value: several,
  new_people_value: several,
  old_multi_enum_values: several,
  new_multi_enum_values: several,
  tag: named,
  dependency: named,
  task: named,
})
export type WireStory = z.infer<typeof wireStory>

/** What is asked for of a story. */
export const STORY_FIELDS = [
  'created_at,created_by.name,created_by.email,resource_subtype,text,is_edited,old_name,new_name',
  'old_dates,new_dates,assignee.name,old_section.name,new_section.name,custom_field.name',
  'old_enum_value.name,new_enum_value.name,old_number_value,new_number_value',
  'old_people_value.name,new_people_value.name,old_multi_enum_values.name,new_multi_enum_values.name',
  'old_text_value,new_text_value,old_date_value,new_date_value,tag.name,dependency.name,task.name',
].join()

/** A page of a list: each item is parsed on its own, so that one bad one does not hide the others. */
export const wirePage = z.object({
  data: z.array(z.unknown()),
  next_page: z.object({ offset: z.string() }).nullish(),
})

/** One answer of `GET /events`; an event only says that something changed, and where. */
export const wireEvents = z.object({
  data: z.array(
    z.object({
      resource: z.object({ gid: z.string(), resource_type: z.string() }).nullish(),
      parent: z.object({ gid: z.string(), resource_type: z.string() }).nullish(),
      action: z.string(),
      created_at: when,
    }),
  ),
  sync: z.string(),
  has_more: z.boolean().default(false),
})
