import { businessNow } from '#src/adapters/clock.ts'
import { env } from '#src/adapters/env.ts'
import { graphCredentials, jiraCredentials } from '#src/adapters/secrets.ts'
import { connectJira, type Jira } from '#src/adapters/sources/jira/jira.ts'
import { jiraSource } from '#src/adapters/sources/jira-source.ts'
import { connectOutlook, type Outlook } from '#src/adapters/sources/outlook/outlook.ts'
import { outlookSource } from '#src/adapters/sources/outlook-source.ts'
import type { SignalSource } from '#src/adapters/sources/source.ts'

/** Jira with the credentials of its secret. */
export async function wireJira(): Promise<{ jira: Jira; baseUrl: string }> {
  const credentials = await jiraCredentials()
  return { jira: connectJira(credentials), baseUrl: credentials.baseUrl }
}

/** The PM's mailbox; undefined where no secret was put: not connected, which is not blind. */
export async function wireOutlook(): Promise<Outlook | undefined> {
  const credentials = await graphCredentials()
  return credentials ? connectOutlook(credentials, { now: businessNow }) : undefined
}

/** Every connected source. */
export async function wireSources(): Promise<SignalSource[]> {
  const { jira, baseUrl } = await wireJira()
  const outlook = await wireOutlook()
  const { NOTICE_FROM: noticeFrom } = env()
  return [
    jiraSource(jira, baseUrl),
    ...(outlook ? [outlookSource(outlook, noticeFrom ? { noticeFrom } : {})] : []),
  ]
}
