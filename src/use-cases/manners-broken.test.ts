import { expect, test } from 'vitest'
import { aMailSuggestion, aMatter, anAct, anEscalation, context } from '../../tests/fixtures/builders.ts'
import { hours, nine, NINE } from '../../tests/fixtures/desk.ts'
import { mei } from '../../tests/fixtures/people.ts'
import type { Act } from '#src/domain/act.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { mannersBroken } from './manners-broken.ts'

const FRIDAY_EVENING = new Date('2026-10-23T15:30:00.000Z')
const reader = { ...mei, projectId: 'SP', workingDays: [] }
const done = (over: Partial<Act> = {}): Act =>
  anAct({ status: 'done', receipt: { id: '1', url: null, at: nine }, outcome: 'approved' }, over)
const { payload } = aMailSuggestion()

/** Option B mails Mei. */
function withMail(): Escalation {
  const asked = anEscalation()
  const [a, b] = asked.options
  if (!a || !b) throw new Error('The builder gives two options.')
  return { ...asked, options: [a, { ...b, acts: [{ payload, summary: 'Mail to Mei', premise: null }] }] }
}

const broken = (
  given: { never?: boolean; now?: Date; acts?: Act[]; finished?: Act[]; isDone?: boolean } = {},
) =>
  mannersBroken(
    {
      now: () => given.now ?? NINE,
      acts: { ofProject: async () => given.acts ?? [] },
      matters: {
        get: async (_, id) =>
          aMatter({ id, ticket: { ...context, statusCategory: given.isDone ? 'done' : 'indeterminate' } }),
      },
    },
    withMail(),
    { people: [{ ...reader, neverContact: given.never ?? false }], done: given.finished ?? [], hours },
  )

test('an option that breaks none is not named', async () => {
  expect(await broken()).toEqual([])
})

test('a ticket that is done, or was commented on lately, is named for the option that comments on it', async () => {
  expect(await broken({ isDone: true, acts: [done()] })).toEqual([
    { optionId: 'A', manners: ['SP-1 is done', 'SP-1 was commented on within 3 working days'], binds: false },
  ])
})

test('what an earlier choice has done already breaks nothing', async () => {
  expect(await broken({ isDone: true, finished: [done()] })).toEqual([])
})

test('a mail on a Friday evening is named for the option that sends it', async () => {
  expect(await broken({ now: FRIDAY_EVENING })).toEqual([
    { optionId: 'B', manners: ['No mail leaves after 16:00 on a Friday'], binds: false },
  ])
})

test('that somebody is never to be contacted binds the PM too', async () => {
  expect(await broken({ never: true })).toEqual([
    { optionId: 'B', manners: [`${mei.name} is never to be contacted`], binds: true },
  ])
})
