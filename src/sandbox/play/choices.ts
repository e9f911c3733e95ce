import { addMinutes } from 'date-fns/addMinutes'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { AlreadyDecided, type Escalation } from '#src/domain/escalation.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { decide } from '#src/use-cases/decide.ts'
import type { DecisionDeps } from '#src/use-cases/deps.ts'
import { dismiss } from '#src/use-cases/dismiss.ts'
import { decisionDeps } from './decision-deps.ts'

export type Choices = {
  /** Looks whether something new was asked that decisions.json answers. */
  lookForNew(): Promise<void>
  nextDue(): Date | undefined
  makeDue(at: Date): Promise<void>
}

type Planned = { escalation: Escalation; choose: string; at: Date }

type Log = (line: string) => void

/** Plays the PM of decisions.json: the same use cases as the buttons. */
export function choicesOf(table: Table, scenario: Pick<Scenario, 'decisions' | 'pm'>, log: Log): Choices {
  const escalations = connectEscalations(table)
  const planned = new Map<string, Planned>()
  const done = new Set<string>()
  return {
    lookForNew: async () => {
      if (scenario.decisions.length === 0) return
      for (const escalation of await escalations.list('pending')) {
        const wanted = scenario.decisions.find((each) => escalation.refs.includes(each.whenConcerns))
        if (!wanted || done.has(escalation.id) || planned.has(escalation.id)) continue
        const at = addMinutes(new Date(escalation.createdAt), wanted.afterMinutes)
        planned.set(escalation.id, { escalation, choose: wanted.choose, at })
      }
    },
    nextDue: () => [...planned.values()].map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime())[0],
    makeDue: async (at) => {
      for (const [id, each] of planned) {
        if (each.at > at) continue
        planned.delete(id)
        done.add(id)
        await choose(decisionDeps(table), each, scenario.pm.name).catch(tooLate(each, log))
      }
    },
  }
}

/** Like a button pressed on a page that is no longer true: the facts were quicker, and the play goes on. */
function tooLate({ escalation: { id, title } }: Planned, log: Log) {
  return (error: unknown): void => {
    if (!(error instanceof AlreadyDecided)) throw error
    log(`[choices] ${id} (${title}): ${error.message}`)
  }
}

async function choose(
  deps: DecisionDeps,
  { escalation, choose: wanted }: Planned,
  by: string,
): Promise<void> {
  const { projectId, id: escalationId } = escalation
  if (wanted === 'dismiss') {
    await dismiss(deps, { projectId, escalationId, by, reason: 'other' })
    return
  }
  const option =
    wanted === 'recommended'
      ? escalation.recommendation.optionId
      : escalation.options.find((each) => each.acts.some((act) => act.payload.kind === wanted))?.id
  const choice = { projectId, escalationId, by, device: 'scenario', mailRead: true }
  if (option) await decide(deps, { ...choice, optionId: option })
}
