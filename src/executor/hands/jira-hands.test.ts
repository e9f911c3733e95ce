import { describe, expect, test } from 'vitest'
import { anAct } from '../../../tests/fixtures/builders.ts'
import { nine, NINE } from '../../../tests/fixtures/desk.ts'
import { jonas, mei } from '../../../tests/fixtures/people.ts'
import type { ActPayload } from '#src/domain/act.ts'
import { Permit } from '#src/domain/permit.ts'
import { usualMarks, withMark } from '#src/domain/preferences.ts'
import { HandRefused } from '../deps.ts'
import { jiraHands, type JiraWrites } from './jira-hands.ts'

const usual = usualMarks('Morgan Reid').comment

const register = [{ ...mei, accountId: 'acc-mei' }, jonas]

/** A tracker that keeps what it is given, the texts under a mark worded by the PM, and knows each act by its id. */
function aTracker(mark: string | null) {
  const said: string[] = []
  const asked: object[] = []
  const sent = { id: '10482', url: '' }
  const keep = async (given: { actId: string; text?: string }) => {
    asked.push(given)
    if (given.text !== undefined) said.push(given.text)
    return sent
  }
  const look = async ({ actId }: { actId: string }) =>
    asked.some((each) => 'actId' in each && each.actId === actId) ? sent : undefined
  const jira: JiraWrites = {
    ...{ now: () => NINE, comment: keep, createIssue: keep, transition: keep },
    ...{ findComment: look, findTransition: look, findIssue: look },
  }
  const hands = jiraHands({
    ...jira,
    person: async (_, id) => register.find((each) => each.id === id),
    marked: async (text) => withMark(text, mark, usual),
  })
  return { hands, said, asked }
}

function permitFor(payload: ActPayload): Permit {
  const lease = { until: nine, attempt: 1 }
  const permit = Permit.forClaimed(
    anAct({ status: 'executing', lease, outcome: 'approved' }, { kind: payload.kind, payload }),
  )
  if (!permit) throw new Error('An act that is executing has a permit.')
  return permit
}

const comment = (text: string) => permitFor({ kind: 'jira_comment', key: 'SP-1', text })

test('a comment and a new ticket bear the mark, under whatever the PM made of the text, and once', async () => {
  const { hands, said } = aTracker('Drafted by my workbench, sent by me.')
  await hands.jira_comment.perform(comment('Who is on it?'))
  await hands.jira_comment.perform(comment('Who is on it?\n\nDrafted by my workbench, sent by me.'))
  await hands.jira_comment.perform(comment(`Who is on it?\n\n${usual}`))
  const title = 'Cranes'
  await hands.jira_create_ticket.perform(
    permitFor({ kind: 'jira_create_ticket', project: 'SP', title, text: 'Who is on it?' }),
  )
  expect(new Set(said)).toEqual(new Set(['Who is on it?\n\nDrafted by my workbench, sent by me.']))
})

test('switched off there is none, under an older draft neither', async () => {
  const { hands, said } = aTracker(null)
  await hands.jira_comment.perform(comment(`Who is on it?\n\n${usual}`))
  expect(said).toEqual(['Who is on it?'])
})

describe.each<ActPayload>([
  { kind: 'jira_comment', key: 'SP-1', text: 'Who is on it?' },
  { kind: 'jira_status_change', key: 'SP-1', toStatus: 'To Do' },
  { kind: 'jira_create_ticket', project: 'SP', title: 'Cranes', text: 'Why.' },
])('$kind', (payload) => {
  const kind = payload.kind as keyof ReturnType<typeof aTracker>['hands']

  test('is found by its act once it was done, and before that it is not there', async () => {
    const { hands } = aTracker(null)
    const permit = permitFor(payload)
    expect(await hands[kind].find(permit.act)).toBeUndefined()
    const receipt = await hands[kind].perform(permit)
    expect(receipt).toEqual({ id: '10482', url: '', at: nine })
    expect(await hands[kind].find(permit.act)).toEqual(receipt)
  })

  test('does nothing that is another kind of act', async () => {
    const { hands, asked } = aTracker(null)
    const other = permitFor({ kind: 'jira_assign', key: 'SP-1', assignee: null })
    await expect(hands[kind].perform(other)).rejects.toThrow(/was given jira_assign/)
    expect(asked).toEqual([])
  })
})

describe('a comment that mentions people', () => {
  const mentioning = (mentions: string[]) =>
    permitFor({ kind: 'jira_comment', key: 'SP-1', text: 'Who is on it?', mentions })

  test('reaches them by their accounts', async () => {
    const { hands, asked } = aTracker(null)
    await hands.jira_comment.perform(mentioning([mei.id]))
    expect(asked).toMatchObject([{ key: 'SP-1', mentions: [{ accountId: 'acc-mei', name: 'Mei Tan' }] }])
  })

  test.each([jonas.id, 'who@else.example'])('is not written where one cannot be reached: %s', async (id) => {
    const { hands, asked } = aTracker(null)
    await expect(hands.jira_comment.perform(mentioning([mei.id, id]))).rejects.toThrow(HandRefused)
    expect(asked).toEqual([])
  })
})
