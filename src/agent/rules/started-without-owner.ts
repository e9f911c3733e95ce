import type { SuggestedAct } from '#src/domain/matter.ts'
import { quote } from '#src/domain/signal.ts'
import { isStarted } from './workflow-words.ts'
import { latest, type Reasoning } from './reasoning.ts'

const RULE = 'started-without-owner@1'

/** Routine follow-up: work was begun and nobody's name is on it, so the ticket is asked whose it is. */
export function startedWithoutOwner({ about, fresh, desk }: Reasoning): SuggestedAct[] {
  if (!about.unownedSince || !isStarted(about.context) || about.context.flagged) return []
  const moved = latest(fresh, (signal) => signal.kind === 'status' && signal.after === about.context.status)
  if (!moved) return []
  const text = [
    `${about.id} is in ${about.context.status} and nobody is assigned to it. Please assign whoever is working on it.`,
    `Workbench of ${desk.pmName}. Replies reach ${desk.pmName}.`,
  ].join('\n\n')
  return [
    {
      payload: { kind: 'jira_comment', key: about.id, text },
      summary: `Comment on ${about.id}`,
      why: `${about.id} was started and nobody is on it.`,
      evidence: [quote(moved, moved.text)],
      premise: { key: about.id, status: about.context.status, flagged: false, unowned: true },
      rule: RULE,
    },
  ]
}
