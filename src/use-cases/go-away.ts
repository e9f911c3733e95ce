import type { Away } from '#src/domain/away.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import { dayName } from '#src/domain/day-words.ts'
import { dayAfter } from '#src/domain/day.ts'
import { localDate, startOfLocalDay } from '#src/domain/calendar.ts'
import { askAct, type AskDeps, type Asking } from './ask-act.ts'
import { changeRunning, NeverRan } from './change-running.ts'
import type { PauseDeps } from './deps.ts'

/** The last day of a leave lies behind. */
export class NotAhead extends Error {
  override name = 'NotAhead'
}

export type GoAway = {
  /** The last day, `yyyy-mm-dd`; null: until the PM says that they are back. */
  until: string | null
  by: string
  /** The deputy and the mail that briefs them, as the PM has read it; null: nobody is briefed. */
  brief: {
    name: string
    asking: Asking & { asked: { what: 'mail' } }
    /** Whether they are also to be told, on working mornings, what has come up since. */
    news?: boolean
  } | null
}

/**
 * The PM goes on leave: from now on nothing of the agent's own leaves and nothing expires. The deputy is briefed by a mail
 * that the PM asks for, through the executor as any; where it breaks manners that were not shown yet, nothing happens
 * but that they are given back. Who is away already has briefed whom they wanted: nothing is sent a second time. Throws
 * {@link NotAhead}, CannotAsk, NoSuchProject or NeverRan.
 */
export async function goAway(
  deps: AskDeps & PauseDeps,
  { until, by, brief }: GoAway,
): Promise<{ breaks: string[] } | { away: Away }> {
  const now = deps.now()
  const { timeZone } = (await deps.pm()).workingHours
  if (until !== null && until < localDate(now, timeZone))
    throw new NotAhead('The last day of your leave lies behind. Choose a day that is still to come.')
  const running = await deps.running()
  if (!running) throw new NeverRan('The agent has not run yet.')
  if (running.away) return { away: running.away }
  if (brief) {
    const asked = await askAct(deps, brief.asking)
    if ('breaks' in asked) return asked
  }
  const away: Away = {
    since: now.toISOString(),
    until: until === null ? null : startOfLocalDay(dayAfter(until), timeZone).toISOString(),
    deputy: brief && {
      ...{ id: brief.asking.asked.person, name: brief.name, projectId: brief.asking.asked.project },
      ...(brief.news && { news: true }),
    },
  }
  const words = `${by} is away${until === null ? '' : ` until ${dayName(until)}`}${brief ? `, ${brief.name} is briefed` : ''}`
  await changeRunning(deps, (now) => (now.away ? undefined : { away }), [
    said(deps, 'away_began', words, now),
  ])
  return { away }
}

/** One line of the log about the PM's leave. */
export function said(
  { newId }: Pick<AskDeps, 'newId'>,
  kind: 'away_began' | 'away_ended',
  text: string,
  at: Date,
): ActivityEvent {
  return eventOf({ id: newId(at, kind, text), projectId: 'GLOBAL', kind, text }, at)
}
