import { join } from 'node:path'
import type { Ports } from '#src/adapters/local-environment.ts'
import { startAsanaDouble, type AsanaDouble } from '#src/sandbox/asana/asana-double.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { KeptSecrets } from './secrets.ts'

/** `values`: Asana's secret. It is connected where a project of the scenario is kept there. */
export async function startAsana(
  { scenario, folder, ports }: { scenario: Scenario; folder: string; ports: Ports },
  now: () => Date,
  { asanaToken: accessToken }: KeptSecrets,
): Promise<{ asana: AsanaDouble; values: Record<string, unknown> }> {
  const journalFile = join(folder, 'asana.jsonl')
  const asana = await startAsanaDouble({ port: ports.asana, scenario, now, accessToken, journalFile })
  const projects = asanaProjects(scenario)
  const value = { accessToken, baseUrl: asana.url, projects }
  return { asana, values: Object.keys(projects).length > 0 ? { 'pm-workbench/asana': value } : {} }
}

/** The gids of a scenario's projects that are kept in Asana, by their keys. */
export function asanaProjects({ projects }: Pick<Scenario, 'projects'>): Record<string, string> {
  return Object.fromEntries(projects.flatMap(({ key, asana }) => (asana ? [[key, asana]] : [])))
}
