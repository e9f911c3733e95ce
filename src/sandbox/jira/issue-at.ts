import { textDocument } from '#src/domain/jira-document.ts'
import type { CommentFile, HistoryFile, IssueFile } from '#src/sandbox/scenario/vendor-files.ts'
import type { Catalogue } from './catalogue.ts'
import { valueBefore } from './undo-item.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'

/** An issue made ready for time travel. Histories are newest first; `moments` are all its changes, ascending, in ms. */
export type TimedIssue = {
  id: string
  created: number
  file: IssueFile
  histories: HistoryFile[]
  comments: CommentFile[]
  moments: number[]
  deletedAt: number
  /** Its keys, each from when on it had it, ascending. */
  keys: { from: number; key: string }[]
}

/** An issue as it read at one moment: v3 bodies, histories newest first, comments oldest first. */
export type IssueView = {
  id: string
  key: string
  expand: unknown
  fields: Vendor
  histories: HistoryFile[]
  comments: CommentFile[]
  /** Entity properties it was opened with. */
  properties: { key: string; value: unknown }[]
}

/** Sorts an issue's changes once, so that every later look is cheap. */
export function timedIssue(file: IssueFile): TimedIssue {
  const created = Date.parse(file.fields.created)
  const histories = [...(file.changelog?.histories ?? [])].sort(newestFirst)
  const comments = [...(file.fields.comment?.comments ?? [])].sort((a, b) => timeOf(a) - timeOf(b))
  const moments = [created, ...histories.map(timeOf), ...comments.map(timeOf), ...comments.map(editOf)]
  const deletedAt = file._deletedAt === undefined ? Infinity : Date.parse(file._deletedAt)
  const lasting = moments.filter((at) => at <= deletedAt).sort((a, b) => a - b)
  const keys = keysOf(file.key, created, histories)
  return { id: file.id, created, file, histories, comments, moments: lasting, deletedAt, keys }
}

/** An issue that is moved to another project gets another key; the old one leads to it for ever. */
function keysOf(last: string, created: number, histories: HistoryFile[]): TimedIssue['keys'] {
  const moves = histories
    .flatMap((history) =>
      history.items.flatMap((item) =>
        item.field === 'Key' ? { at: timeOf(history), was: item.fromString ?? last } : [],
      ),
    )
    .reverse()
  const names = [...moves.map(({ was }) => was), last]
  return names.map((key, index) => ({ key, from: moves[index - 1]?.at ?? created }))
}

/** Whether it is there: created, and not deleted yet. */
export function isThere({ created, deletedAt }: TimedIssue, at: number): boolean {
  return created <= at && at < deletedAt
}

/** The key that it has at a moment. */
export function keyAt({ keys, file }: TimedIssue, at: number): string {
  return keys.findLast(({ from }) => from <= at)?.key ?? file.key
}

/** The issue as it was at `at` (ms): later changes hidden and undone field by field. Undefined before its creation. */
export function issueAt(issue: TimedIssue, at: number, catalogue: Catalogue): IssueView | undefined {
  if (!isThere(issue, at)) return undefined
  const hidden = issue.histories.filter((history) => timeOf(history) > at)
  const visible = issue.histories.filter((history) => timeOf(history) <= at)
  const comments = issue.comments
    .filter((comment) => timeOf(comment) <= at)
    .map((comment) => commentAt(comment, at))
  const undone = undo({ key: issue.file.key, fields: { ...issue.file.fields } }, hidden, catalogue)
  return {
    id: issue.id,
    key: undone.key,
    expand: issue.file.expand,
    properties: issue.file.properties ?? [],
    histories: visible,
    comments,
    fields: { ...undone.fields, ...bodies(undone.fields), ...datesOf(undone.fields, issue, visible) },
  }
}

/** The newest of an ascending list of moments that is not after `at`. */
export function newestMoment(moments: readonly number[], at: number): number | undefined {
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moments[middle] ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return moments[low - 1]
}

/** A time as Jira writes it: `2021-08-29T18:04:39.112+0000`. */
export function jiraTime(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000')
}

function undo(issue: { key: string; fields: Vendor }, hidden: readonly HistoryFile[], catalogue: Catalogue) {
  const undone = { ...issue }
  for (const item of hidden.flatMap((history) => history.items.toReversed())) {
    if (item.field === 'Key') {
      undone.key = item.fromString ?? undone.key
      continue
    }
    const fieldId = catalogue.fieldIdOf(item)
    undone.fields[fieldId] = valueBefore(fieldId, item, undone.fields[fieldId], catalogue)
  }
  return undone
}

/** Dates that Jira derives from the changelog; absent ones stay absent. */
function datesOf(fields: Vendor, issue: TimedIssue, visible: readonly HistoryFile[]): Vendor {
  const lastChangeOf = (fieldId: string) => {
    const history = visible.find((it) => it.items.some((item) => (item.fieldId ?? item.field) === fieldId))
    return history === undefined ? undefined : jiraTime(timeOf(history))
  }
  const resolved = fields.resolution === null ? null : (lastChangeOf('resolution') ?? fields.resolutiondate)
  return {
    ...('resolutiondate' in fields && { resolutiondate: resolved }),
    ...('statuscategorychangedate' in fields && {
      statuscategorychangedate: lastChangeOf('status') ?? jiraTime(issue.created),
    }),
  }
}

/** REST v3 answers documents where an export from v2 holds text. */
function bodies(fields: Vendor): Vendor {
  const rich = ['description', 'environment'].filter((name) => typeof fields[name] === 'string')
  return Object.fromEntries(rich.map((name) => [name, textDocument(String(fields[name]))]))
}

/** A comment edited later shows its present body, as Jira keeps no older one, with its first date. */
function commentAt(comment: CommentFile, at: number): CommentFile {
  const body = typeof comment.body === 'string' ? textDocument(comment.body) : comment.body
  const updated = editOf(comment) > at ? comment.created : (comment.updated ?? comment.created)
  return { ...comment, body, updated }
}

function newestFirst(a: HistoryFile, b: HistoryFile): number {
  return timeOf(b) - timeOf(a) || Number(b.id) - Number(a.id)
}

function timeOf(dated: { created: string }): number {
  return Date.parse(dated.created)
}

function editOf(comment: CommentFile): number {
  return Date.parse(comment.updated ?? comment.created)
}
