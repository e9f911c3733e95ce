import type { ActPayload } from '#src/domain/act.ts'
import { isAway, type Away } from '#src/domain/away.ts'
import { isWorkingTime } from '#src/domain/calendar.ts'
import { deputyNews } from '#src/domain/deputy-news.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { momentAgainst } from '#src/domain/manners.ts'
import { actAsOrdered } from '#src/domain/ordered-act.ts'
import { mayStandIn } from '#src/domain/person.ts'
import type { Project } from '#src/domain/project.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { performDue } from '#src/executor/perform.ts'
import type { Desk } from '../messages.ts'

export type BriefDeps = {
  executor: ExecutorDeps
  projects(): Promise<Project[]>
  escalations(status: 'pending' | 'expired'): Promise<Escalation[]>
}

type Deputy = NonNullable<Away['deputy']>

/** What tells these mails from others to the same person. */
const MATTER = 'deputy'

/**
 * Tells the deputy what has come up since they were last told, with the word that the PM gave as they went: on working days of
 * both, and not where nothing has. Somebody outside is not: what goes outside has been on the screen.
 */
export async function briefDeputy(
  deps: BriefDeps,
  { day, desk }: { day: string; desk: Desk },
): Promise<void> {
  const { executor } = deps
  const now = executor.now()
  const away = await executor.away()
  if (!isAway(away, now) || !away.deputy?.news || !isWorkingTime(now, desk.workingHours)) return
  const { deputy } = away
  const [project, [to]] = await Promise.all([
    executor.project(deputy.projectId),
    executor.people(deputy.projectId, [deputy.id]),
  ])
  if (!project || project.autonomyLevel === 'monitoring') return
  if (!to || !mayStandIn(to) || to.class === 'external') return
  const { pmName, workingHours: hours } = desk
  const open = await knownTo(deps, deputy)
  const since = await lastTold(executor, deputy, away.since)
  const words = deputyNews({ to, pmName, timeZone: hours.timeZone, open, since })
  if (!words) return
  const payload: ActPayload = { kind: 'email_stakeholder', to: [to.id], cc: [], ...words, replyTo: null }
  if (momentAgainst({ payload, ticket: null, people: [to], acts: [], now, hours }, now) !== null) return
  const id = executor.newId(new Date(`${day}T00:00:00.000Z`), project.id, MATTER, to.id)
  const told = { summary: `Mail to ${to.name}`, why: `${pmName} is away, and ${to.name} stands in` }
  const reason = 'asked for by the PM as they went'
  await order(deps, { id, project, payload, ...told, reason, matterId: MATTER })
}

async function order(
  { executor }: BriefDeps,
  of: Omit<Parameters<typeof actAsOrdered>[1], 'notBefore'>,
): Promise<void> {
  const moment = { now: executor.now(), paused: await executor.paused() }
  const act = actAsOrdered(moment, { ...of, notBefore: executor.realNow() })
  try {
    await executor.saveAct(act, { events: [] })
  } catch (error) {
    // The day's was ordered before this run of the step.
    if (!(error instanceof Error) || error.name !== 'Conflict') throw error
    return
  }
  await performDue(executor, act)
}

/** What waits in the projects whose register knows the deputy; of others they are told nothing. */
async function knownTo(
  { executor, projects, escalations }: BriefDeps,
  { id }: Deputy,
): Promise<Escalation[]> {
  const open = [...(await escalations('pending')), ...(await escalations('expired'))]
  const theirs = await Promise.all(
    (await projects()).map(async ({ id: project }) =>
      (await executor.people(project, [id])).length > 0 ? [project] : [],
    ),
  )
  return open.filter(({ projectId }) => theirs.flat().includes(projectId))
}

/** The brief of going away told what waited then; each of these told the rest up to its own time. */
async function lastTold({ recentActs }: ExecutorDeps, { id, projectId }: Deputy, since: string) {
  const told = (await recentActs(projectId)).filter(
    ({ matterId, payload }) =>
      matterId === MATTER && payload.kind === 'email_stakeholder' && payload.to.includes(id),
  )
  return [since, ...told.map(({ createdAt }) => createdAt)].sort().at(-1) ?? since
}
