import { z } from 'zod'
import type { JiraContext } from '#src/domain/jira-issue.ts'
import type { MarkedItem } from '#src/domain/proof.ts'
import type { Gone } from '../source.ts'
import { asanaCaller, type AsanaConnection } from './call-asana.ts'
import { changedTasks, type ChangedTasksQuery, type TasksPage } from './changed-tasks.ts'
import { findComment, writeComment, type AsanaReceipt } from './comments.ts'
import { goneOf } from './gone.ts'
import { markedComments } from './marked-comments.ts'
import { mayComment, readProject } from './permissions.ts'
import { taskContext } from './task-context.ts'
import { gidOf, keyOf } from './task-ref.ts'
import { wholeTask, type AsanaSite } from './whole-tasks.ts'

/** Asana as the workbench uses it. Every method may throw the errors of asana-errors.ts; none retries. */
export type Asana = {
  /** The gid of the project with this key; undefined: it is not kept in Asana. */
  projectGid: (key: string) => string | undefined
  /** Whether a ticket of this name is a task of one of its projects. */
  has: (ref: string) => boolean
  /** One cheap request: whether the token is still taken. */
  check: () => Promise<void>
  /** Reads the project itself, and says whether its tasks may be commented on. */
  mayComment: (gid: string) => Promise<boolean>
  /** Pages of tasks that changed, each with all its stories; known stories recur and must be dropped. */
  changedTasks: (query: ChangedTasksQuery) => AsyncGenerator<TasksPage>
  /** Those of some tasks that were deleted, moved, or taken out of our sight. */
  gone: (refs: readonly string[]) => Promise<Gone[]>
  /** How a task stands now. */
  readIssue: (ref: string) => Promise<{ context: JiraContext }>
  /** Writes plain text as a comment that ends with the act's id. */
  comment: (act: { key: string; text: string; actId: string }) => Promise<AsanaReceipt>
  /** The comment that an act wrote, if it did: settles a lost reply. `since`: when it was sent. */
  findComment: (act: { key: string; actId: string; since: Date }) => Promise<AsanaReceipt | undefined>
  /** Comments of ours in some projects (gids) that carry the mark of an act. */
  markedComments: (projects: string[], stretch: { from: Date; to: Date }) => Promise<MarkedItem[]>
}

/** Connects to Asana with a personal access token; sends nothing yet. */
export function connectAsana(connection: AsanaConnection): Asana {
  const { call, clock } = asanaCaller(connection)
  const gids = new Map(Object.entries(connection.projects))
  let me: Promise<string> | undefined
  const whoAmI = async () => {
    const query = { opt_fields: 'name' }
    const answer = z.object({ data: z.object({ gid: z.string() }) })
    return (await call({ method: 'GET', path: '/users/me', query }, answer)).data.gid
  }
  const site: AsanaSite = {
    ...{ call, clock },
    watched: new Map([...gids].map(([key, gid]) => [gid, key])),
    // Asked once; a failure is forgotten.
    me: () =>
      (me ??= whoAmI().catch((error: unknown) => {
        me = undefined
        throw error
      })),
  }
  return {
    projectGid: (key) => gids.get(key),
    has: (ref) => gids.has(keyOf(ref)),
    check: async () => {
      await whoAmI()
    },
    mayComment: async (gid) => {
      await readProject(call, gid)
      return await mayComment(call, gid)
    },
    changedTasks: (query) => changedTasks(site, query),
    gone: (refs) => goneOf(site, refs),
    readIssue: async (ref) => {
      return { context: taskContext(await wholeTask(site, gids.get(keyOf(ref)) ?? '', gidOf(ref))) }
    },
    comment: (act) => writeComment(site, act),
    findComment: (act) => findComment(site, act),
    markedComments: (projects, stretch) => markedComments(site, projects, stretch),
  }
}
