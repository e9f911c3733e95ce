import { jiraChanges } from '#src/domain/jira-change.ts'
import { unownedSince } from '#src/domain/signal.ts'
import type { Jira } from './jira/jira.ts'
import { unreadable, whyUnreadable, type SignalSource } from './source.ts'

const BEGINNING = new Date(0)

/** Jira Cloud as a source of signals. Its account is the site's host. */
export function jiraSource(jira: Jira, baseUrl: string): SignalSource {
  return {
    source: 'jira',
    account: new URL(baseUrl).hostname,
    check: () => whyUnreadable(jira.whoAmI),
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
        throw unreadable(error)
      }
    },
  }
}
