import { z } from 'zod'
import { instant } from '#src/domain/instant.ts'
import { goneRaw } from '#src/domain/gone.ts'
import { jiraChanges } from '#src/domain/jira-change.ts'
import type { JiraIssue } from '#src/domain/jira-issue.ts'
import { unownedSince } from '#src/domain/signal.ts'
import { jsonOrNothing } from './http.ts'
import type { Positions } from './jira/changed-since.ts'
import type { Jira } from './jira/jira.ts'
import { tryOut } from './jira/try-out.ts'
import { unreadable, whyUnreadable, type FoundChange, type SignalSource } from './source.ts'

const BEGINNING = new Date(0)

/** Jira Cloud as a source of signals. Its account is the site's host; its mark says where a flood was broken off. */
export function jiraSource(jira: Jira, baseUrl: string): SignalSource {
  return {
    source: 'jira',
    account: new URL(baseUrl).hostname,
    check: () => whyUnreadable(jira.check),
    tryOut: (projects) => tryOut(jira, projects),
    count: async (projects, { since }) => {
      try {
        const { timeZone } = await jira.whoAmI()
        return { total: await jira.countChanged({ projects, since, timeZone }), externalIds: null }
      } catch (error) {
        throw unreadable(error)
      }
    },
    changedSince: async function* (projects, { since, cursor }) {
      try {
        const me = await jira.whoAmI()
        const positions = positionsOf(cursor)
        const query = { projects, since: since ?? BEGINNING, timeZone: me.timeZone, positions }
        for await (const page of jira.changedSince(query))
          yield {
            changes: page.issues.flatMap((issue) => changesOf(issue, me.accountId, projects)),
            unreadable: page.unreadable.map(({ key, why }) => ({ ref: key, why })),
            upTo: page.upTo,
            cursor: page.positions && JSON.stringify(page.positions),
            isLast: page.isLast,
          }
      } catch (error) {
        throw unreadable(error)
      }
    },
    marked: (projects, stretch) => jira.markedItems({ projects, ...stretch }).catch(blind),
    gone: (refs) => jira.gone(refs).catch(blind),
    sprints: (project) => jira.sprints(project).catch(blind),
  }
}

const blind = (error: unknown): never => {
  throw unreadable(error)
}

/** What happened to an issue, and that it went from the projects in which it was before. */
function changesOf(issue: JiraIssue, accountId: string, projects: string[]): FoundChange[] {
  const nobodySince = unownedSince(issue)
  const left = formerKeys(issue).filter(({ project }) => projects.includes(project))
  const gone = left.map(({ ref, project, at }) =>
    goneRaw({ ...standing(issue), ref, project }, issue.key, at),
  )
  return [
    ...jiraChanges(issue, accountId).map((raw) => ({ raw, unownedSince: nobodySince })),
    ...gone.map((raw) => ({ raw, unownedSince: null })),
  ]
}

function standing({ title, url, context }: JiraIssue) {
  return { source: 'jira' as const, title, url, context }
}

/** The keys that an issue had in other projects. */
function formerKeys({ histories, key }: JiraIssue) {
  return histories.flatMap(({ at, items }) =>
    items.flatMap(({ field, before }) =>
      field === 'Key' && before !== null && before !== key
        ? [{ ref: before, project: before.replace(/-\d+$/, ''), at }]
        : [],
    ),
  )
}

const positions = z.record(
  z.string(),
  instant.transform((at) => new Date(at)),
)

/** A mark that is not one is none: the read begins again, and what is known drops out. */
function positionsOf(cursor: string | null): Positions | undefined {
  return positions.safeParse(jsonOrNothing(cursor ?? '')).data
}
