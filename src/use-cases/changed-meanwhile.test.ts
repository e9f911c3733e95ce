import { describe, expect, test } from 'vitest'
import { aDecisionDesk } from '../../tests/fakes/decision-desk.ts'
import { aMailSuggestion, anEscalation } from '../../tests/fixtures/builders.ts'
import { NINE } from '../../tests/fixtures/desk.ts'
import { grow } from '#src/domain/escalation-growth.ts'
import { AlreadyDecided, ChangedMeanwhile, expire, type Escalation } from '#src/domain/escalation.ts'
import { decide } from './decide.ts'
import type { DecisionDeps } from './deps.ts'
import { dismiss } from './dismiss.ts'
import { ReadItFirst } from './refusals.ts'

const which = { projectId: 'SP', escalationId: 'E1' }
const morgan = { by: 'Morgan Reid', device: 'Firefox on Linux' }

test('an option is never done in a form that was not read', async () => {
  const { deps, escalations } = await aDecisionDesk()
  const asked = await escalations.get('SP', 'E1')
  if (asked?.status !== 'pending') throw new Error('It waits.')
  const draft = { ...asked, recommendation: { optionId: 'B' as const, reason: 'It is a duty.' } }
  const grown = grow(asked, draft, NINE)
  if (!grown) throw new Error('It grows.')
  await escalations.save(grown, { events: [] })
  const choice = { ...which, ...morgan, optionId: 'A' }
  await expect(decide(deps, { ...choice, seen: 1 })).rejects.toThrow(ChangedMeanwhile)
  expect(await decide(deps, { ...choice, seen: 2 })).toMatchObject({ status: 'decided' })
  await expect(decide(deps, { ...choice, seen: 1 })).rejects.toThrow(AlreadyDecided)
})

describe('an option that mails somebody outside', () => {
  const { payload, summary, premise } = aMailSuggestion({}, 'email_external')
  const asked = anEscalation()
  const options = asked.options.map((each) => ({ ...each, acts: [{ payload, summary, premise }] }))
  const choice = { ...which, ...morgan, optionId: 'A', seen: 1 }

  test('is chosen only when its mail was read, and nothing is planned before', async () => {
    const { deps, escalations, acts, actsOf } = await aDecisionDesk({ ...asked, options })
    await expect(decide(deps, choice)).rejects.toThrow(ReadItFirst)
    expect(await escalations.get('SP', 'E1')).toMatchObject({ status: 'pending' })
    expect(await acts.ofProject('SP', 10)).toEqual([])
    const decided = await decide(deps, { ...choice, mailRead: true })
    expect(await actsOf(decided)).toMatchObject([{ kind: 'email_external' }, { kind: 'artefact_update' }])
  })

  test('is only recorded at Observe: nothing of it goes', async () => {
    const { deps } = await aDecisionDesk({ ...asked, options }, 'monitoring')
    expect(await decide(deps, choice)).toMatchObject({ status: 'decided' })
  })
})

test('who rules while it changes is told so, and nothing is ruled', async () => {
  const { deps, escalations } = await aDecisionDesk()
  const asked = await escalations.get('SP', 'E1')
  if (asked?.status !== 'pending') throw new Error('It waits.')
  await escalations.save(expire(asked, NINE), { events: [] })
  const meanwhile = { ...deps, escalation: onceThen(asked, deps.escalation) }
  await expect(dismiss(meanwhile, { ...which, by: 'Morgan Reid', reason: 'other' })).rejects.toThrow(
    ChangedMeanwhile,
  )
  expect(await escalations.get('SP', 'E1')).toMatchObject({ status: 'expired', version: 2 })
})

/** Reads what stood a moment ago, then how it stands. */
function onceThen(stale: Escalation, read: DecisionDeps['escalation']): DecisionDeps['escalation'] {
  let first = true
  return async (projectId, id) => {
    if (!first) return read(projectId, id)
    first = false
    return stale
  }
}
