import type { Act } from './act.ts'
import { demotionOf, demotionWords } from './demotion.ts'
import { eventOf, type ActivityEvent } from './event.ts'
import { plannedNotice } from './notice.ts'
import type { Project } from './project.ts'

/** A dial that is lowered by rule: the project, the line in the log, and the mail that tells the PM. One transaction. */
export type Lowering = { project: Project; event: ActivityEvent; notice: Act }

type Moment = {
  now: Date
  realNow: Date
  paused: boolean
  newId(at: Date, ...parts: (string | number)[]): string
}

/** What lowers a project's dial now, by what its acts came to; null where nothing does. */
export function loweringOf(project: Project, acts: Act[], moment: Moment): Lowering | null {
  const { now, realNow, paused, newId } = moment
  const lowered = demotionOf(project, acts, now)
  if (!lowered) return null
  const words = demotionWords(lowered)
  const { id: projectId, version } = lowered
  const [id, noticeId] = ['dial', 'notice'].map((what) => newId(now, projectId, version, what))
  const notice = {
    ...{ id: noticeId ?? '', subject: words.replace(/:.*/, ''), text: `${words}\n\n${WAY_BACK}` },
    ...{ summary: 'Notice of the lowered dial mailed to you', why: words },
  }
  return {
    project: lowered,
    event: eventOf({ id: id ?? '', projectId, kind: 'dial_lowered', text: words }, now),
    notice: plannedNotice(notice, { at: now, realNow, paused }),
  }
}

const WAY_BACK =
  'What waits is shown to you and not sent. The dial is never raised by itself: you can raise it again on the project’s Trust page, once clean days from now on stand behind it.'
