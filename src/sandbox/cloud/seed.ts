import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectPm, connectProjects } from '#src/adapters/dynamo/projects.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { person, personId } from '#src/domain/person.ts'
import { AS_SET_UP, type AutonomyLevel } from '#src/domain/project.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'

const WORKING_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

/** Sets up the PM and the scenario's projects, as first-run set-up would. A project that is there keeps its dial. */
export async function seed(table: Table, scenario: Scenario, dial?: AutonomyLevel): Promise<void> {
  const { pm, timeZone, tickMinutes, start } = scenario
  const theirs = scenario.projects.flatMap(({ stakeholders }) => stakeholders)
  const country = theirs.find(({ email }) => personId(email) === personId(pm.email))?.country
  const workingHours = {
    ...{ ...scenario.workingHours, days: [...WORKING_DAYS], timeZone },
    ...(country && { country }),
  }
  await connectPm(table).save({
    ...{ name: pm.name, email: pm.email, workingHours, tickMinutes },
    internalDomains: scenario.internalDomains,
  })
  const projects = connectProjects(table)
  for (const { key, name, autonomyLevel, mailbox, stakeholders } of scenario.projects) {
    await register(table, key, stakeholders, scenario.internalDomains)
    const before = await projects.get(key)
    if (before && !dial) continue
    await projects.save({
      id: key,
      version: (before?.version ?? 0) + 1,
      name,
      status: 'active',
      autonomyLevel: dial ?? autonomyLevel,
      dialTurn: AS_SET_UP,
      mailbox: mailbox ?? pm.email,
      connectedAt: start.toISOString(),
    })
  }
}

/** A scenario's stakeholders count as confirmed by the PM; who is already in the register stays as the PM left them. */
async function register(
  table: Table,
  projectId: string,
  stakeholders: Scenario['projects'][number]['stakeholders'],
  internalDomains: string[],
): Promise<void> {
  const people = connectPeople(table)
  for (const { name, email, role, class: given, country, workingDays } of stakeholders) {
    const id = personId(email)
    if (await people.get(projectId, id)) continue
    const inside = internalDomains.some((domain) => id.endsWith(`@${domain}`))
    const known = person.parse({
      ...{ id, projectId, version: 1, name, role, class: given ?? (inside ? 'team' : 'external') },
      ...{ country: country ?? null, workingDays: workingDays ?? [], confirmed: true, neverContact: false },
    })
    await people.save(known)
  }
}
