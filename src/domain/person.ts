import { z } from 'zod'
import { weekday } from './project.ts'

/** How close somebody stands to the project; it decides what a mail to them needs. */
export const recipientClass = z.enum(['team', 'stakeholder', 'sponsor', 'external'])
export type RecipientClass = z.infer<typeof recipientClass>

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
  confirmed: z.boolean(),
  neverContact: z.boolean(),
})
export type Person = z.infer<typeof person>

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
