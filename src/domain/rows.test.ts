import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { anEscalation, context } from '../../tests/fixtures/builders.ts'
import { nine } from '../../tests/fixtures/desk.ts'
import { assertNever } from './assert-never.ts'
import { pressing } from './attention.ts'
import { highlightKind } from './backlog-summary.ts'
import { precedentEnd } from './confidence.ts'
import { milestoneStatus, rag } from './delivery-state.ts'
import { decision, dismissReason, escalationDraft } from './escalation.ts'
import { eventGroup } from './event.ts'
import { longerChoice } from './hold-longer.ts'
import { awaited, laterChoice } from './later.ts'
import { boardSprint, jiraContext } from './jira-issue.ts'
import { brief } from './matter.ts'
import { memory } from './memory.ts'
import { skippedCall, spoiltAnswer } from './model-call.ts'
import { premise } from './premise.ts'
import { modelName } from './prices.ts'
import { sensitivity } from './privacy.ts'
import { dialTurn, project } from './project.ts'
import { proof } from './proof.ts'
import { finding } from './self-test.ts'
import { rungName } from './spending.ts'
import { stopReason } from './stop-reason.ts'
import { verdict } from './verdict.ts'

/** Written down a second time on purpose: a row that holds one of these words can't be read by what has dropped it. */
test.each<[string, z.ZodType, string]>([
  ['why a decision can’t wait', pressing, 'critical soon'],
  ['why a ticket is looked at', highlightKind, 'blocked stale missing_criteria scope_creep new'],
  ['how an act like it ended', precedentEnd, 'approved edited cancelled undone'],
  ['how delivery stands', rag, 'green amber red'],
  ['how a milestone stands', milestoneStatus, 'on_track at_risk delayed completed'],
  ['which option was chosen', decision.shape.optionId, 'A B C D E'],
  ['why a decision was dismissed', dismissReason, 'not_a_problem already_handled not_mine wrong_facts other'],
  ['what the log is narrowed to', eventGroup, 'decisions acts documents changes checks'],
  ['by how much an act is held longer', longerChoice, 'half_hour hour tomorrow monday'],
  ['until when a decision is put off', laterChoice, 'hour afternoon tomorrow monday'],
  ['what a decision waits for', awaited.shape.kind, 'ticket person'],
  ['how much a brief matters', brief.shape.importance, 'critical high medium low noise'],
  ['in which folder a mail is', brief.shape.mail.unwrap().shape.folder, 'inbox sentitems'],
  ['what something was learned from', memory.options[0].shape.from.shape.kind, 'signal escalation'],
  ['how an answer was spoilt', spoiltAnswer, 'refusal|cut short|malformed'],
  ['why a call was skipped', skippedCall.shape.why, 'saving budget'],
  ['which model was asked', modelName, 'claude-haiku-5-5 claude-sonnet-5-5'],
  ['how a mail is marked', sensitivity, 'personal private confidential'],
  ['who turned the dial', dialTurn.shape.by, 'setup pm rule'],
  ['whether a project goes on', project.shape.status, 'active archived'],
  ['what was tried of a connection', finding.shape.can, 'read write'],
  ['on which stage spending is', rungName, 'normal fewerSonnet halfHourly haikuOnly rulesOnly'],
  [
    'why an act was stopped',
    stopReason,
    'not_needed already_handled wrong_facts wrong_words wrong_person other',
  ],
  [
    'what is wrong with something of ours',
    proof.shape.faults.element.shape.what,
    'no permit|twice|otherwise|outside|missing',
  ],
  ['where it stands', proof.shape.unread.element.shape.place, 'jira asana outlook documents'],
  ['how hard a signal is', verdict.shape.complexity, 'routine complex'],
  ['who judged a signal', verdict.shape.by, 'rules model'],
])('%s is read from a row by each of its words', (_, schema, words) => {
  const all = words.split(words.includes('|') ? '|' : ' ')
  for (const word of all) expect(schema.parse(word)).toBe(word)
  expect(schema.safeParse('something else').success).toBe(false)
})

describe('what is too little or too much for a row', () => {
  const fits = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success

  test('something else than was offered is said in 500 characters at most', () => {
    const { instead } = decision.shape
    expect(['', 'x', 'x'.repeat(500), 'x'.repeat(501)].map((each) => fits(instead, each))).toEqual([
      ...[false, true, true, false],
    ])
  })

  test('a decision has two options at least and four at most', () => {
    const [one] = anEscalation().options
    const some = (count: number) =>
      fits(
        escalationDraft.shape.options,
        Array.from({ length: count }, () => one),
      )
    expect([1, 2, 4, 5].map(some)).toEqual([false, true, true, false])
  })

  test('no ticket is watched by fewer than nobody', () => {
    expect([-1, 0, 7].map((watchers) => fits(jiraContext, { ...context, watchers }))).toEqual([
      false,
      true,
      true,
    ])
  })

  test('a board’s sprint says nothing of when a ticket came into it', () => {
    const sprint = { id: '7', name: 'Round 7', goal: null, startAt: nine, endAt: null }
    expect(boardSprint.parse({ ...sprint, joinedAt: nine })).toEqual(sprint)
  })

  test.each(['assignee', 'flag', 'due_date', 'sprint', 'milestone', 'link'])(
    'an act may rest on a ticket’s %s, and on no field that nobody knows',
    (field) => {
      const rests = { ticket: 'SP-1', field, name: null, value: null }
      expect(premise.parse(rests)).toEqual(rests)
      expect(fits(premise, { ...rests, field: 'mood' })).toBe(false)
    },
  )
})

test('a case that was left out is an error that names it', () => {
  expect(() => assertNever({ kind: 'new' } as never)).toThrow('{"kind":"new"}')
})
