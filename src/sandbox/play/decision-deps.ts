import { businessNow, realNow, undoEnds } from '#src/adapters/clock.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectPm, connectProjects } from '#src/adapters/dynamo/projects.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import type { DecisionDeps } from '#src/use-cases/deps.ts'

/** What the PM's buttons need, for a PM who is played. */
export function decisionDeps(table: Table): DecisionDeps {
  const escalations = connectEscalations(table)
  const cycles = connectCycles(table)
  return {
    now: businessNow,
    realNow,
    undoEnds,
    newId: idFor,
    project: connectProjects(table).get,
    paused: async () => (await cycles.running())?.paused ?? false,
    hours: async () => (await connectPm(table).get()).workingHours,
    escalation: escalations.get,
    acts: connectActs(table).getMany,
    save: escalations.save,
  }
}
