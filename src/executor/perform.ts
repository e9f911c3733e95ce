import { addSeconds } from 'date-fns'
import { move, retryLease, type Act, type ActIn, type ActState } from '#src/domain/act.ts'
import { eventOf, type ActivityEvent, type EventKind } from '#src/domain/event.ts'
import { leaseSeconds, Permit } from '#src/domain/permit.ts'
import { hindrance, waitsFor } from './guards.ts'
import { HandBusy, HandRefused, type ExecutorDeps } from './deps.ts'

const ATTEMPTS = 5
/** After a failure with an unknown end, wait for the vendor to settle before asking it. */
const ASK_AFTER_SECONDS = 5
const ASK_AGAIN_SECONDS = 60

/**
 * The only path to the outside. Takes an act as far as it may go now and gives it as it then stands: a held act whose
 * time has come is released, a planned one performed, one whose hand died is looked up at the provider, one that
 * waited too long for approval expires. Whoever comes second to a move leaves it alone.
 */
export async function performDue(deps: ExecutorDeps, current: Act): Promise<Act> {
  try {
    switch (current.status) {
      case 'held':
        return await release(deps, current)
      case 'awaiting':
        return await expire(deps, current)
      case 'planned':
        return await start(deps, current)
      case 'executing':
        return await recover(deps, current)
      case 'unknown':
        return await askAgain(deps, current)
      default:
        return current
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'Conflict') return current
    throw error
  }
}

async function release(deps: ExecutorDeps, held: ActIn<'held'>): Promise<Act> {
  if (deps.now().toISOString() < held.heldUntil || (await deps.paused())) return held
  const project = await deps.project(held.projectId)
  if (project?.autonomyLevel !== 'tactical')
    return await save(deps, held, { status: 'escalated', reason: 'the dial was lowered' }, 'act_escalated')
  const problem = await deps.premiseProblem(held.premise)
  if (problem) return await save(deps, held, { status: 'escalated', reason: problem }, 'act_escalated')
  const notBefore = deps.realNow().toISOString()
  const outcome = held.edit ? 'edited' : 'lapsed'
  const planned = await save(deps, held, { status: 'planned', outcome, notBefore })
  return performDue(deps, planned)
}

async function expire(deps: ExecutorDeps, awaiting: ActIn<'awaiting'>): Promise<Act> {
  if (deps.now().toISOString() < awaiting.waitsUntil) return awaiting
  return await save(deps, awaiting, { status: 'expired' }, 'act_cancelled')
}

async function start(deps: ExecutorDeps, planned: ActIn<'planned'>): Promise<Act> {
  if (deps.realNow().toISOString() < planned.notBefore) return planned
  const waits = await waitsFor(deps, planned)
  if (waits === 'not yet') return planned
  const hindered = waits ?? (await hindrance(deps, planned))
  if (hindered === 'paused') return planned
  if (hindered) return await stop(deps, planned, hindered.reason)
  const lease = { until: leaseEnd(deps, leaseSeconds(planned.kind)), attempt: 1 }
  const claimed = move(planned, { status: 'executing', lease, outcome: planned.outcome }, deps.now())
  await deps.saveAct(claimed, { events: [], claim: true })
  return await hand(deps, claimed)
}

/** A lease ran out: the hand died, or the vendor did not answer. Ask first; act again only if it is not there. */
async function recover(deps: ExecutorDeps, executing: ActIn<'executing'>): Promise<Act> {
  if (deps.realNow().toISOString() < executing.lease.until) return executing
  const found = await lookUp(deps, executing)
  if (found.known === 'no answer') return await notCertain(deps, executing, found.why)
  const { outcome } = executing
  if (found.receipt) return await finish(deps, executing, { status: 'done', receipt: found.receipt, outcome })
  if (executing.lease.attempt >= ATTEMPTS)
    return await finish(deps, executing, { status: 'failed', reason: 'it was tried five times', outcome })
  const hindered = await hindrance(deps, executing)
  if (hindered === 'paused') {
    const lease = { ...executing.lease, until: leaseEnd(deps, ASK_AGAIN_SECONDS) }
    return await keep(deps, { ...executing, version: executing.version + 1, lease })
  }
  if (hindered) return await finish(deps, executing, { status: 'failed', reason: hindered.reason, outcome })
  const again = retryLease(executing, new Date(leaseEnd(deps, leaseSeconds(executing.kind))), deps.now())
  await deps.saveAct(again, { events: [], claim: true })
  return await hand(deps, again)
}

async function stop(deps: ExecutorDeps, planned: ActIn<'planned'>, reason: string): Promise<Act> {
  const stopped = await save(deps, planned, { status: 'cancelled', by: 'executor', reason }, 'act_cancelled')
  await performFollowers(deps, stopped)
  return stopped
}

async function performFollowers(deps: ExecutorDeps, of: Act): Promise<void> {
  if (of.escalationId === null) return
  for (const follower of await deps.followers(of)) await performDue(deps, follower)
}

async function askAgain(deps: ExecutorDeps, unknown: ActIn<'unknown'>): Promise<Act> {
  if (deps.realNow().toISOString() < unknown.askAgainAt) return unknown
  const found = await lookUp(deps, unknown)
  if (found.known === 'no answer')
    return await keep(deps, {
      ...unknown,
      version: unknown.version + 1,
      askAgainAt: leaseEnd(deps, ASK_AGAIN_SECONDS),
    })
  const { outcome } = unknown
  if (found.receipt) return await finish(deps, unknown, { status: 'done', receipt: found.receipt, outcome })
  return await finish(deps, unknown, { status: 'failed', reason: 'it never arrived', outcome })
}

async function hand(deps: ExecutorDeps, claimed: Act): Promise<Act> {
  const permit = Permit.forClaimed(claimed)
  if (!permit) return claimed
  const { outcome } = permit.act
  try {
    const receipt = await deps.hands[permit.act.payload.kind].perform(permit)
    return await finish(deps, claimed, { status: 'done', receipt, outcome })
  } catch (error) {
    if (error instanceof HandRefused)
      return await finish(deps, claimed, { status: 'failed', reason: error.message, outcome })
    if (!(error instanceof Error) || error.name === 'Conflict') throw error
    const seconds = error instanceof HandBusy ? error.retryAfterSeconds : ASK_AFTER_SECONDS
    const lease = { until: leaseEnd(deps, seconds), attempt: permit.act.lease.attempt }
    return await keep(deps, { ...permit.act, version: permit.act.version + 1, lease })
  }
}

async function lookUp(deps: ExecutorDeps, of: ActIn<'executing'> | ActIn<'unknown'>) {
  try {
    return { known: 'answer', receipt: await deps.hands[of.payload.kind].find(of) } as const
  } catch (error) {
    return { known: 'no answer', why: error instanceof Error ? error.message : String(error) } as const
  }
}

function notCertain(deps: ExecutorDeps, of: ActIn<'executing'>, why: string): Promise<Act> {
  const askAgainAt = leaseEnd(deps, ASK_AGAIN_SECONDS)
  return save(deps, of, { status: 'unknown', reason: why, askAgainAt, outcome: of.outcome }, 'act_unknown')
}

const FINISHED: Record<'done' | 'failed', EventKind> = { done: 'act_done', failed: 'act_failed' }

async function finish(
  deps: ExecutorDeps,
  from: Act,
  to: Extract<ActState, { status: 'done' | 'failed' }>,
): Promise<Act> {
  const isDocument = to.status === 'done' && from.kind === 'artefact_update'
  const ended = await save(deps, from, to, isDocument ? 'artefact_updated' : FINISHED[to.status])
  await performFollowers(deps, ended)
  return ended
}

async function save(deps: ExecutorDeps, from: Act, to: ActState, kind?: EventKind): Promise<Act> {
  const next = move(from, to, deps.now())
  await deps.saveAct(next, { events: kind ? [said(deps, next, kind)] : [] })
  return next
}

async function keep(deps: ExecutorDeps, next: Act): Promise<Act> {
  await deps.saveAct(next, { events: [] })
  return next
}

const WORDS: Partial<Record<EventKind, string>> = {
  act_done: 'Done',
  artefact_updated: 'Changed',
  act_failed: 'Not done',
  act_unknown: 'Not certain',
  act_cancelled: 'Not sent',
  act_escalated: 'Not sent',
}

function said(deps: ExecutorDeps, about: Act, kind: EventKind): ActivityEvent {
  const at = deps.now()
  const reason = 'reason' in about ? ` (${about.reason})` : ''
  const { projectId, ref, id: actId, escalationId } = about
  const id = deps.newId(at, actId, about.version, kind)
  const text = `${WORDS[kind] ?? kind}: ${about.summary}${reason}`
  return eventOf({ id, projectId, kind, text, ref, actId, escalationId }, at)
}

const leaseEnd = (deps: ExecutorDeps, seconds: number) => addSeconds(deps.realNow(), seconds).toISOString()
