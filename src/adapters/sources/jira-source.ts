import { z } from 'zod'
import { instant } from '#src/domain/instant.ts'
import { jiraChanges } from '#src/domain/jira-change.ts'
import { can, cannot, type Finding } from '#src/domain/self-test.ts'
import { unownedSince } from '#src/domain/signal.ts'
import { jsonOrNothing } from './http.ts'
import type { Positions } from './jira/changed-since.ts'
import type { Jira } from './jira/jira.ts'
import { NEEDED } from './jira/permissions.ts'
import { tried, unreadable, whyUnreadable, type SignalSource } from './source.ts'
import { VendorProblem } from './vendor-problem.ts'

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
            changes: page.issues.flatMap((issue) => {
              const nobodySince = unownedSince(issue)
              return jiraChanges(issue, me.accountId).map((raw) => ({ raw, unownedSince: nobodySince }))
            }),
            unreadable: page.unreadable.map(({ key, why }) => ({ ref: key, why })),
            upTo: page.upTo,
            cursor: page.positions && JSON.stringify(page.positions),
            isLast: page.isLast,
          }
      } catch (error) {
        throw unreadable(error)
      }
    },
  }
}

/** The account first: without it there is nothing to say of a project. */
async function tryOut(jira: Jira, projects: string[]): Promise<Finding[]> {
  const signIn = await tried('read', 'the site', jira.check)
  if (signIn.problem !== null || projects.length === 0) return [signIn]
  return (await Promise.all(projects.map((key) => inProject(jira, key)))).flat()
}

async function inProject(jira: Jira, key: string): Promise<Finding[]> {
  try {
    const lacking = await jira.lackingIn(key)
    const writes = lacking.filter((each) => each !== 'BROWSE_PROJECTS')
    const of = (what: Finding['can'], missing: typeof lacking) =>
      missing.length === 0 ? can(what, key) : cannot(what, key, missingWords(missing), SCHEME)
    return [
      of(
        'read',
        lacking.filter((each) => each === 'BROWSE_PROJECTS'),
      ),
      of('write', writes),
    ]
  } catch (error) {
    if (error instanceof VendorProblem) return [cannot('read', key, error.what, SCHEME)]
    throw error
  }
}

const missingWords = (missing: (keyof typeof NEEDED)[]) =>
  `${missing.map((each) => NEEDED[each]).join(', ')} is missing.`

const SCHEME =
  "In Jira, under Project settings, Permissions: give it to the workbench's account or to a role or group that it is in."

const positions = z.record(
  z.string(),
  instant.transform((at) => new Date(at)),
)

/** A mark that is not one is none: the read begins again, and what is known drops out. */
function positionsOf(cursor: string | null): Positions | undefined {
  return positions.safeParse(jsonOrNothing(cursor ?? '')).data
}
