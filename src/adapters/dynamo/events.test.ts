import { expect, test } from 'vitest'
import { eventOf } from '#src/domain/event.ts'
import { fakeTable } from '../../../tests/fakes/table.ts'
import { NINE } from '../../../tests/fixtures/desk.ts'
import { connectEvents } from './events.ts'

test('more events than a transaction holds are all recorded', async () => {
  const { record, recent } = connectEvents(fakeTable())
  const told = Array.from({ length: 250 }, (_, n) =>
    eventOf(
      { id: `E${n}`, projectId: 'SP', kind: 'signal_set_aside', text: `Set aside: ${n}`, ref: null },
      NINE,
    ),
  )
  await record(told)
  expect(await recent({ now: NINE, days: 1, limit: 1000 })).toHaveLength(250)
})
