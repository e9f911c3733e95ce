import { z } from 'zod'
import { weekday } from './day.ts'

/** How close somebody stands to the project; it decides what a mail to them needs. */
export const recipientClass = z.enum(['team', 'stakeholder', 'sponsor', 'external'])
export type RecipientClass = z.infer<typeof recipientClass>

/** How a mail to them begins: "Sofia,", "Hello Sofia,", "Dear Sofia Marques,". */
export const tone = z.enum(['plain', 'warm', 'formal'])

/** Days off, both included, `yyyy-mm-dd`. */
export const leave = z.object({ from: z.iso.date(), to: z.iso.date() })

/** What an automatic reply said: away since then, until a day if it named one, and who answers meanwhile if the register knows. */
export const absence = z.object({
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  deputy: z.string().nullable(),
  signalId: z.string(),
})

/** What the PM may say of somebody. */
export const personField = z.enum([
  ...(['name', 'role', 'class', 'country', 'workingDays', 'tone', 'deputy', 'leave'] as const),
  ...(['confirmed', 'neverContact'] as const),
])
export type PersonField = z.infer<typeof personField>

/**
 * Somebody of a project's register. `id` is the lower-case mail address. Mail goes to people of the register and to
 * nobody else; `confirmed` is the PM's word, or the scenario's. `workingDays` empty: the PM's own.
 */
export const person = z.object({
  id: z.string().min(3),
  projectId: z.string(),
  version: z.number().int(),
  name: z.string().min(1),
  role: z.string(),
  class: recipientClass,
  country: z.string().nullable(),
  workingDays: z.array(weekday),
  tone: tone.default('plain'),
  /** Who of the register answers for them while they are away. */
  deputy: z.string().nullable().default(null),
  leave: leave.nullable().default(null),
  /** As an automatic reply of theirs says; null: none says so, or they have written since. */
  absence: absence.nullable().default(null),
  confirmed: z.boolean(),
  neverContact: z.boolean(),
  /** Their Jira account, learned from the tickets they have or opened; left out until then. */
  accountId: z.string().optional(),
  /** What the PM said of them: nothing that is read later changes it (law 7). */
  said: z.array(personField).default([]),
  /** When words under their name were first set aside (law 9): what they are sent never goes sooner. Left out: never. */
  setAsideAt: z.string().optional(),
})
export type Person = z.infer<typeof person>

/** Somebody of whom nothing is known but a name and an address. */
export function stranger(projectId: string, id: string, name: string): Person {
  return person.parse({
    ...{ id, projectId, version: 1, name: name.trim() || id, role: '', class: 'external', country: null },
    ...{ workingDays: [], confirmed: false, neverContact: false },
  })
}

/** What was read of somebody, laid over what was known: what the PM said of them stays as it is. */
export function asRead(known: Person, read: Partial<Person>): Person {
  const kept = Object.fromEntries(known.said.map((field) => [field, known[field]]))
  return person.parse({ ...known, ...read, ...kept, version: known.version + 1, said: known.said })
}

/** What the PM says of somebody: all of it stands, and what differs from before is the PM's from now on. */
export function asSaid(known: Person, says: Pick<Person, PersonField>): Person {
  const differs = (field: PersonField) => JSON.stringify(known[field]) !== JSON.stringify(says[field])
  const said = personField.options.filter((field) => known.said.includes(field) || differs(field))
  return person.parse({ ...known, ...says, version: known.version + 1, said })
}

/** Whom the PM knows, and who may be written to: a name in a mail makes nobody a recipient. */
export function mayStandIn({ confirmed, neverContact }: Person): boolean {
  return confirmed && !neverContact
}

/** The register's id for an address. */
export function personId(email: string): string {
  return email.trim().toLowerCase()
}

/** A name without what mail clients put around it and without a title: "Keane, Niall (Quaypay)" stays, "Dr." goes. */
export function firstName(name: string): string {
  return (
    name
      .trim()
      .split(/\s+/)
      .find((word) => !/^(dr|prof|mr|mrs|ms|dipl|ing)\.?(-ing\.?)?$/i.test(word)) ?? name
  )
}
