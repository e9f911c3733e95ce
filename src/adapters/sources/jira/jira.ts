import { z } from 'zod'
import type { FieldEdit } from '#src/domain/field-edit.ts'
import type { Mention } from '#src/domain/jira-document.ts'
import type { BoardSprint, JiraIssue } from '#src/domain/jira-issue.ts'
import type { MarkedItem } from '#src/domain/proof.ts'
import type { Gone } from '../source.ts'
import { boardSprints } from './boards.ts'
import { jiraCaller } from './call-jira.ts'
import type { JiraConnection } from './call-jira.ts'
import { changedSince, countChanged } from './changed-since.ts'
import type { ChangedPage, ChangedQuery } from './changed-since.ts'
import { findComment, writeComment } from './comments.ts'
import { goneOf } from './gone.ts'
import { editIssue, findEdit } from './issue-edits.ts'
import { JiraUnreadable } from './jira-errors.ts'
import { lackingIn, type Needed } from './permissions.ts'
import { markedItems, type MarkedQuery } from './marked-items.ts'
import type { JiraReceipt } from './receipt.ts'
import { ourActs, siteFacts } from './site-facts.ts'
import type { JiraAccount } from './site-facts.ts'
import { findTransition, transition } from './transitions.ts'
import { createIssue, findIssue } from './new-issue.ts'
import { findUnlink, unlink } from './unlink.ts'
import { findMoved, moveVersion } from './versions.ts'
import { fieldsOf, wholeIssues } from './whole-issues.ts'

type LinkKind = Extract<FieldEdit, { field: 'link' }>['how']

/** Jira Cloud as the workbench uses it. Every method may throw the errors of jira-errors.ts; none retries. */
export type Jira = {
  /** One cheap request: whether the token is still taken. */
  check: () => Promise<void>
  /** The token's account, its e-mail (null if hidden) and the IANA zone in which it reads JQL. */
  whoAmI: () => Promise<JiraAccount>
  /** What the token's account may not do in a project, of what the workbench needs. */
  lackingIn: (project: string) => Promise<Needed[]>
  /** Pages of issues changed since an instant, oldest change first, each whole; known changes recur and must be dropped. */
  changedSince: (query: ChangedQuery) => AsyncGenerator<ChangedPage>
  /** How many issues Jira itself says changed since an instant, about. */
  countChanged: (query: ChangedQuery) => Promise<number>
  /** One whole issue. A field we need that is missing is a `JiraUnreadable` naming issue and field. */
  readIssue: (key: string) => Promise<JiraIssue>
  /** Those of some tickets that were deleted, moved, or taken out of our sight. */
  gone: (keys: readonly string[]) => Promise<Gone[]>
  /** The running and coming sprints of a project's boards; none where Jira Software is not there for it. */
  sprints: (project: string) => Promise<BoardSprint[]>
  /** Writes plain text as a comment that carries the act's id. */
  comment: (act: { key: string; text: string; actId: string; mentions?: Mention[] }) => Promise<JiraReceipt>
  /** The comment that an act wrote, if it did: settles a lost reply. `since`: when it was sent. */
  findComment: (act: { key: string; actId: string; since: Date }) => Promise<JiraReceipt | undefined>
  /** Moves an issue to a status by its name. `JiraRefused` if the workflow has no such step from here. */
  transition: (act: { key: string; toStatus: string; actId: string }) => Promise<JiraReceipt>
  /** Opens an issue of the project's plainest type. `JiraRefused` if the project wants fields that we do not know. */
  createIssue: (act: { project: string; title: string; text: string; actId: string }) => Promise<JiraReceipt>
  /** The issue that an act opened, if it did. `since`: when it was sent. */
  findIssue: (act: { project: string; actId: string; since: Date }) => Promise<JiraReceipt | undefined>
  /** What stands in some projects with the mark of an act of ours. */
  markedItems: (query: MarkedQuery) => Promise<MarkedItem[]>
  /** Changes one field, with what it held before in the receipt. `JiraRefused` if it stands so already. */
  editIssue: (act: { key: string; edit: FieldEdit; actId: string }) => Promise<JiraReceipt>
  /** The edit that an act made, if it did. */
  findEdit: (act: { key: string; actId: string }) => Promise<JiraReceipt | undefined>
  /** Takes a link away. */
  unlink: (act: { key: string; how: LinkKind; other: string }) => Promise<JiraReceipt>
  /** Whether such a link is gone. */
  findUnlink: (act: { key: string; how: LinkKind; other: string }) => Promise<JiraReceipt | undefined>
  /** Gives a release another day. */
  moveVersion: (act: {
    project: string
    name: string
    day: string
    was?: string | undefined
  }) => Promise<JiraReceipt>
  /** Whether a release has that day. */
  findMoved: (act: { project: string; name: string; day: string }) => Promise<JiraReceipt | undefined>
  /** The move that an act made, if it did. */
  findTransition: (act: { key: string; toStatus: string; actId: string }) => Promise<JiraReceipt | undefined>
}

/** Connects to a Jira Cloud site with an account's API token; sends nothing yet. */
export function connectJira(connection: JiraConnection): Jira {
  const baseUrl = connection.baseUrl.replace(/\/$/, '')
  const { call, clock } = jiraCaller(connection)
  const facts = siteFacts(call, baseUrl)
  const site = { call, clock, baseUrl, facts }
  return {
    check: async () => {
      await call({ method: 'GET', path: '/rest/api/3/myself' }, z.looseObject({}))
    },
    whoAmI: facts.whoAmI,
    lackingIn: (project) => lackingIn(call, project),
    changedSince: (query) => changedSince(site, query),
    countChanged: (query) => countChanged(site, query),
    readIssue: async (key) => {
      const path = `/rest/api/3/issue/${encodeURIComponent(key)}`
      const reading = await facts.reading()
      const query = { fields: fieldsOf(reading).join(','), expand: 'changelog' }
      const raw = await call({ method: 'GET', path, query }, z.unknown())
      const found = await wholeIssues(call, [raw], reading)
      const [issue] = await ourActs(site, found.issues)
      const why = found.unreadable[0]?.why ?? 'there is no issue in it'
      if (issue === undefined) throw new JiraUnreadable('', `${key} can't be read: ${why}.`, `GET ${path}`)
      return issue
    },
    sprints: (project) => boardSprints(call, project),
    gone: (keys) => goneOf(call, keys),
    comment: (act) => writeComment(site, act),
    findComment: (act) => findComment(site, act),
    transition: (act) => transition(site, act),
    findTransition: (act) => findTransition(site, act),
    createIssue: (act) => createIssue(site, act),
    findIssue: (act) => findIssue(site, act),
    markedItems: (query) => markedItems(site, query),
    editIssue: (act) => editIssue(site, act),
    findEdit: (act) => findEdit(site, act),
    unlink: (act) => unlink(site, act),
    findUnlink: (act) => findUnlink(site, act),
    moveVersion: (act) => moveVersion(site, act),
    findMoved: (act) => findMoved(site, act),
  }
}
