import { act, type Act, type ActState } from '#src/domain/act.ts'
import { escalation, type Escalation } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { judge } from '#src/domain/gate.ts'

export const PROJECT = 'RC'
export const SIGNAL = 'jira/races.example/1#1-0'

const at = '2026-10-21T08:00:00.000Z'
const evidence: Evidence = {
  ...{ kind: 'quote', signalId: SIGNAL, ref: 'RC-1', text: 'blocked', by: 'Tom', at, url: null },
  surroundings: '',
}
const payload = { kind: 'jira_comment', key: 'RC-1', text: 'Who is on it?' } as const
const gate = judge({
  ...{ type: 'jira_comment', dial: 'tactical', paused: false, manners: [], at: new Date(at) },
  confidence: { contradictions: [], sources: ['jira'], schemaProblem: null, precedents: [] },
})

/** A comment that waits for what two sides will both do to it. */
export function racedAct(id: string, state: ActState): Act {
  return act.parse({
    ...{
      id,
      version: 1,
      projectId: PROJECT,
      matterId: 'RC-1',
      kind: payload.kind,
      ref: 'RC-1',
      payload,
      gate,
    },
    ...{ summary: 'Comment on RC-1', why: 'It is blocked.', evidence: [evidence], premise: null },
    ...{ escalationId: null, after: null, createdAt: at, updatedAt: at },
    ...state,
  })
}

/** A decision with two options, each with a comment of its own. */
export function racedDecision(id: string): Escalation {
  const option = (letter: string) => ({
    ...{ id: letter, name: `Way ${letter}`, button: `Go ${letter}`, does: '1 comment', stillForYou: null },
    ...{ costs: 'Nothing', pros: [], cons: [] },
    acts: [{ payload: { ...payload, text: `Way ${letter}` }, summary: `Comment ${letter}`, premise: null }],
  })
  return escalation.parse({
    ...{ id, version: 1, status: 'pending', projectId: PROJECT, matterId: 'RC-1', refs: ['RC-1'] },
    ...{ title: 'RC-1 stands still', whyNow: 'It is blocked.', importance: 'high', facts: [evidence] },
    ...{ options: [option('A'), option('B')], recommendation: { optionId: 'A', reason: 'Cheapest.' } },
    ...{ noAnswer: 'Nothing is sent.', wouldChange: 'It moves.', decideBy: null, decideByWhy: null },
    ...{ rule: 'races@1', episode: id, since: at, wordedBy: 'rules', related: [] },
    ...{ confidence: gate.confidence, createdAt: at, updatedAt: at },
  })
}
