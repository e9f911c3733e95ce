import { expect, test } from 'vitest'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { fakeTable } from '../../tests/fakes/table.ts'
import { aHeartbeat, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { viewCoverage } from './view-coverage.ts'

const reading = (source: 'jira' | 'outlook', account?: string) => ({
  ...{ source, ok: true, readAt: nine, changed: 0, reason: null },
  ...(account && { account }),
})

test('the spells of every source that was read, the latest first, what filled a gap, and nothing that is long over', async () => {
  const table = fakeTable()
  const jira = connectIntake(table, 'jira', 'example.atlassian.net')
  const at = (minute: number) => minutesAfter(minute).toISOString()
  await jira.saveBlind({ since: at(-40 * 24 * 60), until: at(-39 * 24 * 60), reason: 'Long ago.' })
  await jira.saveBlind({ since: at(-60), until: at(-30), reason: 'Jira failed with 500.', read: 4 })
  const mailbox = connectIntake(table, 'outlook', 'morgan@example.com')
  await mailbox.saveBlind({ since: at(-15), until: null, reason: 'Microsoft asks to wait.' })
  const cycles = connectCycles(table)
  const readings = [reading('jira', 'example.atlassian.net'), reading('outlook', 'morgan@example.com')]
  await cycles.beat(aHeartbeat({ version: 1, readings }))
  await mailbox.saveResync({ since: at(-45 * 24 * 60), until: at(-44 * 24 * 60), read: 5, why: 'forgotten' })
  await mailbox.saveResync({ since: at(-90), until: at(-75), read: 23, why: 'late' })
  const intake = (source: 'jira' | 'outlook' | 'asana', account: string) =>
    connectIntake(table, source, account)
  expect(await viewCoverage({ now: () => NINE, cycles, intake })).toEqual({
    spells: [
      { source: 'outlook', since: at(-15), until: null, reason: 'Microsoft asks to wait.' },
      { source: 'jira', since: at(-60), until: at(-30), reason: 'Jira failed with 500.', read: 4 },
    ],
    resyncs: [{ source: 'outlook', since: at(-90), until: at(-75), read: 23, why: 'late' }],
  })
})
