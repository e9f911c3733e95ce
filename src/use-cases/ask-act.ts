import { act, type Act, type ActPayload } from '#src/domain/act.ts'
import { payloadOf, projectOf, type AskedAct } from '#src/domain/asked-act.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import { jiraActWords } from '#src/domain/jira-act-words.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import type { Pm, Project } from '#src/domain/project.ts'
import { recipientIds, recipientsProblem, unreachable } from '#src/domain/recipients.ts'
import { mannersNow } from './manners-broken.ts'
import { orderedAct } from './order-act.ts'
import { NoSuchProject } from './refusals.ts'

export type AskDeps = {
  now(): Date
  /** Until when it can be taken back, in real time. */
  undoEnds(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  paused(): Promise<boolean>
  pm(): Promise<Pm>
  project(id: string): Promise<Project | undefined>
  people: { ofProject(projectId: string): Promise<Person[]> }
  matters: { get(projectId: string, id: string): Promise<Matter | undefined> }
  acts: {
    get(projectId: string, id: string): Promise<Act | undefined>
    ofProject(projectId: string, limit?: number): Promise<Act[]>
  }
  saveAct(next: Act, also: { events: ActivityEvent[]; marks?: Act[] }): Promise<void>
}

/** What was asked for cannot be done as it stands; the message says what to change. */
export class CannotAsk extends Error {
  override name = 'CannotAsk'
}

export type Asking = {
  asked: AskedAct
  by: string
  /** The manners that were shown beside the button when it was pressed. */
  shown: string[]
  /** When the form was opened: a second tap of its button asks for nothing new, unless what it asks was changed. */
  form: Date
}

/** It is asked for; or it breaks manners that were not shown yet, and is asked for by pressing again. */
export type Asked = { act: Act } | { breaks: string[] }

/**
 * Plans an act that the PM asks for by name, in their own words: at once but for the ten seconds in which it can be taken
 * back, by the executor, as any act. At Observe it is only recorded. Throws NoSuchProject or CannotAsk.
 */
export async function askAct(deps: AskDeps, { asked, by, shown, form }: Asking): Promise<Asked> {
  const projectId = projectOf(asked)
  const [project, people] = await Promise.all([deps.project(projectId), deps.people.ofProject(projectId)])
  if (!project) throw new NoSuchProject(`There is no project ${projectId}.`)
  const id = deps.newId(form, project.id, 'asked', JSON.stringify(asked))
  const known = await deps.acts.get(projectId, id)
  if (known) return { act: known }
  const payload = payloadOf(asked, people)
  const to = people.filter(({ id }) => recipientIds(payload).includes(id))
  const problem = recipientsProblem(payload, to) ?? unreachable(to, 'pm')
  if (problem) throw new CannotAsk(`${problem}.`)
  const about = 'key' in payload ? await ticketOf(deps, projectId, payload.key) : undefined
  const hours = (await deps.pm()).workingHours
  const ticket = about?.ticket ?? null
  const breaks = await mannersNow(deps, { projectId, payload, ticket, people: to, hours })
  if (breaks.some((manner) => !shown.includes(manner))) return { breaks }
  const planned = { id, project, payload: withWatchers(payload, ticket), people, about, by, form }
  return { act: await plan(deps, planned) }
}

/** How many a comment mails, where that is known. */
function withWatchers(payload: ActPayload, ticket: Matter['ticket']): ActPayload {
  if (payload.kind !== 'jira_comment' || ticket?.watchers === undefined) return payload
  return { ...payload, watchers: ticket.watchers }
}

/** Only of what was read can it be said what an act would do to it. */
async function ticketOf(deps: AskDeps, projectId: string, key: string): Promise<Matter> {
  const found = await deps.matters.get(projectId, key)
  if (found?.ticket) return found
  throw new CannotAsk(`${key} is not a ticket that was read. Check its key.`)
}

type Planned = {
  id: string
  project: Project
  payload: ActPayload
  people: Person[]
  about: Matter | undefined
  by: string
  form: Date
}

async function plan(deps: AskDeps, of: Planned): Promise<Act> {
  const { id, project, payload, people, about, by, form } = of
  const at = deps.now()
  const summary = summaryOf(payload, people)
  const order = { id, project, payload, summary, why: `Asked for by ${by}`, notBefore: deps.undoEnds() }
  const planned = await orderedAct(deps, {
    ...order,
    ...(about ? { matterId: about.id, ref: about.id } : {}),
  })
  const observe = project.autonomyLevel === 'monitoring'
  const placed = observe ? recorded(planned) : planned
  const marks = observe ? [] : await inDocument(deps, { project, of: planned, form })
  const text = `${observe ? 'Recorded' : 'Asked for'}: ${summary}`
  const line = { id: deps.newId(at, id, 'asked'), projectId: project.id, text, ref: placed.ref, actId: id }
  try {
    await deps.saveAct(placed, { events: [eventOf({ ...line, kind: 'act_held' }, at)], marks })
  } catch (error) {
    // The second tap of one button: it is asked for already.
    if (!(error instanceof Error) || error.name !== 'Conflict') throw error
  }
  return placed
}

/** At Observe nothing leaves, and what the PM wanted is kept, to be copied. */
function recorded(planned: Act): Act {
  return act.parse({ ...planned, status: 'escalated', reason: 'Observe: only recorded' })
}

/** A milestone has its day in the delivery state too, once Jira has it. */
async function inDocument(
  deps: AskDeps,
  { project, of, form }: { project: Project; of: Act; form: Date },
): Promise<Act[]> {
  const { payload, id, why } = of
  if (payload.kind !== 'milestone_change' || of.status !== 'planned') return []
  const change = { op: 'milestone' as const, name: payload.milestone, dueOn: payload.dueOn, evidence: [] }
  const follows = await orderedAct(deps, {
    ...{ id: deps.newId(form, id, 'document'), project, why, after: id },
    payload: { kind: 'artefact_update', artefactType: 'delivery_state', changes: [change] },
    summary: `Delivery state: ${payload.milestone} on ${payload.dueOn}`,
    notBefore: new Date(of.notBefore),
  })
  return [follows]
}

function summaryOf(payload: ActPayload, people: Person[]): string {
  switch (payload.kind) {
    case 'jira_assign':
    case 'jira_fields':
    case 'scope_change':
    case 'milestone_change':
      return jiraActWords(payload, people).title
    case 'email_stakeholder':
    case 'email_external':
      return `Mail to ${payload.to.map((id) => people.find((each) => each.id === id)?.name ?? id).join(', ')}`
    default:
      return 'key' in payload ? `Comment on ${payload.key}` : payload.kind
  }
}
