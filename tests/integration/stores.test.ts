import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectIntake, type Checkpoint } from '#src/adapters/dynamo/intake.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { signalKey, signalRow } from '#src/adapters/dynamo/rows.ts'
import { Conflict } from '#src/adapters/dynamo/table.ts'
import { anAct, anEscalation, aSignal } from '../fixtures/builders.ts'
import { minutesAfter, nine } from '../fixtures/desk.ts'
import { TABLES, type OpenedTable } from '../fixtures/open-tables.ts'

describe.each(TABLES)('the stores (%s)', (_, open) => {
  let opened: OpenedTable
  let partitions = 0
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  const fresh = () => `P${++partitions}`

  describe('what is read is recorded', () => {
    const first: Checkpoint = {
      version: 1,
      readUpTo: nine,
      bootstrappedAt: nine,
      unreadable: [],
      cursor: null,
    }
    const signals = (account: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        aSignal({ id: `jira/${account}/s${index}`, externalId: `s${index}` }),
      )

    test('in chunks of ninety, the checkpoint last: a chunk that clashes leaves it where it was', async () => {
      const account = fresh()
      const intake = connectIntake(opened.table, 'jira', account)
      const many = signals(account, 200)
      const twice = { put: signalRow(many[150] ?? aSignal()) }
      await opened.table.write([twice])
      await expect(intake.record(many, first, [])).rejects.toThrow(Conflict)
      expect(await intake.checkpoint()).toBeUndefined()
      const known = await connectSignals(opened.table).known(many.map(({ id }) => id))
      expect(known.size).toBe(91)
      await intake.record(
        many.filter(({ id }) => !known.has(id)),
        first,
        [],
      )
      expect(await intake.checkpoint()).toEqual(first)
      expect((await connectSignals(opened.table).known(many.map(({ id }) => id))).size).toBe(200)
    })

    test('two readers of one source: the second one’s checkpoint does not move, and its chunk is not there', async () => {
      const account = fresh()
      const intake = connectIntake(opened.table, 'jira', account)
      await intake.record([], first, [])
      const [late] = signals(account, 1)
      await expect(intake.record(late ? [late] : [], first, [])).rejects.toThrow(Conflict)
      expect(await opened.table.get(signalKey(late?.id ?? ''))).toBeUndefined()
    })
  })

  describe('the stores on it', () => {
    test('an act that waits is listed, falls due in its own time, and is read back as it was', async () => {
      const acts = connectActs(opened.table)
      const held = anAct({ status: 'held', heldUntil: minutesAfter(5).toISOString() }, { projectId: fresh() })
      const awaiting = anAct(
        { status: 'awaiting', waitsUntil: nine },
        { id: 'A2', projectId: held.projectId },
      )
      await acts.save(held, { events: [] })
      await acts.save(awaiting, { events: [] })
      expect(await acts.get(held.projectId, 'A1')).toEqual(held)
      expect(await acts.list('awaiting')).toEqual([awaiting])
      expect(await acts.due(minutesAfter(1), minutesAfter(1))).toEqual([awaiting])
      expect(await acts.due(minutesAfter(5), minutesAfter(1))).toHaveLength(2)
    })

    test('a lease is claimed once', async () => {
      const acts = connectActs(opened.table)
      const planned = anAct(undefined, { projectId: fresh() })
      await acts.save(planned, { events: [] })
      const lease = { until: nine, attempt: 1 }
      const claimed = {
        ...anAct({ status: 'executing', lease, outcome: 'approved' }),
        projectId: planned.projectId,
        version: 2,
      }
      const both = await Promise.allSettled([1, 2].map(() => acts.save(claimed, { events: [], claim: true })))
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'Conflict' } })
    })

    test('a decision and what it cites are one transaction', async () => {
      const escalations = connectEscalations(opened.table)
      const asked = anEscalation({ projectId: fresh() })
      const cites = ['jira/nobody/none']
      await expect(escalations.save(asked, { events: [], cites })).rejects.toThrow(Conflict)
      expect(await escalations.get(asked.projectId, asked.id)).toBeUndefined()
      await escalations.save(asked, { events: [] })
      expect(await escalations.list('pending')).toEqual([asked])
      expect(await escalations.due(minutesAfter(10_000))).toEqual([asked])
    })
  })
})
