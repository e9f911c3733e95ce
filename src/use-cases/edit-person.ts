import { ChangedMeanwhile } from '#src/domain/escalation.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import { asSaid, type Person, type PersonField } from '#src/domain/person.ts'
import { NoSuchPerson } from './refusals.ts'

/** Nobody stands in for themselves, and only who is in the register can. */
export class NoDeputy extends Error {
  override name = 'NoDeputy'
}

export type EditPersonDeps = {
  now(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  people: {
    get(projectId: string, id: string): Promise<Person | undefined>
    save(next: Person, events: ActivityEvent[]): Promise<void>
  }
}

export type PersonEdit = {
  projectId: string
  id: string
  /** As the page had it when it was opened. */
  version: number
  says: Pick<Person, PersonField>
  by: string
}

/**
 * Keeps what the PM says of somebody of the register: from now on it is theirs, whatever is read later. Throws
 * {@link NoSuchPerson}, {@link NoDeputy} or ChangedMeanwhile.
 */
export async function editPerson(deps: EditPersonDeps, { says, by, ...which }: PersonEdit): Promise<Person> {
  const known = await personOf(deps, which)
  if (known.version !== which.version) throw changed(known.name)
  const deputy = says.deputy
  if (deputy === known.id) throw new NoDeputy('Nobody stands in for themselves. Choose somebody else.')
  if (deputy !== null && !(await deps.people.get(known.projectId, deputy)))
    throw new NoDeputy(`${deputy} is not in the register.`)
  const next = asSaid(known, says)
  const at = deps.now()
  const id = deps.newId(at, known.projectId, known.id, next.version, 'person')
  const text = `${by} edited ${next.name} in the register: ${wordsOf(known, next)}`
  const event = eventOf({ id, projectId: known.projectId, kind: 'person_edited', text }, at)
  try {
    await deps.people.save(next, [event])
  } catch (error) {
    if (error instanceof Error && error.name === 'Conflict') throw changed(known.name)
    throw error
  }
  return next
}

/** Somebody of a project's register. Throws {@link NoSuchPerson}. */
export async function personOf(
  { people }: Pick<EditPersonDeps, 'people'>,
  { projectId, id }: { projectId: string; id: string },
): Promise<Person> {
  const found = await people.get(projectId, id)
  if (!found) throw new NoSuchPerson('There is nobody of that address in the register.')
  return found
}

const changed = (name: string) =>
  new ChangedMeanwhile(`What is known of ${name} changed since you opened this. Read it again.`)

const FIELDS: Partial<Record<PersonField, string>> = {
  ...{ workingDays: 'working days', neverContact: 'never contact', confirmed: 'confirmation' },
}

function wordsOf(before: Person, after: Person): string {
  const fields = after.said.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  return fields.map((field) => FIELDS[field] ?? field).join(', ') || 'confirmed as it was'
}
