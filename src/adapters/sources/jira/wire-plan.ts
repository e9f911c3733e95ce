import { z } from 'zod'
import { when } from './wire-time.ts'

/** A fix version; Jira leaves the date out where none is set. */
export const wireVersion = z
  .object({ name: z.string(), releaseDate: z.string().nullish(), released: z.boolean().optional() })
  .transform(({ name, releaseDate, released }) => {
    return { name, releaseDate: releaseDate ?? null, released: released ?? false }
  })

const linked = z.object({ key: z.string() }).optional()
export const wireLink = z.object({
  type: z.object({ inward: z.string(), outward: z.string() }),
  inwardIssue: linked,
  outwardIssue: linked,
})

/** A sprint in the custom field of that name; a site that still has the old text form gives none. */
const wireSprint = z.object({
  id: z.union([z.number(), z.string()]).transform(String),
  name: z.string(),
  goal: z.string().nullish(),
  startDate: when.nullish(),
  endDate: when.nullish(),
})

/** The sprints in the value of a sprint field. */
export function sprintsIn(value: unknown) {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => {
    const read = wireSprint.safeParse(one)
    if (!read.success) return []
    const { id, name, goal, startDate, endDate } = read.data
    return [{ id, name, goal: goal ?? null, startAt: startDate ?? null, endAt: endDate ?? null }]
  })
}

/** Links that stop work, told by their words: "blocks" outward, "is blocked by" inward. */
export function linkedKeys(links: z.infer<typeof wireLink>[], way: 'inward' | 'outward'): string[] {
  return links.flatMap(({ type, inwardIssue, outwardIssue }) => {
    const other = way === 'inward' ? inwardIssue : outwardIssue
    return other && /\bblock/i.test(type[way]) ? [other.key] : []
  })
}
