import type { Act } from '#src/domain/act.ts'
import { leavesTheWorkbench } from '#src/domain/boundary.ts'
import { eventOf } from '#src/domain/event.ts'
import { DIAL_WORDS, type AutonomyLevel, type Project } from '#src/domain/project.ts'
import type { ProjectDeps } from './deps.ts'
import { NoSuchProject, TooLate } from './refusals.ts'

const LEVELS: AutonomyLevel[] = ['monitoring', 'artefact', 'tactical']

export type Turn = { projectId: string; version: number; level: AutonomyLevel; by: string }

/** Turns a project's dial. Throws NoSuchProject, or TooLate when it was turned since it was read. */
export async function setDial(deps: ProjectDeps, { projectId, version, level, by }: Turn): Promise<Project> {
  const project = await deps.project(projectId)
  if (!project) throw new NoSuchProject('There is no such project.')
  if (project.version !== version) throw changed()
  if (project.autonomyLevel === level) return project
  const at = deps.now()
  const next = { ...project, autonomyLevel: level, version: version + 1 }
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

/** A setting of the dial and what turning to it will do, before it is turned. */
export type DialSetting = { level: AutonomyLevel; name: string; isNow: boolean; effects: string[] }

/** Every setting, spelt out for what waits now: acts of the project that are held or wait for the PM. */
export function dialSettings(now: AutonomyLevel, waiting: Act[]): DialSetting[] {
  return LEVELS.map((level) => ({
    ...{ level, name: DIAL_WORDS[level], isNow: level === now },
    effects: [ALONE[level], ...(level === now ? [] : turning(now, level, waiting))],
  }))
}

const ALONE: Record<AutonomyLevel, string> = {
  monitoring:
    'Watches and sorts. Nothing is sent or changed, not even with your word; it shows what it would have done.',
  artefact: 'Keeps the four documents by itself. Anything that leaves the workbench waits for your word.',
  tactical:
    'Keeps the documents, and sends comments, mail inside the company and status changes after a hold. External mail, new tickets, scope and milestones wait for your word.',
}

function turning(from: AutonomyLevel, to: AutonomyLevel, waiting: Act[]): string[] {
  if (LEVELS.indexOf(to) > LEVELS.indexOf(from)) return ['Not earned yet: no clean days stand behind it.']
  const held = waiting.filter((act) => act.status === 'held')
  const asked = waiting.filter((act) => act.status === 'awaiting' && leavesTheWorkbench(act.kind))
  const effects: string[] = []
  if (held.length > 0)
    effects.push(`${counted(held)} will be held for you: at its time each is shown to you and not sent.`)
  if (to === 'monitoring' && asked.length > 0)
    effects.push(`${counted(asked)} that wait for your word cannot be sent until you turn the dial up again.`)
  return effects
}

function counted(acts: Act[]): string {
  const isMail = acts.every(({ kind }) => kind.startsWith('email_'))
  const thing = isMail ? 'mail' : 'thing'
  return `${acts.length} waiting ${thing}${acts.length === 1 ? '' : 's'}`
}
