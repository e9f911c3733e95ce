import { act, move, typeOf, type Act, type ActState, type GateRecord } from '#src/domain/act.ts'
import { HOLD_MINUTES } from '#src/domain/boundary.ts'
import { addWorkingMinutes, workingDayMinutes } from '#src/domain/calendar.ts'
import type { ActivityEvent, EventKind } from '#src/domain/event.ts'
import { judge } from '#src/domain/gate.ts'
import { mannersAgainst } from '#src/domain/manners.ts'
import type { Matter, SuggestedAct } from '#src/domain/matter.ts'
import type { WorkingHours } from '#src/domain/project.ts'
import type { ExecutorDeps } from './deps.ts'

const DAYS_BEFORE_EXPIRY = 5
const LONGEST_HOLD = 30

/**
 * What becomes of an act that the agent suggests on its own: stored with the gate's inputs and answer as planned, held,
 * awaiting, escalated or refused. Suggesting the same thing twice gives the act that is there.
 */
export async function propose(deps: ExecutorDeps, about: Matter, wanted: SuggestedAct): Promise<Act> {
  const now = deps.now()
  const id = deps.newId(new Date(about.lastSignalAt), about.projectId, about.id, wanted.rule, wanted.summary)
  const known = await deps.act(about.projectId, id)
  if (known) return known
  const hours = await deps.hours()
  const gate = await askGate(deps, about, wanted, now, hours)
  const proposed = draft(id, about, wanted, gate, now)
  const placed = move(proposed, stateFor(proposed, deps.realNow(), now, hours), now)
  const cites = wanted.evidence.map((claim) => claim.signalId)
  await deps.saveAct(placed, { events: eventFor(deps, placed), cites })
  return placed
}

async function askGate(
  deps: ExecutorDeps,
  about: Matter,
  wanted: SuggestedAct,
  now: Date,
  hours: WorkingHours,
): Promise<GateRecord> {
  const type = typeOf(wanted.payload)
  const project = await deps.project(about.projectId)
  return judge({
    type,
    dial: project?.autonomyLevel ?? 'monitoring',
    paused: await deps.paused(),
    confidence: {
      contradictions: contradictions(about, wanted),
      sources: [...new Set(wanted.evidence.map((claim) => claim.signalId.split('/')[0] ?? ''))],
      schemaProblem: null,
      precedents: await deps.precedents(about.projectId, type),
    },
    manners: mannersAgainst(type, about, now, hours),
    at: now,
  })
}

/** The matter has moved on since the evidence. */
function contradictions(about: Matter, { premise }: SuggestedAct): string[] {
  if (!premise || premise.status === about.context.status) return []
  return [`${about.id} is now ${about.context.status}`]
}

function draft(id: string, about: Matter, wanted: SuggestedAct, gate: GateRecord, now: Date): Act {
  return act.parse({
    id,
    version: 0,
    projectId: about.projectId,
    matterId: about.id,
    kind: typeOf(wanted.payload),
    ref: about.id,
    payload: wanted.payload,
    summary: wanted.summary,
    why: wanted.why,
    evidence: wanted.evidence,
    premise: wanted.premise,
    escalationId: null,
    after: null,
    gate,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    status: 'proposed',
  })
}

function stateFor({ gate, kind }: Act, realNow: Date, now: Date, hours: WorkingHours): ActState {
  const reason = gate.reasons.join('; ')
  switch (gate.fate) {
    case 'do':
      return { status: 'planned', outcome: 'auto', notBefore: realNow.toISOString() }
    case 'hold':
      return {
        status: 'held',
        heldUntil: addWorkingMinutes(now, HOLD_MINUTES[kind] ?? LONGEST_HOLD, hours).toISOString(),
      }
    case 'ask': {
      if (gate.dial === 'monitoring') return { status: 'escalated', reason: reason || 'Observe: only shown' }
      const minutes = DAYS_BEFORE_EXPIRY * workingDayMinutes(hours)
      return { status: 'awaiting', waitsUntil: addWorkingMinutes(now, minutes, hours).toISOString() }
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
  return [
    {
      id: deps.newId(at, placed.id, placed.status),
      version: 1,
      projectId: placed.projectId,
      kind,
      at: at.toISOString(),
      text: `${word}: ${placed.summary}`,
      ref: placed.ref,
      actId: placed.id,
      escalationId: null,
    },
  ]
}
