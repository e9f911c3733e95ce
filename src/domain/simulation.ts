import type { Act } from './act.ts'
import { assertNever } from './assert-never.ts'
import { judge, type Fate } from './gate.ts'
import type { GateRecord } from './gate-record.ts'
import type { AutonomyLevel } from './project.ts'
import { isAlone } from './graduation.ts'
import { undoingsIn } from './undoings.ts'

/** What became of an act that the agent proposed. `against`: the PM stopped it, took it back or marked it wrong. */
export type Became = 'alone' | 'approved' | 'edited' | 'against' | 'waits' | 'shown' | 'not done'

/** An act as it was, and as the gate would judge it under another dial. `differs`: somebody else would have decided. */
export type Simulated = { act: Act; became: Became; would: Fate; minutes: number | null; differs: boolean }

export type Simulation = {
  dial: AutonomyLevel
  /** Newest first. */
  acts: Simulated[]
  /** How many would have gone by themselves, and how many of them the PM was against, approved, or said nothing of. */
  alone: { all: number; against: number; approved: number; unsaid: number }
  /** How many would have waited for the PM, and how many of them had gone by themselves. */
  asked: { all: number; wentAlone: number }
}

/**
 * What the agent proposed since a moment, each act judged again under another dial by the very inputs that the gate was given
 * (law 10). What the premise would have said at a later release is not known, and not guessed.
 */
export function simulate(acts: Act[], dial: AutonomyLevel, since: string): Simulation {
  const undone = new Set(undoingsIn(acts).map(({ act }) => act.id))
  const simulated = acts
    .filter((act) => isAlone(act) && act.kind !== 'notification_internal' && act.createdAt >= since)
    .flatMap((act) => judgedUnder(act, dial, undone))
    .sort((a, b) => b.act.createdAt.localeCompare(a.act.createdAt))
  const alone = simulated.filter(({ would }) => goesAlone(would))
  const asked = simulated.filter(({ would }) => would === 'ask')
  const count = (those: Simulated[], ...as: Became[]) =>
    those.filter(({ became }) => as.includes(became)).length
  return {
    ...{ dial, acts: simulated },
    alone: {
      all: alone.length,
      against: count(alone, 'against'),
      approved: count(alone, 'approved', 'edited'),
      unsaid: count(alone, 'alone', 'waits', 'shown', 'not done'),
    },
    asked: { all: asked.length, wentAlone: count(asked, 'alone') },
  }
}

function judgedUnder(act: Act, dial: AutonomyLevel, undone: Set<string>): Simulated[] {
  const answer = judgeAgain(act, dial)
  if (!answer) return []
  const would = answer.fate
  const differs = goesAlone(would) !== goesAlone(act.gate.fate)
  const then = undone.has(act.id) ? 'against' : becameOf(act)
  return [{ act, became: then, would, minutes: answer.hold?.minutes ?? null, differs }]
}

/** The gate's answer under another dial; null for an act that no gate weighed. */
function judgeAgain({ kind, gate }: Act, dial: AutonomyLevel): GateRecord | null {
  if (gate.inputs === null) return null
  const { manners, hold, ...confidence } = gate.inputs
  const earned = hold === null ? {} : { hold }
  const at = new Date(gate.at)
  return judge({ type: kind, dial, paused: gate.paused, confidence, manners, ...earned, at })
}

/** At once or after its hold: with no word of the PM's. */
function goesAlone(fate: Fate): boolean {
  return fate === 'do' || fate === 'hold'
}

function becameOf(act: Act): Became {
  switch (act.status) {
    case 'done':
      if (act.outcome === 'approved' || act.outcome === 'edited') return act.outcome
      return 'alone'
    case 'cancelled':
      return act.by === 'executor' ? 'not done' : 'against'
    case 'escalated':
      return 'shown'
    case 'held':
    case 'awaiting':
    case 'proposed':
    case 'planned':
    case 'executing':
    case 'unknown':
      return 'waits'
    case 'refused':
    case 'failed':
    case 'expired':
      return 'not done'
    default:
      return assertNever(act)
  }
}
