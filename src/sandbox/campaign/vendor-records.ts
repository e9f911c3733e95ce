import { subDays } from 'date-fns/subDays'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { issueFile, mailFile, taskFile } from '#src/sandbox/scenario/vendor-files.ts'

type Issue = Scenario['issues'][number]
type Mail = Scenario['mail'][number]
type Task = Scenario['tasks'][number]

/** Who runs the made-up projects, and who works in them. */
export const PM = { name: 'Morgan Reid', email: 'morgan.reid@example.com' }
export const LEAD = { name: 'Ann Lee', email: 'ann.lee@example.com', role: 'Lead', class: 'team' as const }

const author = { accountId: 'demo:0001', displayName: LEAD.name }
const jiraTime = (at: Date) => at.toISOString().replace('Z', '+0000')
const STATUSES = [
  { id: '1', name: 'To Do', statusCategory: { id: 2, key: 'new', name: 'To Do' } },
  { id: '3', name: 'In Progress', statusCategory: { id: 4, key: 'indeterminate', name: 'In Progress' } },
] as const
const FLAG_FIELD = 'customfield_10021'

/** What happened to an issue at a moment: it moved between two statuses, somebody wrote, or it was flagged. */
export type Happened = { at: Date; what: 'moved' | 'commented' | 'flagged' }

/** An issue that was there for weeks before these things happened to it, oldest first. */
export function anIssue(n: number, key: string, happened: Happened[]): Issue {
  const [project = ''] = key.split('-')
  const last = happened.at(-1)
  const oldest = happened[0]?.at ?? new Date(0)
  const moves = happened.filter(({ what }) => what === 'moved')
  const flags = happened.filter(({ what }) => what === 'flagged')
  const comments = happened.filter(({ what }) => what === 'commented')
  const histories = [...moves.map(moved), ...flags.map(flagged)]
  return issueFile.parse({
    id: String(100_000 + n),
    key,
    names: { [FLAG_FIELD]: 'Flagged' },
    fields: {
      ...{ summary: `Part ${n + 1} of the move`, description: null },
      ...{ created: jiraTime(subDays(oldest, 40)), updated: jiraTime(last?.at ?? oldest) },
      status: STATUSES[moves.length % 2 === 0 ? 0 : 1],
      issuetype: { id: '10001', name: 'Story' },
      project: { id: `2${n}`, key: project, name: `Project ${project}` },
      priority: { id: '3', name: 'Medium' },
      assignee: author,
      [FLAG_FIELD]: flags.length > 0 ? [{ id: '10019', value: 'Impediment' }] : null,
      comment: {
        comments: comments.map(({ at }, count) => ({
          ...{ id: String(700_000 + n * 1000 + count), author, body: `Note ${count + 1} on part ${n + 1}.` },
          ...{ created: jiraTime(at), updated: jiraTime(at) },
        })),
      },
    },
    changelog: {
      histories: histories.map((each, count) => ({
        id: String(500_000 + n * 1000 + count),
        author,
        ...each,
      })),
    },
  })
}

function moved({ at }: Happened, count: number) {
  const [from, to] = count % 2 === 0 ? STATUSES : [STATUSES[1], STATUSES[0]]
  const names = { from: from.id, fromString: from.name, to: to.id, toString: to.name }
  return {
    created: jiraTime(at),
    items: [{ field: 'status', fieldtype: 'jira', fieldId: 'status', ...names }],
  }
}

function flagged({ at }: Happened) {
  const change = { from: '', fromString: '', to: '[10019]', toString: 'Impediment' }
  const field = { field: 'Flagged', fieldtype: 'custom', fieldId: FLAG_FIELD }
  return { created: jiraTime(at), items: [{ ...field, ...change }] }
}

/** A mail of everyday business: from the lead to the PM, or the PM's own. */
export function aMail(n: number, at: Date, subject: string, from: 'lead' | 'pm' = 'lead'): Mail {
  const [sender, to] = from === 'lead' ? [LEAD, PM] : [PM, LEAD]
  const address = ({ name, email }: { name: string; email: string }) => ({
    emailAddress: { name, address: email },
  })
  return mailFile.parse({
    ...{
      id: `AAMkCrowd${n}`,
      internetMessageId: `<crowd-${n}@example.com>`,
      conversationId: `AAQkCrowd${n}`,
    },
    ...{ parentFolderId: from === 'lead' ? 'inbox' : 'sentitems', subject },
    ...{ from: address(sender), sender: address(sender), toRecipients: [address(to)], ccRecipients: [] },
    ...{ receivedDateTime: at.toISOString(), sentDateTime: at.toISOString() },
    body: { contentType: 'text', content: `Part ${n + 1} has moved to its new place; nothing is open.` },
  })
}

const SECTIONS = [
  { gid: '3011', resource_type: 'section', name: 'To do' },
  { gid: '3012', resource_type: 'section', name: 'In progress' },
]

/** A task of an Asana project, with its stories, oldest first. */
export function aTask(n: number, project: { gid: string; name: string }, happened: Happened[]): Task {
  const created_by = { gid: '4001', resource_type: 'user', ...{ name: LEAD.name, email: LEAD.email } }
  const moves = happened.filter(({ what }) => what === 'moved')
  const section = SECTIONS[moves.length % 2]
  const created_at = subDays(happened[0]?.at ?? new Date(0), 40).toISOString()
  return taskFile.parse({
    ...{ gid: String(500_100 + n), resource_type: 'task', resource_subtype: 'default_task' },
    ...{ name: `Room ${n + 1}`, notes: '', completed: false, due_on: null, parent: null },
    ...{ created_at, created_by, assignee: created_by, custom_fields: [], tags: [] },
    ...{
      dependencies: [],
      dependents: [],
      permalink_url: `https://app.asana.com/0/${project.gid}/${500_100 + n}`,
    },
    memberships: [{ project: { ...project, resource_type: 'project' }, section }],
    stories: happened.map((each, count) => ({
      ...{ gid: String(600_000 + n * 1000 + count), resource_type: 'story', created_by },
      created_at: each.at.toISOString(),
      ...(each.what === 'moved' ? sectionChanged(moves.indexOf(each)) : commented(count)),
    })),
  })
}

function sectionChanged(count: number) {
  const [from, to] = count % 2 === 0 ? SECTIONS : SECTIONS.toReversed()
  return { resource_subtype: 'section_changed', text: 'moved this task', old_section: from, new_section: to }
}

const commented = (count: number) => ({
  resource_subtype: 'comment_added',
  text: `Note ${count + 1} on this room.`,
})
