import { businessNow } from '#src/adapters/clock.ts'
import { connectPatience } from '#src/adapters/dynamo/patience.ts'
import { connectPrivacy } from '#src/adapters/dynamo/privacy.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { env } from '#src/adapters/env.ts'
import { asanaCredentials, graphCredentials, jiraCredentials } from '#src/adapters/secrets.ts'
import { connectAsana, type Asana } from '#src/adapters/sources/asana/asana.ts'
import { asanaSource } from '#src/adapters/sources/asana-source.ts'
import { connectJira, type Jira } from '#src/adapters/sources/jira/jira.ts'
import { jiraSource } from '#src/adapters/sources/jira-source.ts'
import { connectOutlook, type Outlook } from '#src/adapters/sources/outlook/outlook.ts'
import { outlookSource } from '#src/adapters/sources/outlook-source.ts'
import type { SignalSource } from '#src/adapters/sources/source.ts'

/** Jira with the credentials of its secret. */
export async function wireJira(table: Table): Promise<{ jira: Jira; baseUrl: string }> {
  const credentials = await jiraCredentials()
  const { baseUrl } = credentials
  const patience = connectPatience(table, 'jira', new URL(baseUrl).hostname)
  return { jira: connectJira({ ...credentials, now: businessNow, patience }), baseUrl }
}

/** The projects that are kept in Asana; undefined where no secret was put. */
export async function wireAsana(table: Table): Promise<{ asana: Asana; baseUrl: string } | undefined> {
  const credentials = await asanaCredentials()
  if (!credentials) return undefined
  const { baseUrl } = credentials
  const patience = connectPatience(table, 'asana', new URL(baseUrl).hostname)
  return { asana: connectAsana({ ...credentials, now: businessNow, patience }), baseUrl }
}

/** The PM's mailbox; undefined where no secret was put: not connected, which is not blind. */
export async function wireOutlook(table: Table): Promise<Outlook | undefined> {
  const credentials = await graphCredentials()
  if (!credentials) return undefined
  const patience = connectPatience(table, 'outlook', credentials.mailbox.toLowerCase())
  return connectOutlook(credentials, { now: businessNow, patience, privacy: connectPrivacy(table).get })
}

/** Every connected source. */
export async function wireSources(table: Table): Promise<SignalSource[]> {
  const { jira, baseUrl } = await wireJira(table)
  const onAsana = await wireAsana(table)
  const outlook = await wireOutlook(table)
  const { NOTICE_FROM: noticeFrom } = env()
  return [
    without(jiraSource(jira, baseUrl), (key) => onAsana?.asana.projectGid(key) !== undefined),
    ...(onAsana ? [asanaSource(onAsana.asana, onAsana.baseUrl)] : []),
    ...(outlook ? [outlookSource(outlook, noticeFrom ? { noticeFrom } : {})] : []),
  ]
}

/** Jira refuses a question about a project that it does not have. */
function without(source: SignalSource, isElsewhere: (key: string) => boolean): SignalSource {
  const own = (projects: string[]) => projects.filter((key) => !isElsewhere(key))
  const { count } = source
  return {
    ...source,
    ...(count && { count: (projects, stretch) => count(own(projects), stretch) }),
    tryOut: (projects) => source.tryOut(own(projects)),
    sprints: async (key) => (isElsewhere(key) ? [] : await source.sprints?.(key)) ?? [],
    changedSince: (projects, from) => source.changedSince(own(projects), from),
    marked: (projects, stretch) => source.marked(own(projects), stretch),
  }
}
