import { businessNow } from '#src/adapters/clock.ts'
import { AsanaRefused, AsanaUnreadable } from '#src/adapters/sources/asana/asana-errors.ts'
import { JiraRefused, JiraUnreadable } from '#src/adapters/sources/jira/jira-errors.ts'
import { OutlookRefused, OutlookUnreadable } from '#src/adapters/sources/outlook/outlook-errors.ts'
import type { Outlook } from '#src/adapters/sources/outlook/outlook.ts'
import type { JiraContext } from '#src/domain/jira-issue.ts'
import { movedOn } from '#src/domain/moved-on.ts'
import type { FieldPremise, Premise } from '#src/domain/premise.ts'

/** How a ticket stands now, in whichever tracker it is kept. */
export type Tickets = { readIssue(key: string): Promise<{ context: JiraContext }> }

/** What no longer holds of a premise, asked of its tracker or of Outlook at this moment; null when all of it does. */
export async function premiseProblem(
  tickets: Tickets,
  outlook: Outlook | undefined,
  premise: Premise,
): Promise<string | null> {
  if (!premise) return null
  if ('ticket' in premise) return await fieldProblem(tickets, premise)
  if (!('key' in premise)) return await threadProblem(outlook, premise)
  const read = await readForPremise(tickets, premise.key)
  if (typeof read === 'string') return read
  const { context } = read
  if (context.status !== premise.status) return `${premise.key} has moved to ${context.status}`
  if (premise.flagged !== null && context.flagged !== premise.flagged)
    return `${premise.key} is ${context.flagged ? 'now' : 'no longer'} blocked`
  if (premise.unowned && context.assignee) return `${context.assignee.name} has taken ${premise.key}`
  for (const { key, status } of premise.also ?? []) {
    const other = await ticketNow(tickets, key)
    if (typeof other === 'string') return other
    if (other.status !== status) return `${key} has moved to ${other.status}`
  }
  return null
}

/** How a ticket stands at this moment; in words, that it can be read no more. */
export async function ticketNow(tickets: Tickets, key: string): Promise<JiraContext | string> {
  const read = await readForPremise(tickets, key)
  return typeof read === 'string' ? read : read.context
}

/** Somebody changed since what we left there. */
async function fieldProblem(tickets: Tickets, premise: FieldPremise): Promise<string | null> {
  const read = await readForPremise(tickets, premise.ticket)
  if (typeof read === 'string') return read
  return movedOn(read.context, premise, businessNow())
}

type ThreadPremise = Exclude<NonNullable<Premise>, { key: string } | { ticket: string }>

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

/** A ticket that is gone, or hidden from us, ends what rests on it; a tracker that is down is asked again. */
async function readForPremise(tickets: Tickets, key: string) {
  try {
    return await tickets.readIssue(key)
  } catch (error) {
    if (GONE.some((kind) => error instanceof kind)) return `${key} cannot be read any more`
    throw error
  }
}

const GONE = [JiraRefused, JiraUnreadable, AsanaRefused, AsanaUnreadable]
