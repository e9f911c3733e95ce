import { expect, test } from 'vitest'
import { cycleRecord } from '#src/domain/cycle.ts'
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
    }),
    escalations: { list: async () => [] },
    acts: { list: async () => [] },
    events: { recent: async () => [] },
    cycles: { recent: async () => [] },
    projects: { listActive: async () => [] },
    artefacts: { get: async () => undefined },
    ...change,
  }
}

test('an empty table is a quiet day', async () => {
  expect(await viewToday(aTable())).toMatchObject({
    open: [],
    held: [],
    blocked: [],
    read: { changes: 0, since: null, raised: 0 },
    yesterday: { acts: 0, outside: 0, stopped: 0, undone: 0 },
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

test('open issues are listed by age in working days; what is closed or no issue is not', async () => {
  const item = (id: string, raisedAt: string, change: object = {}) => ({
    ...{
      id,
      kind: 'issue' as const,
      title: id,
      severity: 'high' as const,
      status: 'open' as const,
      owner: null,
      raisedAt,
    },
    ...{
      dueAt: null,
      mitigation: null,
      resolution: null,
      origin: 'jira',
      lastReviewedAt: raisedAt,
      ...change,
    },
  })
  const items = [
    item('new', '2026-10-22T09:00:00.000Z'),
    item('old', '2026-10-15T10:00:00.000Z'),
    item('closed', '2026-10-01T10:00:00.000Z', { status: 'closed' }),
    item('risk', '2026-10-01T10:00:00.000Z', { kind: 'risk' }),
  ]
  const project = {
    ...{ id: 'SP', version: 1, name: 'Sample', status: 'active' as const },
    ...{ autonomyLevel: 'tactical' as const, mailbox: 'm@example.com', connectedAt: now.toISOString() },
  }
  const log = {
    id: 'SP-raid_log',
    version: 1,
    projectId: 'SP',
    artefactType: 'raid_log' as const,
    content: { items },
    previousVersion: null,
    updatedAt: now.toISOString(),
    summary: '',
  }
  const { blocked } = await viewToday(
    aTable({ projects: { listActive: async () => [project] }, artefacts: { get: async () => log } }),
  )
  expect(blocked.map(({ id, workingDays }) => [id, workingDays])).toEqual([
    ['old', 5],
    ['new', 0],
  ])
})
