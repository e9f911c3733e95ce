import { move, retryLease, type Act, type ActIn, type ActState } from '#src/domain/act.ts'
import type { EventKind } from '#src/domain/event.ts'
import type { LastCheck } from '#src/domain/last-check.ts'
import { leaseSeconds, Permit } from '#src/domain/permit.ts'
import { askLast, waitsFor } from './guards.ts'
import { HandBusy, HandRefused, type ExecutorDeps } from './deps.ts'
import { expire } from './expire.ts'
import { lookUp } from './look-up.ts'
import { keep, save, secondsOn, tell } from './save-act.ts'

const ATTEMPTS = 5
/** After a failure with an unknown end, wait for the vendor to settle before asking it. */
const ASK_AFTER_SECONDS = 5
const ASK_AGAIN_SECONDS = 60
/** SES can never say: it is asked twice as late each time, and once a day in the end. */
const ASK_AGAIN_AT_MOST = 24 * 60 * 60
const patience = (timesAsked: number) =>
  Math.min(ASK_AGAIN_SECONDS * 2 ** (timesAsked - 1), ASK_AGAIN_AT_MOST)

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
  if (deps.now().toISOString() < held.heldUntil) return held
  const asked = await askLast(deps, held)
  const checked = { ...held, lastCheck: asked }
  switch (asked.verdict) {
    case 'wait':
      return held
    case 'hold':
      return await holdOn(deps, checked, asked)
    case 'stop':
      return await save(deps, checked, { status: 'escalated', reason: wordsOf(asked) }, 'act_escalated')
    case 'go': {
      const notBefore = deps.realNow().toISOString()
      const outcome = held.edit ? 'edited' : 'lapsed'
      return performDue(deps, await save(deps, checked, { status: 'planned', outcome, notBefore }))
    }
  }
}

/** Held until a better moment; what has its time already goes back to waiting for it. */
async function holdOn(deps: ExecutorDeps, of: Act, { inputs, says }: LastCheck): Promise<Act> {
  const heldUntil = inputs.notBefore?.until ?? deps.now().toISOString()
  const next = of.status === 'held' ? { ...of, heldUntil, version: of.version + 1 } : undefined
  const held = next ?? move(of, { status: 'held', heldUntil }, deps.now())
  const text = `Held on: ${of.summary} (${says ?? ''})`
  await deps.saveAct(held, { events: [tell(deps, held, 'act_held', text)] })
  return held
}

const wordsOf = ({ says }: LastCheck) => says ?? 'not allowed'

async function start(deps: ExecutorDeps, planned: ActIn<'planned'>): Promise<Act> {
  if (deps.realNow().toISOString() < planned.notBefore) return planned
  const waits = await waitsFor(deps, planned)
  if (waits === 'not yet') return planned
  if (waits) return await stop(deps, planned, waits.reason)
  const asked = await askLast(deps, planned)
  const checked = { ...planned, lastCheck: asked }
  switch (asked.verdict) {
    case 'wait':
      return planned
    case 'hold':
      return await holdOn(deps, checked, asked)
    case 'stop':
      return await stop(deps, checked, wordsOf(asked))
    case 'go': {
      const lease = { until: secondsOn(deps, leaseSeconds(planned.kind)), attempt: 1 }
      const claimed = move(checked, { status: 'executing', lease, outcome: planned.outcome }, deps.now())
      await deps.saveAct(claimed, { events: [], claim: true })
      return await hand(deps, claimed)
    }
  }
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
  return await tryAgain(deps, executing)
}

/** Nothing was done yet: everything is asked once more before the next attempt. */
async function tryAgain(deps: ExecutorDeps, executing: ActIn<'executing'>): Promise<Act> {
  const asked = await askLast(deps, executing)
  const checked = { ...executing, lastCheck: asked }
  switch (asked.verdict) {
    case 'wait':
    case 'hold': {
      const lease = { ...executing.lease, until: secondsOn(deps, ASK_AGAIN_SECONDS) }
      return await keep(deps, { ...executing, version: executing.version + 1, lease })
    }
    case 'stop': {
      const { outcome } = executing
      return await finish(deps, checked, { status: 'failed', reason: wordsOf(asked), outcome })
    }
    case 'go': {
      const again = retryLease(checked, new Date(secondsOn(deps, leaseSeconds(executing.kind))), deps.now())
      await deps.saveAct(again, { events: [], claim: true })
      return await hand(deps, again)
    }
  }
}

async function stop(deps: ExecutorDeps, planned: ActIn<'planned'>, reason: string): Promise<Act> {
  const stopped = await save(deps, planned, { status: 'cancelled', by: 'executor', reason }, 'act_cancelled')
  await performFollowers(deps, stopped)
  return stopped
}

async function performFollowers(deps: ExecutorDeps, of: Act): Promise<void> {
  if (of.escalationId === null && !of.askedFor) return
  for (const follower of await deps.followers(of)) await performDue(deps, follower)
}

async function askAgain(deps: ExecutorDeps, unknown: ActIn<'unknown'>): Promise<Act> {
  if (deps.realNow().toISOString() < unknown.askAgainAt) return unknown
  const found = await lookUp(deps, unknown)
  if (found.known === 'no answer') {
    const timesAsked = (unknown.timesAsked ?? 1) + 1
    const askAgainAt = secondsOn(deps, patience(timesAsked))
    return await keep(deps, { ...unknown, version: unknown.version + 1, timesAsked, askAgainAt })
  }
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
    const lease = { until: secondsOn(deps, seconds), attempt: permit.act.lease.attempt }
    return await keep(deps, { ...permit.act, version: permit.act.version + 1, lease })
  }
}

function notCertain(deps: ExecutorDeps, of: ActIn<'executing'>, why: string): Promise<Act> {
  const askAgainAt = secondsOn(deps, patience(1))
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
