import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { CommentFile, HistoryFile } from '#src/sandbox/scenario/vendor-files.ts'
import { catalogueOf } from './catalogue.ts'
import type { Catalogue } from './catalogue.ts'
import { isThere, issueAt, jiraTime, keyAt, newestMoment, timedIssue } from './issue-at.ts'
import type { IssueView, TimedIssue } from './issue-at.ts'
import type { Journal, WriteRecord } from './journal.ts'
import type { Candidate } from './jql.ts'
import { editedFields, withReleases } from './edited-fields.ts'
import { openedIssue } from './opened-issue.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'

/** The Jira site as it is at a moment (`at` in epoch ms): the scenario's life with our own writes laid over it. */
export type Site = {
  catalogue: Catalogue
  journal: Journal
  /** The account of the token: the PM. */
  account: Vendor & { accountId: string }
  timeZone: string
  candidates: (at: number) => Candidate[]
  view: (issueId: string, at: number) => IssueView | undefined
  find: (idOrKey: string, at: number) => IssueView | undefined
  /** The moment of an issue's last change. */
  updated: (issueId: string, at: number) => number
  comment: (commentId: string, at: number) => { issue: IssueView; comment: CommentFile } | undefined
  changedBetween: (from: Date, to: Date) => boolean
  nextId: () => string
  /** The key that a project's next issue gets. */
  nextKey: (project: string) => string
  /** Writes down a new issue; from now on it is there. */
  open: (record: Extract<WriteRecord, { kind: 'issue' }>) => void
}

/** Lays the journal over the scenario. `timeZone` is the account's. */
export function openSite(scenario: Scenario, journal: Journal, timeZone: string): Site {
  const catalogue = catalogueOf(scenario)
  const account = accountOf(scenario, catalogue, timeZone)
  const { issues, ids, open, nextKey } = allIssues(scenario, journal, catalogue, account)
  const commentHomes = new Map(
    [...issues.values()].flatMap((issue) => issue.comments.map((it) => [it.id, issue.id] as const)),
  )
  const view = (issueId: string, at: number) => {
    const issue = issues.get(issueId)
    const seen = issue && issueAt(issue, at, catalogue)
    if (!issue || !seen) return undefined
    return withReleases(withWrites(seen, journal.of(issueId), { issue, at, catalogue, account }), journal, at)
  }
  const updated = (issueId: string, at: number) => {
    const ours = journal.of(issueId).filter((it) => it.kind !== 'property' && Date.parse(it.at) <= at)
    return Math.max(
      newestMoment(issues.get(issueId)?.moments ?? [], at) ?? 0,
      ...ours.map((it) => Date.parse(it.at)),
    )
  }
  const find = (idOrKey: string, at: number) => view(ids.get(idOrKey) ?? idOrKey, at)
  const candidate = (issue: TimedIssue, at: number): Candidate => {
    const key = keyAt(issue, at)
    const project = key.slice(0, key.lastIndexOf('-'))
    return { id: Number(issue.id), key, project, created: issue.created, updated: updated(issue.id, at) }
  }
  return {
    catalogue,
    journal,
    account,
    timeZone,
    view,
    find,
    updated,
    candidates: (at) => [...issues.values()].filter((it) => isThere(it, at)).map((it) => candidate(it, at)),
    comment: (commentId, at) => {
      const written = journal.all().find((it) => it.kind === 'comment' && it.id === commentId)
      const issue = view(written?.issueId ?? commentHomes.get(commentId) ?? '', at)
      const comment = issue?.comments.find((it) => it.id === commentId)
      return issue && comment && { issue, comment }
    },
    changedBetween: (from, to) =>
      [...issues.values()].some(
        (it) =>
          (newestMoment(it.moments, to.getTime()) ?? -Infinity) > from.getTime() ||
          (it.deletedAt > from.getTime() && it.deletedAt <= to.getTime()),
      ) ||
      journal.all().some((it) => Date.parse(it.at) > from.getTime() && Date.parse(it.at) <= to.getTime()),
    ...{ open, nextKey },
    nextId: () => String(900_001 + journal.all().length),
  }
}

/** The scenario's issues and those that we opened, by id, and every id by the keys that the issue has or had. */
function allIssues(
  scenario: Scenario,
  journal: Journal,
  catalogue: Catalogue,
  account: Site['account'],
): { issues: Map<string, TimedIssue>; ids: Map<string, string> } & Pick<Site, 'open' | 'nextKey'> {
  const issues = new Map(scenario.issues.map((file) => [file.id, timedIssue(file)]))
  const ids = new Map(
    [...issues.values()].flatMap(({ id, keys }) => keys.map(({ key }) => [key, id] as const)),
  )
  const add = (record: WriteRecord) => {
    if (record.kind !== 'issue') return
    issues.set(record.issueId, timedIssue(openedIssue(record, account, catalogue)))
    ids.set(record.key, record.issueId)
  }
  journal.all().forEach(add)
  return {
    issues,
    ids,
    open: (record) => {
      journal.add(record)
      add(record)
    },
    nextKey: (project) => {
      const taken = [...ids.keys()].filter((key) => key.startsWith(`${project}-`))
      return `${project}-${1 + Math.max(0, ...taken.map((key) => Number(key.slice(project.length + 1))))}`
    },
  }
}

type Around = { issue: TimedIssue; at: number; catalogue: Catalogue; account: Vendor & { accountId: string } }

/** What we wrote up to now: comments and histories in their places; our last status stands until the scenario's next. */
function withWrites(view: IssueView, writes: readonly WriteRecord[], around: Around): IssueView {
  const done = writes.filter((it) => Date.parse(it.at) <= around.at)
  if (done.length === 0) return view
  const deleted = new Set(done.flatMap((it) => (it.kind === 'commentDeleted' ? it.id : [])))
  const comments = [...view.comments, ...done.flatMap((it) => writtenComment(it, around.account))]
  const histories = [...done.flatMap((it) => writtenHistory(it, around.account)), ...view.histories]
  return {
    ...view,
    comments: comments.filter((it) => !deleted.has(it.id)).sort((a, b) => timeOf(a) - timeOf(b)),
    histories: histories.sort((a, b) => timeOf(b) - timeOf(a)),
    fields: {
      ...view.fields,
      ...writtenStatus(view, done, around.catalogue),
      ...editedFields(view, done, around.catalogue),
    },
  }
}

function writtenStatus(view: IssueView, done: readonly WriteRecord[], catalogue: Catalogue): Vendor {
  const move = done.filter((it) => it.kind === 'transition').at(-1)
  if (move === undefined) return {}
  const overtaken = view.histories.some(
    (it) =>
      timeOf(it) > Date.parse(move.at) && it.items.some((item) => catalogue.fieldIdOf(item) === 'status'),
  )
  if (overtaken) return {}
  const changedAt = jiraTime(Date.parse(move.at))
  const status = catalogue.value('status', move.to.id) ?? move.to
  return { ...move.fields, status, statuscategorychangedate: changedAt }
}

function writtenComment(record: WriteRecord, account: Vendor & { accountId: string }): CommentFile[] {
  if (record.kind !== 'comment') return []
  const created = jiraTime(Date.parse(record.at))
  const { id, body, properties } = record
  return [{ id, author: account, updateAuthor: account, body, created, updated: created, properties }]
}

function writtenHistory(record: WriteRecord, account: Vendor & { accountId: string }): HistoryFile[] {
  const made = (item: HistoryFile['items'][number]): HistoryFile[] => [
    { id: record.id, author: account, created: jiraTime(Date.parse(record.at)), items: [item] },
  ]
  if (record.kind === 'edit' && record.item) return made(record.item)
  if (record.kind !== 'transition') return []
  const { from, to } = record
  return made({
    ...{ field: 'status', fieldtype: 'jira', fieldId: 'status' },
    ...{ from: from.id, fromString: from.name, to: to.id, toString: to.name },
  })
}

function accountOf(
  scenario: Scenario,
  catalogue: Catalogue,
  timeZone: string,
): Vendor & { accountId: string } {
  const { name, email } = scenario.pm
  const known = catalogue.userByEmail(email)
  const accountId = typeof known?.accountId === 'string' ? known.accountId : 'demo:pm'
  return {
    displayName: name,
    emailAddress: email,
    active: true,
    accountType: 'atlassian',
    ...known,
    accountId,
    timeZone,
  }
}

function timeOf(dated: { created: string }): number {
  return Date.parse(dated.created)
}
