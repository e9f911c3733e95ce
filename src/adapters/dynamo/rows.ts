import { addDays } from 'date-fns/addDays'
import type { Act } from '#src/domain/act.ts'
import type { Artefact, ArtefactChange } from '#src/domain/artefact.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Memory } from '#src/domain/memory.ts'
import { isUnassigned, type Signal } from '#src/domain/signal.ts'
import * as keys from './keys.ts'
import type { Key, Row, Write } from './table.ts'

/** Days kept. Source: seeds, retention. */
const EVENT_DAYS = 30
const ACT_DAYS = 90
const SIGNAL_DAYS = 90

/** An act's row: listed by status, and in the due index while something is to happen to it. */
export function actRow(act: Act): Row {
  return {
    ...act,
    PK: keys.actsPk(act.projectId),
    SK: keys.actSk(act.id),
    type: 'act',
    GSI1PK: keys.actsByStatus(act.status),
    GSI1SK: `${act.updatedAt}#${act.id}`,
    ...dueOfAct(act),
    expiresAt: epochAfter(act.createdAt, ACT_DAYS),
  }
}

/** The next version of an act, if the one before is still stored. */
export function actWrite(next: Act): Write {
  return { put: actRow(next), if: { version: next.version - 1 } }
}

/** An escalation's row: listed by status, due when its time is up. Kept without expiry: it is the decision log. */
export function escalationRow(escalation: Escalation): Row {
  const due = dueOfEscalation(escalation)
  return {
    ...escalation,
    PK: keys.projectPk(escalation.projectId),
    SK: keys.escalationSk(escalation.id),
    type: 'escalation',
    GSI1PK: keys.escalationsByStatus(escalation.status),
    GSI1SK: `${escalation.createdAt}#${escalation.id}`,
    ...(due ? { GSI2PK: keys.DUE_BUSINESS, GSI2SK: `${due}#escalation#${escalation.id}` } : {}),
  }
}

/** A waiting one is due when its time is up, one that was put off when it comes back. */
function dueOfEscalation(escalation: Escalation): string | null {
  if (escalation.status === 'snoozed') return escalation.until
  return escalation.status === 'pending' ? escalation.decideBy : null
}

export function matterRow(matter: Matter): Row {
  const { projectId, id } = matter
  return {
    ...matter,
    PK: keys.projectPk(projectId),
    SK: keys.matterSk(id),
    type: 'matter',
  }
}

export function memoryRow(memory: Memory): Row {
  const { projectId, id } = memory
  return { ...memory, PK: keys.projectPk(projectId), SK: keys.memorySk(id), type: 'memory' }
}

/** A signal's row; one that is cited does not expire. */
export function signalRow(signal: Signal): Row {
  const list = listOf(signal)
  return {
    ...signal,
    ...signalKey(signal.id),
    type: 'signal',
    ...(list ? { GSI1PK: keys.signalsByState(list), GSI1SK: `${signal.occurredAt}#${signal.id}` } : {}),
    ...(signal.cited ? {} : { expiresAt: epochAfter(signal.recordedAt, SIGNAL_DAYS) }),
  }
}

/** What is unfinished, and mail that the PM may give to a project. */
function listOf(signal: Signal): 'open' | 'unassigned' | undefined {
  if (signal.state === 'open') return 'open'
  return isUnassigned(signal) && signal.context.folder === 'inbox' ? 'unassigned' : undefined
}

/** Where the signal with this id is. */
export function signalKey(id: string): Key {
  const [source = '', account = '', ...externalId] = id.split('/')
  return { PK: keys.sourcePk(source, account), SK: keys.signalSk(externalId.join('/'), 1) }
}

/** What is cited loses its expiry in the transaction that cites it. */
export function citeWrites(ids: string[]): Write[] {
  return [...new Set(ids)].map((id) => ({ cite: signalKey(id) }))
}

export function eventRow(event: ActivityEvent): Row {
  const global = event.projectId === 'GLOBAL'
  return {
    ...event,
    PK: global ? keys.GLOBAL_PK : keys.projectPk(event.projectId),
    SK: keys.eventSk(event.at, event.id),
    type: 'event',
    GSI1PK: keys.eventsByDay(event.at.slice(0, 10)),
    GSI1SK: `${event.at}#${event.id}`,
    expiresAt: epochAfter(event.at, EVENT_DAYS),
  }
}

export function artefactRow(artefact: Artefact): Row {
  const { projectId, artefactType } = artefact
  return { ...artefact, PK: keys.projectPk(projectId), SK: keys.artefactSk(artefactType), type: 'artefact' }
}

export function artefactChangeRow(change: ArtefactChange): Row {
  const SK = keys.artefactChangeSk(change.artefactType, change.version)
  return { ...change, PK: keys.projectPk(change.projectId), SK, type: 'artefact_change' }
}

/** Events go with the change they report, in its transaction; a retry writes the same rows again. */
export function eventWrites(events: ActivityEvent[]): Write[] {
  return events.map((event) => ({ put: eventRow(event) }))
}

function dueOfAct(act: Act): { GSI2PK?: string; GSI2SK?: string } {
  switch (act.status) {
    case 'held':
      return due(keys.DUE_BUSINESS, act.heldUntil, act)
    case 'awaiting':
      return due(keys.DUE_BUSINESS, act.waitsUntil, act)
    case 'planned':
      return due(keys.DUE_REAL, act.notBefore, act)
    case 'executing':
      return due(keys.DUE_REAL, act.lease.until, act)
    case 'unknown':
      return due(keys.DUE_REAL, act.askAgainAt, act)
    default:
      return {}
  }
}

const due = (GSI2PK: string, at: string, act: Act) => ({ GSI2PK, GSI2SK: `${at}#act#${act.id}` })

const epochAfter = (at: string, days: number) => Math.floor(addDays(new Date(at), days).getTime() / 1000)
