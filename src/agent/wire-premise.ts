import { JiraRefused, JiraUnreadable } from '#src/adapters/sources/jira/jira-errors.ts'
import type { Jira } from '#src/adapters/sources/jira/jira.ts'
import { OutlookRefused, OutlookUnreadable } from '#src/adapters/sources/outlook/outlook-errors.ts'
import type { Outlook } from '#src/adapters/sources/outlook/outlook.ts'
import type { Premise } from '#src/domain/act.ts'

/** What no longer holds of a premise, asked of Jira or Outlook at this moment; null when all of it does. */
export async function premiseProblem(
  jira: Jira,
  outlook: Outlook | undefined,
  premise: Premise,
): Promise<string | null> {
  if (!premise) return null
  if (!('key' in premise)) return await threadProblem(outlook, premise)
  const read = await readForPremise(jira, premise.key)
  if (typeof read === 'string') return read
  const { context } = read
  if (context.status !== premise.status) return `${premise.key} has moved to ${context.status}`
  if (premise.flagged !== null && context.flagged !== premise.flagged)
    return `${premise.key} is ${context.flagged ? 'now' : 'no longer'} blocked`
  if (premise.unowned && context.assignee) return `${context.assignee.name} has taken ${premise.key}`
  return null
}

type ThreadPremise = Exclude<NonNullable<Premise>, { key: string }>

/** As with a ticket: what can't be read any more ends what rests on it, an Outlook that is down is asked again. */
async function threadProblem(
  outlook: Outlook | undefined,
  { conversationId, newestAt }: ThreadPremise,
): Promise<string | null> {
  try {
    const newest = await outlook?.newestInThread(conversationId)
    return newest && newest > newestAt ? 'somebody has written in the thread since' : null
  } catch (error) {
    if (error instanceof OutlookRefused || error instanceof OutlookUnreadable)
      return 'the thread cannot be read any more'
    throw error
  }
}

/** A ticket that is gone, or hidden from us, ends what rests on it; a Jira that is down is asked again. */
async function readForPremise(jira: Jira, key: string) {
  try {
    return await jira.readIssue(key)
  } catch (error) {
    if (error instanceof JiraRefused || error instanceof JiraUnreadable)
      return `${key} cannot be read any more`
    throw error
  }
}
