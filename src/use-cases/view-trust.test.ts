import { describe, expect, test } from 'vitest'
import { anAct, anEscalation } from '../../tests/fixtures/builders.ts'
import { nine } from '../../tests/fixtures/desk.ts'
import { beatrix } from '../../tests/fixtures/people.ts'
import { aTrustDesk } from '../../tests/fakes/trust-desk.ts'
import type { ActPayload } from '#src/domain/act.ts'
import { judge } from '#src/domain/gate.ts'
import { NoSuchProject } from './refusals.ts'
import { viewTrust } from './view-trust.ts'

const receipt = { id: '1', url: null, at: nine }
const approved = { status: 'done', outcome: 'approved', receipt } as const
const payload: ActPayload = {
  ...{ kind: 'email_stakeholder', to: [beatrix.id], cc: [], subject: 'S', text: 'T', replyTo: null },
}
const stopped = anAct({ status: 'cancelled', reason: 'no', by: 'PM' }, { id: 'C1' })

test('each kind of act that waits has its ladder, for those whom it reached', async () => {
  const it = await aTrustDesk()
  await it.stores.people.save({ ...beatrix, projectId: 'SP' })
  await it.put(
    ...['1', '2', '3', '4', '5'].map((id) => anAct(approved, { id, kind: 'email_stakeholder', payload })),
    stopped,
    anAct({ status: 'done', outcome: 'auto', receipt }, { id: 'N1', kind: 'notification_internal' }),
  )
  const { ladders } = await viewTrust(it.deps, 'SP')
  expect(ladders.toSorted((a, b) => a.type.localeCompare(b.type))).toMatchObject([
    { type: 'email_stakeholder', reaches: 'sponsor', minutes: 15, inARow: 5, nextAt: 10 },
    { type: 'jira_comment', reaches: 'team', minutes: 5, nextAt: null, endings: ['cancelled'] },
  ])
})

describe('what stands behind the dial', () => {
  test('a scenario’s is said to have nothing behind it, and a day says why it was not clean', async () => {
    const it = await aTrustDesk()
    await it.checkedFor(3)
    await it.put({ ...stopped, updatedAt: '2026-10-21T10:00:00.000Z' })
    await it.blind('2026-10-20T10:00:00.000Z', '2026-10-20T11:00:00.000Z')
    const { days, earned, missing, project } = await viewTrust(it.deps, 'SP')
    expect(days.slice(-4).map(({ stains }) => stains)).toEqual([
      [{ what: 'no check', times: 1 }],
      [],
      [{ what: 'blind', times: 60 }],
      [{ what: 'stopped', times: 1 }],
    ])
    expect(project.dialTurn.by).toBe('setup')
    expect(earned).toEqual({ cleanDays: 1, approved: 0 })
    expect(missing).toEqual({
      now: '1 of 14 clean days; 13 more. 0 of 5 approved communications; 5 more.',
      next: null,
    })
    await expect(viewTrust(it.deps, 'XX')).rejects.toThrow(NoSuchProject)
  })

  test('how sure the agent was stands beside what the PM said; where nothing was said nothing is counted', async () => {
    const contradicted = { contradictions: ['SP-1 is Done'], sources: ['jira'], schemaProblem: null }
    const unsure = judge({
      ...{ type: 'jira_comment', dial: 'tactical', paused: false, manners: [], at: new Date(nine) },
      confidence: { ...contradicted, precedents: [] },
    })
    const wrong = { verdict: 'wrong' as const, by: 'PM', at: nine }
    const it = await aTrustDesk()
    await it.put(
      anAct(approved, { id: '1' }),
      stopped,
      anAct({ status: 'done', outcome: 'lapsed', receipt }, { id: '2', mark: wrong }),
      anAct({ status: 'done', outcome: 'lapsed', receipt }, { id: '3' }),
      anAct({ status: 'cancelled', reason: 'no', by: 'PM' }, { id: '4', gate: unsure }),
      anAct(approved, { id: '5', escalationId: 'E1' }),
    )
    const at = { by: 'PM', device: 'Desk', at: nine, undoUntil: nine, actIds: [], logActId: null }
    const chosen = (id: string, optionId: 'A' | 'B') =>
      anEscalation({
        ...{ id, status: 'decided' },
        decision: { ...at, optionId, optionName: optionId, instead: null, recordedOnly: false },
      })
    for (const each of [chosen('E1', 'A'), chosen('E2', 'B'), anEscalation({ id: 'E3' })])
      await it.stores.escalations.save(each, { events: [] })
    const none = { approved: 0, edited: 0, rewritten: 0, stopped: 0, undone: 0 }
    expect((await viewTrust(it.deps, 'SP')).calibration).toEqual({
      byChecks: [
        { sure: 4, said: { ...none, approved: 1, stopped: 1, undone: 1 } },
        { sure: 3, said: { ...none, stopped: 1 } },
      ],
      byFate: [
        { sure: 'hold', said: { ...none, approved: 1, stopped: 1, undone: 1 } },
        { sure: 'ask', said: { ...none, stopped: 1 } },
      ],
      decisions: [{ sure: 4, said: { recommended: 1, other: 1, own: 0, dismissed: 0 } }],
    })
  })

  test('at Observe what would have been done is always shown', async () => {
    const gate = judge({
      ...{ type: 'jira_comment', dial: 'monitoring', paused: false, manners: [], at: new Date(nine) },
      confidence: { contradictions: [], sources: ['jira'], schemaProblem: null, precedents: [] },
    })
    const it = await aTrustDesk({ autonomyLevel: 'monitoring' })
    await it.put(anAct({ status: 'escalated', reason: 'Observe' }, { gate }))
    const { dryRun, missing } = await viewTrust(it.deps, 'SP')
    expect(dryRun?.acts).toMatchObject([{ became: 'shown', would: 'hold' }])
    expect(missing.next).toMatchObject({ level: 'artefact', missing: '0 of 7 clean days; 7 more.' })
  })
})
