import type { Act, ActIn } from '#src/domain/act.ts'
import { isFrozen } from '#src/domain/away.ts'
import { leavesTheWorkbench } from '#src/domain/boundary.ts'
import { addWorkingMinutes } from '#src/domain/calendar.ts'
import { judgeLast, type LastCheck, type LastCheckInputs } from '#src/domain/last-check.ts'
import { earliestFor, mannersAgainst, momentAgainst } from '#src/domain/manners.ts'
import { recipientIds, recipientsProblem, unreachable } from '#src/domain/recipients.ts'
import type { ExecutorDeps } from './deps.ts'
import { confidenceNow } from './evidence-for.ts'

type Ready = ActIn<'held'> | ActIn<'planned'> | ActIn<'executing'>

/**
 * Everything that may speak against an act at this moment, asked anew. The dial and the pause come first, so that nothing
 * is asked of a vendor in vain, and once more at the end, since a vendor may take long to answer.
 */
export async function askLast(deps: ExecutorDeps, of: Ready): Promise<LastCheck> {
  const inputs = await lookAt(deps, of)
  const before = judgeLast(inputs)
  if (before.against !== 'premise') return before
  const premise = { problem: await deps.premiseProblem(of.premise) }
  const manners = inputs.manners && premise.problem === null ? await mannersNow(deps, of) : inputs.manners
  return judgeLast({ ...inputs, premise, manners, ...(await standing(deps, of)) })
}

/** What manners say against what the agent does alone, by the ticket as its tracker shows it now. */
async function mannersNow(deps: ExecutorDeps, of: Ready): Promise<string[]> {
  const { payload, projectId, kind } = of
  if (!leavesTheWorkbench(kind)) return []
  const ticket = 'key' in payload ? await deps.ticket(projectId, payload.key) : null
  if (typeof ticket === 'string') return [ticket]
  const ids = recipientIds(payload)
  const [recent, hours, people] = await Promise.all([
    deps.recentActs(projectId),
    deps.hours(),
    ids.length === 0 ? [] : deps.people(projectId, ids),
  ])
  // Of two that are held, the first to go makes the other one too many, not both each other.
  const acts = recent.filter(({ id, status }) => id !== of.id && status !== 'held')
  return mannersAgainst({ payload, ticket, people, acts, now: deps.now(), hours })
}

async function standing(deps: ExecutorDeps, of: Ready) {
  const [project, paused, leave] = await Promise.all([deps.project(of.projectId), deps.paused(), deps.away()])
  const dueAt = of.status === 'held' ? of.heldUntil : of.updatedAt
  const away = isFrozen(leave, dueAt, deps.now())
  return { dial: project?.autonomyLevel ?? 'monitoring', paused, away } as const
}

/** Its permit is the dial's until the PM has spoken for it: what was only held has no word of theirs. */
function permitOf(of: Ready): 'dial' | 'pm' {
  if (of.status === 'held') return 'dial'
  return of.outcome === 'approved' || of.outcome === 'edited' ? 'pm' : 'dial'
}

async function lookAt(deps: ExecutorDeps, of: Ready): Promise<LastCheckInputs> {
  const now = deps.now()
  const by = permitOf(of)
  const ids = recipientIds(of.payload)
  const people = ids.length === 0 ? [] : await deps.people(of.projectId, ids)
  const attempt = of.status === 'executing' ? of.lease.attempt + 1 : 1
  const { dial, paused, away } = await standing(deps, of)
  const problem = recipientsProblem(of.payload, people) ?? unreachable(people, by)
  return {
    ...{ at: now.toISOString(), type: of.kind, dial, paused, away },
    permit: { by, isUsed: await deps.isPermitUsed(of.projectId, of.id, attempt) },
    recipients: people.map(({ id, class: is }) => ({ id, class: is })),
    recipientsProblem: problem,
    confidence: by === 'dial' ? confidenceNow(of, { dial, problem }) : null,
    notBefore: by === 'dial' ? await momentFor(deps, of, { people, now }) : null,
    premise: 'unasked',
    manners: by === 'dial' ? 'unasked' : null,
  }
}

/** What the agent does alone leaves in the PM's working hours, and when its readers work. */
async function momentFor(
  deps: ExecutorDeps,
  of: Ready,
  { people, now }: { people: Awaited<ReturnType<ExecutorDeps['people']>>; now: Date },
): Promise<LastCheckInputs['notBefore']> {
  if (!leavesTheWorkbench(of.kind)) return null
  const hours = await deps.hours()
  const open = addWorkingMinutes(now, 0, hours)
  if (open > now) return { until: open.toISOString(), says: 'outside your working hours' }
  const occasion = { payload: of.payload, ticket: null, people, acts: [], now, hours }
  const says = momentAgainst(occasion, now)
  return says === null ? null : { until: earliestFor(occasion, now).toISOString(), says }
}

/** An act that comes after another waits for it, and falls with it. */
export async function waitsFor(deps: ExecutorDeps, of: Act): Promise<'not yet' | { reason: string } | null> {
  const first = of.after === null ? undefined : await deps.act(of.projectId, of.after)
  if (!first || first.status === 'done') return null
  const ended = first.status === 'failed' || first.status === 'cancelled' || first.status === 'expired'
  return ended ? { reason: `${first.summary} was not done` } : 'not yet'
}
