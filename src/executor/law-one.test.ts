import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { aMailSuggestion, aSuggestion, context } from '../../tests/fixtures/builders.ts'
import { hours, minutesAfter } from '../../tests/fixtures/desk.ts'
import { mei } from '../../tests/fixtures/people.ts'
import { move, type Act, type ActPayload } from '#src/domain/act.ts'
import { boundaryAt, HOLD_MINUTES, leavesTheWorkbench } from '#src/domain/boundary.ts'
import { isWorkingTime } from '#src/domain/calendar.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'
import type { SuggestedAct } from '#src/domain/proposal.ts'
import { performDue } from './perform.ts'
import { propose } from './propose.ts'

/** Laws 1 and 3 over random dials, pauses, boundaries, scores and histories. */

const SUGGESTED: Record<string, SuggestedAct> = {
  comment: aSuggestion({ premise: null }),
  move: aSuggestion({
    payload: { kind: 'jira_status_change', key: 'SP-1', toStatus: 'To Do' },
    premise: null,
  }),
  mail: aMailSuggestion({ premise: null }),
  external: aMailSuggestion({ premise: null }, 'email_external'),
  ticket: aSuggestion({
    payload: { kind: 'jira_create_ticket', project: 'SP', title: 'New', text: 'Why.' } satisfies ActPayload,
    premise: null,
  }),
}

const step = fc.oneof(
  fc.record({ does: fc.constant('suggest' as const), what: fc.constantFrom(...Object.keys(SUGGESTED)) }),
  fc.record({
    does: fc.constant('dial' as const),
    to: fc.constantFrom<AutonomyLevel>('monitoring', 'artefact', 'tactical'),
  }),
  fc.record({ does: fc.constant('pause' as const), is: fc.boolean() }),
  fc.record({ does: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 31, 300, 900) }),
  fc.record({ does: fc.constantFrom('approve' as const, 'cancel' as const), nth: fc.nat(9) }),
  fc.record({
    does: fc.constant('vendor' as const),
    mood: fc.constantFrom('takes', 'lostReply', 'busy', 'unreachable', 'refuses'),
  }),
  fc.record({ does: fc.constant('register' as const), neverContact: fc.boolean() }),
)

test('nothing is done without a live permit, outside the boundary, while paused, or because nobody spoke', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24, size: 'max' }), async (steps) => {
      const it = anExecutorWorld()
      await it.begin()
      let register = { ...mei, version: 1, projectId: 'SP' }
      await it.register(register)
      const all: string[] = []
      const chosen = new Set<string>()
      const doing = new Map<string, string[]>()
      for (const hand of Object.values(it.deps.hands)) {
        const { perform } = hand
        hand.perform = async (permit) => {
          doing.set(permit.id, [...(doing.get(permit.id) ?? []), await wrongWith(it, permit.act, chosen)])
          return await perform(permit)
        }
      }
      for (const [index, each] of steps.entries()) {
        if (each.does === 'dial') it.world.dial = each.to
        if (each.does === 'pause') it.world.paused = each.is
        if (each.does === 'wait') it.world.now = minutesAfter(each.minutes, it.world.now)
        if (each.does === 'vendor') it.vendor.mood = each.mood
        if (each.does === 'register') {
          register = { ...register, neverContact: each.neverContact, version: register.version + 1 }
          await it.register(register)
        }
        if (each.does === 'suggest') {
          const wanted = { ...(SUGGESTED[each.what] ?? aSuggestion()), episode: String(index) }
          const placed = await propose(it.deps, { projectId: 'SP', ticket: context }, wanted)
          if (placed.status === 'planned') throw new Error('Nothing that leaves is done at once.')
          all.push(placed.id)
          const { hold } = placed.gate
          // Silence never graduates: where nobody has said a word, every hold is as long as its type's own.
          if (hold && chosen.size === 0)
            expect(hold.minutes).toBeGreaterThanOrEqual(HOLD_MINUTES[placed.kind] ?? 0)
        }
        if (each.does === 'approve' || each.does === 'cancel') await rule(it, each, all, chosen)
        for (const id of all) await sweep(it, id)
      }
      const wrong = [...doing.values()].flat().filter((says) => says !== '')
      expect(wrong).toEqual([])
      expect(new Set(it.vendor.did).size).toBe(it.vendor.did.length)
    }),
    { numRuns: 300 },
  )
}, 60_000)

type World = ReturnType<typeof anExecutorWorld>

/** What speaks against an act that is being done at this moment; nothing: ''. */
async function wrongWith(it: World, act: Act, chosen: Set<string>): Promise<string> {
  const { dial, paused, now } = it.world
  const stored = await it.acts.get('SP', act.id)
  if (stored?.status !== 'executing') return 'it is not claimed'
  const attempt = stored.lease.attempt
  if (!(await it.acts.isPermitUsed('SP', act.id, attempt))) return 'it has no permit'
  if (stored.lastCheck?.verdict !== 'go') return 'it was not checked'
  if (leavesTheWorkbench(act.kind) && paused) return 'paused'
  if (leavesTheWorkbench(act.kind) && dial === 'monitoring') return 'Observe'
  if (boundaryAt(act.kind, dial) === 'never') return 'never'
  const people = 'to' in act.payload ? await it.deps.people('SP', act.payload.to) : []
  if (people.some(({ neverContact }) => neverContact)) return 'never to be contacted'
  if (chosen.has(act.id)) return ''
  if (boundaryAt(act.kind, dial) === 'approval') return `nobody approved it at ${dial}`
  return isWorkingTime(now, hours) ? '' : 'outside working hours'
}

async function rule(
  it: World,
  { does, nth }: { does: 'approve' | 'cancel'; nth: number },
  all: string[],
  chosen: Set<string>,
): Promise<void> {
  const found = await it.acts.get('SP', all[nth % Math.max(1, all.length)] ?? 'none')
  if (found?.status !== 'held' && found?.status !== 'awaiting') return
  const notBefore = it.world.now.toISOString()
  if (does === 'approve') chosen.add(found.id)
  const to =
    does === 'approve'
      ? ({ status: 'planned', outcome: 'approved', notBefore } as const)
      : ({ status: 'cancelled', by: 'Morgan', reason: 'no' } as const)
  await it.put(move(found, to, it.world.now))
}

async function sweep(it: World, id: string): Promise<void> {
  const found = await it.acts.get('SP', id)
  if (found) await performDue(it.deps, found)
}
