import { expect, test } from 'vitest'
import { aProject } from '../../tests/fixtures/desk.ts'
import { artefact, emptyArtefact } from '#src/domain/artefact.ts'
import { cycleRecord } from '#src/domain/cycle.ts'
import { EMPTY_DELIVERY } from '#src/domain/delivery-state.ts'
import type { SpotCheck } from '#src/domain/spot-check.ts'
import { viewToday, type TodayDeps } from './today.ts'

/** Thu 22 Oct 2026, 11:00 in London. */
const now = new Date('2026-10-22T10:00:00.000Z')
const workingHours = {
  from: '08:00',
  to: '17:30',
  days: ['mon' as const, 'tue' as const, 'wed' as const, 'thu' as const, 'fri' as const],
  timeZone: 'Europe/London',
}

function aTable(change: Partial<TodayDeps> = {}): TodayDeps {
  return {
    now: () => now,
    pm: async () => ({
      name: 'Morgan Reid',
      email: 'morgan.reid@example.com',
      workingHours,
      tickMinutes: 15,
      internalDomains: ['example.com'],
    }),
    escalations: { list: async () => [] },
    acts: { list: async () => [] },
    events: { recent: async () => [] },
    cycles: { recent: async () => [] },
    projects: { listActive: async () => [] },
    artefacts: { get: async () => undefined },
    proofs: { latest: async () => undefined },
    spotChecks: { ofProject: async () => [] },
    ...change,
  }
}

test('an empty table is a quiet day', async () => {
  expect(await viewToday(aTable())).toMatchObject({
    open: [],
    held: [],
    blocked: [],
    read: { changes: 0, since: null, raised: 0 },
    ...{ proof: null, look: [], lowered: [] },
  })
})

test('only the checks of the local day are counted, from the first of them on', async () => {
  const check = (slot: string, changed: number) =>
    cycleRecord.parse({
      slot,
      startedAt: slot,
      endedAt: slot,
      ended: 'active',
      readings: [{ source: 'jira', ok: true, readAt: slot, changed, reason: null }],
      signals: changed,
      reason: null,
    })
  const cycles = [
    check('2026-10-22T09:45:00.000Z', 3),
    check('2026-10-21T23:00:00.000Z', 4),
    check('2026-10-21T22:45:00.000Z', 5),
  ]
  const { read } = await viewToday(aTable({ cycles: { recent: async () => cycles } }))
  expect(read).toEqual({ changes: 7, since: '2026-10-21T23:00:00.000Z', raised: 0 })
})

test('what is blocked is listed by age in working days, and the next dates come first to last', async () => {
  const blocker = (key: string, raisedAt: string) => ({
    key,
    title: key,
    owner: null,
    raisedAt,
    waitsFor: '',
  })
  const milestone = (name: string, dueOn: string) => ({ name, dueOn, status: 'on_track' as const, notes: '' })
  const document = artefact.parse({
    ...emptyArtefact('SP', 'delivery_state', now),
    content: {
      ...EMPTY_DELIVERY,
      blockers: [blocker('new', '2026-10-22T09:00:00.000Z'), blocker('old', '2026-10-15T10:00:00.000Z')],
      milestones: [
        milestone('Go-live', '2026-11-16'),
        milestone('UAT', '2026-10-30'),
        milestone('Past', '2026-10-01'),
      ],
    },
  })
  const { blocked, dates } = await viewToday(
    aTable({
      projects: { listActive: async () => [aProject()] },
      artefacts: { get: async (_, type) => (type === 'delivery_state' ? document : undefined) },
    }),
  )
  expect(blocked.map(({ key, workingDays }) => [key, workingDays])).toEqual([
    ['old', 5],
    ['new', 0],
  ])
  expect(dates.map(({ what }) => what)).toEqual(['UAT', 'Go-live'])
})

test('what waits for a look, and a dial that was lowered by rule until it is turned, or for a week', async () => {
  const at = '2026-10-21T10:00:00.000Z'
  const lowered = (when: string, by: 'rule' | 'pm' = 'rule') =>
    aProject({ dialTurn: { by, at: when, demoted: { at: when, because: '2 marked wrong.' } } })
  const check: SpotCheck = {
    ...{ id: 'S1', version: 1, projectId: 'SP', drawnAt: at, mark: null },
    act: { id: 'A1', kind: 'jira_comment', ref: 'SP-1', summary: 'Comment on SP-1', doneAt: at },
  }
  const marked = { ...check, mark: { verdict: 'right' as const, by: 'Morgan', at } }
  const projects = [lowered(at), lowered('2026-10-14T10:00:00.000Z'), lowered(at, 'pm')]
  const today = await viewToday(
    aTable({
      projects: { listActive: async () => projects },
      spotChecks: { ofProject: async () => [check, marked] },
    }),
  )
  expect(today.lowered).toEqual([projects[0]])
  expect(today.look[0]).toMatchObject({ open: 1, project: { id: 'SP' } })
})
