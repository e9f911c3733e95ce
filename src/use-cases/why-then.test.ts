import { expect, test } from 'vitest'
import { aMailSuggestion, anAct } from '../../tests/fixtures/builders.ts'
import { hours } from '../../tests/fixtures/desk.ts'
import { mei } from '../../tests/fixtures/people.ts'
import type { ActIn } from '#src/domain/act.ts'
import { lastCheck } from '#src/domain/last-check.ts'
import { whyThen } from './why-then.ts'

/** A mail to Mei that was held at a moment of London's summer time, until another. */
function aHeldMail(at: string, until: string): ActIn<'held'> {
  const { payload } = aMailSuggestion()
  return anAct<'held'>(
    { status: 'held', heldUntil: `2026-10-${until}:00.000Z` },
    { payload, kind: 'email_stakeholder', createdAt: `2026-10-${at}:00.000Z` },
  )
}
const always = { ...mei, workingDays: [] }

test.each([
  ['Friday, too late', '23T15:00', '26T08:00', [always], 'No mail leaves after 16:00 on a Friday.'],
  [
    'a day off of its reader',
    '22T10:00',
    '23T07:00',
    [{ ...mei, name: 'Mei Tan', workingDays: ['mon', 'fri'] as const }],
    'Mei Tan does not work on Thursdays.',
  ],
  ['its hold and no more', '22T10:00', '22T10:30', [always], null],
  ['put back by the PM', '23T15:00', '26T09:00', [always], null],
])('%s', (_, at, until, people, why) => {
  const readers = people.map((each) => ({ ...each, workingDays: [...each.workingDays] }))
  expect(whyThen(aHeldMail(at, until), readers, hours)).toBe(why)
})

test('held on at its time, for what the last check found then', () => {
  const until = '2026-10-26T08:00:00.000Z'
  const held = aHeldMail('22T10:00', '26T08:00')
  const looked = {
    ...{ at: '2026-10-22T10:30:00.000Z', type: 'email_stakeholder', dial: 'tactical', paused: false },
    ...{ permit: { by: 'dial', isUsed: false }, recipients: [], recipientsProblem: null, confidence: null },
    ...{ notBefore: { until, says: 'outside your working hours' }, premise: 'unasked' },
  }
  const check = {
    inputs: looked,
    verdict: 'hold',
    against: 'working_hours',
    says: 'outside your working hours',
  }
  expect(whyThen({ ...held, lastCheck: lastCheck.parse(check) }, [always], hours)).toBe(
    'Outside your working hours.',
  )
})
