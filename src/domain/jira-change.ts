import type { JiraChangeItem, JiraComment, JiraHistory, JiraIssue } from './jira-issue.ts'
import type { JiraKind } from './jira-kind.ts'
import type { JiraRaw } from './raw-signal.ts'

type Change = Pick<
  JiraRaw,
  'externalId' | 'kind' | 'actor' | 'occurredAt' | 'before' | 'after' | 'text' | 'ours'
>

/**
 * Everything that ever happened to an issue, oldest first: its creation, each changelog item, each comment as it now
 * reads. A comment that mentions `pmAccountId` is a `mention`. The same issue always gives the same external ids.
 */
export function jiraChanges(issue: JiraIssue, pmAccountId?: string): JiraRaw[] {
  const changes = [
    creation(issue),
    ...issue.histories.flatMap((history) =>
      history.items.map((item, index) => change(issue, history, item, index)),
    ),
    ...issue.comments.map((comment) => commentChange(comment, pmAccountId)),
  ]
  const { project, key: ref, title, url, context } = issue
  return changes
    .map((it): JiraRaw => ({ source: 'jira', project, ref, title, url, context, ...it }))
    .sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt))
}

function creation(issue: JiraIssue): Change {
  const title = atCreation(issue, 'summary', issue.title)
  const description = atCreation(issue, 'description', issue.description)
  return {
    externalId: `${issue.id}#created`,
    kind: 'created',
    actor: issue.creator,
    occurredAt: issue.created,
    before: null,
    after: title,
    text: [`Created: ${title}`, description].filter((part) => part !== '').join('\n\n'),
    ours: issue.actId !== null,
  }
}

/** The value a field had at birth, so that a creation reads the same whenever it is fetched. */
function atCreation(issue: JiraIssue, fieldId: string, now: string): string {
  const first = issue.histories.flatMap((history) => history.items).find((item) => idOf(item) === fieldId)
  return first === undefined ? now : (first.before ?? '')
}

function change(issue: JiraIssue, history: JiraHistory, item: JiraChangeItem, index: number): Change {
  return {
    externalId: `${issue.id}#${history.id}-${String(index)}`,
    kind: kindOf(item),
    actor: history.author,
    occurredAt: history.at,
    before: item.before,
    after: item.after,
    text: `${labelOf(item)}: ${item.before ?? 'none'} → ${item.after ?? 'none'}`,
    ours: false,
  }
}

function commentChange(comment: JiraComment, pmAccountId: string | undefined): Change {
  const mentioned = pmAccountId !== undefined && comment.mentions.includes(pmAccountId)
  return {
    externalId: `comment-${comment.id}-${comment.updated}`,
    kind: mentioned ? 'mention' : 'comment',
    actor: comment.author,
    occurredAt: comment.updated,
    before: null,
    after: null,
    text: comment.text,
    ours: comment.actId !== null,
  }
}

const kindByFieldId = new Map<string, JiraKind>([
  ['status', 'status'],
  ['priority', 'priority'],
  ['assignee', 'assignee'],
  ['duedate', 'due_date'],
  ['timeoriginalestimate', 'estimate'],
  ['timeestimate', 'estimate'],
  ['issuelinks', 'link'],
  ['parent', 'link'],
  ['comment', 'comment'],
  ['description', 'description'],
  ['resolution', 'resolution'],
])

/** Custom fields have other ids on every site, so they are known by name. */
const kindByName = new Map<string, JiraKind>([
  ['flagged', 'flag'],
  ['due date', 'due_date'],
  ['story points', 'estimate'],
  ['story point estimate', 'estimate'],
  ['original estimate', 'estimate'],
  ['sprint', 'sprint'],
  ['rank', 'rank'],
  ['link', 'link'],
  ['epic link', 'link'],
  ['parent', 'link'],
  ['issueparentassociation', 'link'],
  ['remoteissuelink', 'link'],
  ['acceptance criteria', 'description'],
])

function kindOf(item: JiraChangeItem): JiraKind {
  const id = idOf(item)
  return kindByFieldId.get(id) ?? kindByName.get(item.field.toLowerCase()) ?? 'other'
}

/** Old histories name a system field without its id. */
function idOf(item: JiraChangeItem): string {
  return item.fieldId ?? item.field.toLowerCase()
}

const labels = new Map([
  ['duedate', 'Due date'],
  ['timeoriginalestimate', 'Original estimate'],
  ['timeestimate', 'Remaining estimate'],
  ['IssueParentAssociation', 'Parent'],
])

function labelOf(item: JiraChangeItem): string {
  return labels.get(item.field) ?? item.field.charAt(0).toUpperCase() + item.field.slice(1)
}
