import { act, move, typeOf, type Act, type ActPayload, type ActState } from '#src/domain/act.ts'
import { leavesTheWorkbench, type Hold } from '#src/domain/boundary.ts'
import { addWorkingMinutes } from '#src/domain/calendar.ts'
import { eventOf, type ActivityEvent, type EventKind } from '#src/domain/event.ts'
import type { GateRecord } from '#src/domain/gate-record.ts'
import { judge } from '#src/domain/gate.ts'
import { endingsOf, LONGEST_HOLD, reachedBy, standingOf } from '#src/domain/graduation.ts'
import { waitsAtMost } from '#src/domain/hold-longer.ts'
import type { JiraContext } from '#src/domain/jira-issue.ts'
import { earliestFor, mannersAgainst, type Occasion } from '#src/domain/manners.ts'
import type { SuggestedAct } from '#src/domain/proposal.ts'
import { recipientIds, recipientsProblem } from '#src/domain/recipients.ts'
import type { ExecutorDeps } from './deps.ts'
import { precedentsAmong, sourcesFor } from './evidence-for.ts'

/** Whose act it would be, and how the ticket it is about reads. */
export type About = { projectId: string; ticket: JiraContext | null }

/** An act that rests on nothing. Law 6. */
export class NoEvidence extends Error {
  override name = 'NoEvidence'
}

/**
 * What becomes of an act that the agent suggests on its own: stored with the gate's inputs and answer as planned, held,
 * awaiting, escalated or refused. Suggesting the same thing twice gives the act that is there.
 */
export async function propose(deps: ExecutorDeps, about: About, wanted: SuggestedAct): Promise<Act> {
  if (wanted.evidence.length === 0 && wanted.payload.kind !== 'notification_internal')
    throw new NoEvidence(`${wanted.summary}: an act without evidence.`)
  const { projectId } = about
  const id = deps.newId(new Date(wanted.since), projectId, wanted.matterId, wanted.rule, wanted.episode)
  const known = await deps.act(projectId, id)
  if (known) return known
  const occasion = await occasionOf(deps, about, wanted.payload)
  const gate = await askGate(deps, about, wanted, occasion)
  const proposed = draft(id, about, wanted, gate, occasion.now)
  const placed = move(proposed, stateFor(proposed, deps.realNow(), occasion), occasion.now)
  const cites = wanted.evidence.map((claim) => claim.signalId)
  await deps.saveAct(placed, { events: eventFor(deps, placed), cites })
  return placed
}

async function occasionOf(
  deps: ExecutorDeps,
  { projectId, ticket }: About,
  payload: ActPayload,
): Promise<Occasion> {
  const acts = leavesTheWorkbench(typeOf(payload)) ? await deps.recentActs(projectId) : []
  const ids = recipientIds(payload)
  const people = ids.length === 0 ? [] : await deps.people(projectId, ids)
  return { payload, ticket, people, acts, now: deps.now(), hours: await deps.hours() }
}

async function askGate(
  deps: ExecutorDeps,
  about: About,
  wanted: SuggestedAct,
  occasion: Occasion,
): Promise<GateRecord> {
  const type = typeOf(wanted.payload)
  const project = await deps.project(about.projectId)
  return judge({
    type,
    dial: project?.autonomyLevel ?? 'monitoring',
    paused: await deps.paused(),
    confidence: {
      contradictions: contradictions(about, wanted),
      sources: sourcesFor(wanted.evidence),
      schemaProblem: recipientsProblem(wanted.payload, occasion.people),
      precedents: precedentsAmong(occasion.acts, type),
    },
    manners: mannersAgainst(occasion),
    hold: await earnedHold(deps, about.projectId, occasion),
    at: occasion.now,
  })
}

/** How long it is held: what acts like it, to people like these, have earned. */
async function earnedHold(deps: ExecutorDeps, projectId: string, occasion: Occasion): Promise<Hold> {
  const { payload, acts } = occasion
  const type = typeOf(payload)
  const reached = acts.flatMap(({ payload: past }) => recipientIds(past))
  const known = reached.length === 0 ? [] : await deps.people(projectId, [...new Set(reached)])
  const reaches = reachedBy(payload, [...occasion.people, ...known], acts)
  const { minutes, says } = standingOf(type, reaches, endingsOf(acts, type, reaches, known))
  return { minutes, says }
}

/** The matter has moved on since the evidence. */
function contradictions({ ticket }: About, { premise }: SuggestedAct): string[] {
  if (!premise || !('key' in premise) || !ticket || premise.status === ticket.status) return []
  return [`${premise.key} is now ${ticket.status}`]
}

function draft(id: string, { projectId }: About, wanted: SuggestedAct, gate: GateRecord, now: Date): Act {
  const { payload, summary, why, evidence, premise, matterId, ref } = wanted
  return act.parse({
    ...{ id, version: 0, projectId, matterId, kind: typeOf(payload), ref, payload, summary, why, evidence },
    ...{ premise, gate, escalationId: null, after: null, status: 'proposed' },
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  })
}

function stateFor({ gate }: Act, realNow: Date, occasion: Occasion): ActState {
  const { now, hours } = occasion
  const reason = gate.reasons.join('; ')
  switch (gate.fate) {
    case 'do':
      return { status: 'planned', outcome: 'auto', notBefore: realNow.toISOString() }
    case 'hold': {
      const held = addWorkingMinutes(now, gate.hold?.minutes ?? LONGEST_HOLD, hours)
      return { status: 'held', heldUntil: earliestFor(occasion, held).toISOString() }
    }
    case 'ask': {
      if (gate.dial === 'monitoring') return { status: 'escalated', reason: reason || 'Observe: only shown' }
      return { status: 'awaiting', waitsUntil: waitsAtMost(now, hours).toISOString() }
    }
    case 'refuse':
      return { status: 'refused', reason: reason || 'not allowed' }
  }
}

const SAYS: Partial<Record<Act['status'], [EventKind, string]>> = {
  held: ['act_held', 'Going out'],
  awaiting: ['act_held', 'Waits for you'],
  escalated: ['act_escalated', 'Would have'],
  refused: ['act_refused', 'Not allowed'],
}

function eventFor(deps: ExecutorDeps, placed: Act): ActivityEvent[] {
  const [kind, word] = SAYS[placed.status] ?? []
  if (!kind || !word) return []
  const at = deps.now()
  const { projectId, summary, ref, id: actId } = placed
  const id = deps.newId(at, actId, placed.status)
  return [eventOf({ id, projectId, kind, text: `${word}: ${summary}`, ref, actId }, at)]
}
