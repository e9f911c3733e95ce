import type { Act } from '#src/domain/act.ts'
import { leavesTheWorkbench } from '#src/domain/boundary.ts'
import { eventOf } from '#src/domain/event.ts'
import { missingFor, NEEDED } from '#src/domain/earned.ts'
import { DIAL_WORDS, type AutonomyLevel, type Project } from '#src/domain/project.ts'
import type { ProjectDeps } from './deps.ts'
import { NoSuchProject, NotEarned, TooLate } from './refusals.ts'
import { trustFacts, type TrustFactsDeps } from './trust-facts.ts'

const LEVELS: AutonomyLevel[] = ['monitoring', 'artefact', 'tactical']

export type Turn = { projectId: string; version: number; level: AutonomyLevel; by: string }

export type TurnDeps = Pick<ProjectDeps, 'now' | 'newId' | 'project' | 'saveProject'> & TrustFactsDeps

/**
 * Turns a project's dial: down at any time, up only on evidence. Throws NoSuchProject, {@link NotEarned} with what is missing,
 * or TooLate when it was turned since it was read.
 */
export async function setDial(deps: TurnDeps, { projectId, version, level, by }: Turn): Promise<Project> {
  const project = await deps.project(projectId)
  if (!project) throw new NoSuchProject('There is no such project.')
  if (project.version !== version) throw changed()
  if (project.autonomyLevel === level) return project
  if (isUp(project.autonomyLevel, level)) {
    const missing = missingFor(level, (await trustFacts(deps, project)).earned)
    if (missing !== null) throw new NotEarned(`${DIAL_WORDS[level]} is not earned yet: ${missing}`)
  }
  const at = deps.now()
  const dialTurn: Project['dialTurn'] = { ...project.dialTurn, by: 'pm', at: at.toISOString() }
  const next = { ...project, autonomyLevel: level, dialTurn, version: version + 1 }
  const text = `Dial turned from ${DIAL_WORDS[project.autonomyLevel]} to ${DIAL_WORDS[level]} by ${by}`
  const id = deps.newId(at, projectId, next.version, 'dial')
  const event = eventOf({ id, projectId, kind: 'dial_turned', text }, at)
  try {
    await deps.saveProject(next, [event])
  } catch (error) {
    if (error instanceof Error && error.name === 'Conflict') throw changed()
    throw error
  }
  return next
}

const changed = () => new TooLate('The dial was turned since you opened this page. Load it again.')

const isUp = (from: AutonomyLevel, to: AutonomyLevel) => LEVELS.indexOf(to) > LEVELS.indexOf(from)

/** A setting of the dial and what turning to it will do, before it is turned. `isUp`: it has to be earned. */
export type DialSetting = {
  level: AutonomyLevel
  name: string
  isNow: boolean
  isUp: boolean
  effects: string[]
}

/** Every setting, spelt out for what waits now: acts of the project that are held or wait for the PM. */
export function dialSettings(now: AutonomyLevel, waiting: Act[]): DialSetting[] {
  return LEVELS.map((level) => settingOf(level, now, waiting))
}

/** One setting, spelt out for what waits now. */
export function settingOf(level: AutonomyLevel, now: AutonomyLevel, waiting: Act[]): DialSetting {
  return {
    ...{ level, name: DIAL_WORDS[level], isNow: level === now, isUp: isUp(now, level) },
    effects: [ALONE[level], ...(level === now ? [] : turning(now, level, waiting))],
  }
}

const ALONE: Record<AutonomyLevel, string> = {
  monitoring:
    'Watches and sorts. Nothing is sent or changed, not even with your word; it shows what it would have done.',
  artefact: 'Keeps the four documents by itself. Anything that leaves the workbench waits for your word.',
  tactical:
    'Keeps the documents, and sends comments, mail inside the company and status changes after a hold. External mail, new tickets, scope and milestones wait for your word.',
}

function turning(from: AutonomyLevel, to: AutonomyLevel, waiting: Act[]): string[] {
  const held = waiting.filter((act) => act.status === 'held')
  const asked = waiting.filter((act) => act.status === 'awaiting' && leavesTheWorkbench(act.kind))
  const effects: string[] = []
  if (isUp(from, to)) {
    if (asked.length > 0) effects.push(`${counted(asked)} for your word, and will still.`)
    return [...effects, needs(to)]
  }
  if (held.length > 0)
    effects.push(
      `${held.length} waiting ${noun(held)}${held.length === 1 ? '' : 's'} will be held for you: at its time each is shown to you and not sent.`,
    )
  if (to === 'monitoring' && asked.length > 0)
    effects.push(`${counted(asked)} for your word and cannot be sent until you turn the dial up again.`)
  return effects
}

function needs(level: AutonomyLevel): string {
  const { cleanDays, approved } = NEEDED[level]
  return `It needs ${cleanDays} clean days${approved > 0 ? ` and ${approved} approved communications` : ''}.`
}

const counted = (acts: Act[]) => `${acts.length} ${noun(acts)}${acts.length === 1 ? ' waits' : 's wait'}`
const noun = (acts: Act[]) => (acts.every(({ kind }) => kind.startsWith('email_')) ? 'mail' : 'thing')
