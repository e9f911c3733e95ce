import { addSeconds } from 'date-fns/addSeconds'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { signalRow } from '#src/adapters/dynamo/rows.ts'
import { idFor } from '#src/adapters/ids.ts'
import { UNDO_SECONDS, type Escalation } from '#src/domain/escalation.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'
import type { DecisionDeps } from '#src/use-cases/deps.ts'
import { actsOfChoice } from '#src/use-cases/settle-decision.ts'
import { anEscalation, aSignal } from '../fixtures/builders.ts'
import { aProject, hours, minutesAfter, NINE } from '../fixtures/desk.ts'
import { fakeTable } from './table.ts'

/** The decision `E1` of the builder, or another one, on the fake table, with a clock that the test moves. */
export async function aDecisionDesk(asked: Escalation = anEscalation(), dial: AutonomyLevel = 'tactical') {
  const table = fakeTable()
  const [acts, escalations] = [connectActs(table), connectEscalations(table)]
  await table.write([{ put: signalRow(aSignal()) }])
  await escalations.save(asked, { events: [] })
  let now = NINE
  const deps: DecisionDeps = {
    ...{ now: () => now, realNow: () => now, undoEnds: () => addSeconds(now, UNDO_SECONDS) },
    ...{ newId: idFor, hours: async () => hours },
    project: async (id) => (id === 'SP' ? aProject({ autonomyLevel: dial }) : undefined),
    ...{ paused: async () => false, escalation: escalations.get, acts: acts.getMany, save: escalations.save },
  }
  return {
    ...{ table, deps, acts, escalations },
    wait: (minutes: number) => (now = minutesAfter(minutes, now)),
    actsOf: (decided: Escalation) => acts.getMany('SP', actsOfChoice(decided)),
    said: () =>
      table
        .rows()
        .filter(({ type }) => type === 'event')
        .map((row) => String(row['text'])),
  }
}
