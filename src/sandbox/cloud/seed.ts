import { connectPm, connectProjects } from '#src/adapters/dynamo/projects.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'

const WORKING_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

/** Sets up the PM and the scenario's projects, as first-run set-up would. A project that is there keeps its dial. */
export async function seed(table: Table, scenario: Scenario, dial?: AutonomyLevel): Promise<void> {
  const { pm, timeZone, tickMinutes, start } = scenario
  const workingHours = { ...scenario.workingHours, days: [...WORKING_DAYS], timeZone }
  await connectPm(table).save({ name: pm.name, email: pm.email, workingHours, tickMinutes })
  const projects = connectProjects(table)
  for (const { key, name, autonomyLevel, mailbox } of scenario.projects) {
    const before = await projects.get(key)
    if (before && !dial) continue
    await projects.save({
      id: key,
      version: (before?.version ?? 0) + 1,
      name,
      status: 'active',
      autonomyLevel: dial ?? autonomyLevel,
      mailbox: mailbox ?? pm.email,
      connectedAt: start.toISOString(),
    })
  }
}
