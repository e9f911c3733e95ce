import { jiraChanges } from '#src/domain/jira-change.ts'
import { unownedSince } from '#src/domain/signal.ts'
import type { Jira } from './jira/jira.ts'
import {
  JiraRefused,
  JiraThrottled,
  JiraUnauthorised,
  JiraUnavailable,
  JiraUnreadable,
} from './jira/jira-errors.ts'
import { SourceUnreadable, type SignalSource } from './source.ts'

const BEGINNING = new Date(0)

/** Jira Cloud as a source of signals. Its account is the site's host. */
export function jiraSource(jira: Jira, baseUrl: string): SignalSource {
  return {
    source: 'jira',
    account: new URL(baseUrl).hostname,
    check: async () => {
      try {
        await jira.whoAmI()
        return null
      } catch (error) {
        return readable(error).message
      }
    },
    changedSince: async function* (projects, { since }) {
      try {
        const me = await jira.whoAmI()
        const query = { projects, since: since ?? BEGINNING, timeZone: me.timeZone }
        for await (const page of jira.changedSince(query))
          yield {
            changes: page.issues.flatMap((issue) => {
              const nobodySince = unownedSince(issue)
              return jiraChanges(issue, me.accountId).map((raw) => ({ raw, unownedSince: nobodySince }))
            }),
            unreadable: page.unreadable.map(({ key, why }) => ({ ref: key, why })),
          }
      } catch (error) {
        throw readable(error)
      }
    },
  }
}

/** Jira's own failures, as one line for the header; anything else is a fault of ours and rises. */
function readable(error: unknown): SourceUnreadable {
  if (
    error instanceof JiraUnauthorised ||
    error instanceof JiraThrottled ||
    error instanceof JiraUnavailable ||
    error instanceof JiraUnreadable ||
    error instanceof JiraRefused
  )
    return new SourceUnreadable(error.what, { cause: error })
  throw error
}
