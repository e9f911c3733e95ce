import type { Person } from '#src/domain/person.ts'
import { HandRefused } from '../deps.ts'

export type PersonOf = (projectId: string, id: string) => Promise<Person | undefined>

/** The Jira account of somebody of the register; for anybody else nothing is written. */
export async function accountOf(
  person: PersonOf,
  projectId: string,
  id: string,
): Promise<{ accountId: string; name: string }> {
  const found = await person(projectId, id)
  if (!found) throw new HandRefused(`${id} is not in the project's register.`)
  if (found.accountId === undefined)
    throw new HandRefused(`No Jira account of ${found.name} is known: they have no ticket yet.`)
  return { accountId: found.accountId, name: found.name }
}
