import type { Act } from '#src/domain/act.ts'
import { workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import { isOpen, type Escalation } from '#src/domain/escalation.ts'
import { awaitable, laterTimes, type Awaited, type LaterChoice } from '#src/domain/later.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import type { Pm, Project } from '#src/domain/project.ts'
import type { MailSignal, Signal } from '#src/domain/signal.ts'
import { mannersBroken, type Broken } from './manners-broken.ts'
import { historyOf, type HistoryLine } from './matter-history.ts'
import { openDecisions, type EscalationReader } from './open-decisions.ts'
import { NoSuchDecision } from './refusals.ts'
import { actsTried } from './done-before.ts'
import { actsOfChoice } from './settle-decision.ts'

/** What the decision's page needs. */
export type ViewDecisionDeps = {
  now(): Date
  realNow(): Date
  pm(): Promise<Pm>
  project(id: string): Promise<Project | undefined>
  paused(): Promise<boolean>
  escalations: EscalationReader & { get(projectId: string, id: string): Promise<Escalation | undefined> }
  acts: {
    getMany(projectId: string, ids: string[]): Promise<Act[]>
    ofProject(projectId: string, limit?: number): Promise<Act[]>
  }
  signals: { getMany(ids: string[]): Promise<Signal[]> }
  matters: { get(projectId: string, id: string): Promise<Matter | undefined> }
  people: { ofProject(projectId: string): Promise<Person[]> }
}

/** Whom a mail that a fact quotes came from and went to, and what is attached to it. */
export type MailHead = { signalId: string; subject: string } & Pick<
  MailSignal['context'],
  'from' | 'to' | 'cc' | 'attachments'
>

export type Place = { projectId: string; id: string }

export type DecisionView = {
  asked: Escalation
  project: Project
  paused: boolean
  acts: Act[]
  /** Acts of the choices that were made before and came to nothing, or to a part. */
  tried: Act[]
  /** Its place among the open ones, from 1; 0 when it is not open any more. */
  position: number
  total: number
  previous: Place | null
  next: Place | null
  /** Working minutes until its time is up, and in one working day; null without a deadline. */
  left: { minutes: number; minutesInDay: number } | null
  /** Real milliseconds in which the choice can still be taken back. */
  undoMs: number
  mails: MailHead[]
  /** The register: whom a draft goes to. */
  people: Person[]
  /** Options that break a manner if they are chosen now. */
  broken: Broken[]
  /** What happened in this matter and those it is about, newest first. */
  history: HistoryLine[]
  later: { choice: LaterChoice; at: string }[]
  /** What it can be put off for instead: a ticket that moves, somebody who answers. */
  awaitable: Awaited[]
}

/** One matter, one choice. Throws {@link NoSuchDecision}. */
export async function viewDecision(deps: ViewDecisionDeps, { projectId, id }: Place): Promise<DecisionView> {
  const [asked, project, pm, paused, open] = await Promise.all([
    deps.escalations.get(projectId, id),
    deps.project(projectId),
    deps.pm(),
    deps.paused(),
    openDecisions(deps.escalations),
  ])
  if (!asked || !project) throw new NoSuchDecision('There is no such decision.')
  const { workingHours } = pm
  const now = deps.now()
  const [acts, tried, mails, people, history] = await Promise.all([
    deps.acts.getMany(projectId, actsOfChoice(asked)),
    deps.acts.getMany(projectId, actsTried(asked)),
    mailHeads(deps, asked),
    deps.people.ofProject(projectId),
    historyOf(deps, asked),
  ])
  const done = tried.filter(({ status }) => status === 'done')
  const broken = isOpen(asked) ? await mannersBroken(deps, asked, { people, done, hours: workingHours }) : []
  return {
    ...{ asked, project, paused, acts, tried, mails, people, history, broken },
    ...neighbours(open, id),
    left: asked.decideBy
      ? {
          minutes: workingMinutesBetween(now, new Date(asked.decideBy), workingHours),
          minutesInDay: workingDayMinutes(workingHours),
        }
      : null,
    undoMs: undoMsOf(asked, deps.realNow()),
    later: laterTimes(now, workingHours.timeZone).map(({ choice, at }) => ({ choice, at: at.toISOString() })),
    awaitable: awaitable(asked.facts, pm.name),
  }
}

async function mailHeads({ signals }: ViewDecisionDeps, { facts }: Escalation): Promise<MailHead[]> {
  const ids = facts.map((fact) => fact.signalId).filter((id) => id.startsWith('outlook/'))
  const found = ids.length === 0 ? [] : await signals.getMany(ids)
  return found.flatMap((each) => {
    if (each.source !== 'outlook') return []
    const { from, to, cc, attachments } = each.context
    return [{ signalId: each.id, subject: each.title, from, to, cc, attachments }]
  })
}

function neighbours(open: Escalation[], id: string) {
  const index = open.findIndex((each) => each.id === id)
  return {
    position: index + 1,
    total: open.length,
    previous: placeOf(index > 0 ? open[index - 1] : undefined),
    next: placeOf(open[index + 1]),
  }
}

const placeOf = (asked: Escalation | undefined): Place | null =>
  asked ? { projectId: asked.projectId, id: asked.id } : null

function undoMsOf(asked: Escalation, realNow: Date): number {
  if (asked.status !== 'decided' || asked.decision.recordedOnly) return 0
  return Math.max(0, Date.parse(asked.decision.undoUntil) - realNow.getTime())
}
