import { z } from 'zod'
import { JiraRefused } from './jira-errors.ts'

/** A field on a screen, as `expand=transitions.fields` tells of a step and `createmeta` of a new issue. */
export const stepField = z.object({
  required: z.boolean(),
  name: z.string(),
  hasDefaultValue: z.boolean().default(false),
  schema: z.object({ type: z.string(), system: z.string().optional() }),
  allowedValues: z.array(z.looseObject({ id: z.string(), name: z.string().optional() })).default([]),
})
type StepField = z.infer<typeof stepField>

/** How sites call a resolution that means: it was done. Any other says something about the work that nobody said. */
const DONE = /^(done|fixed|resolved|complete[d]?|fertig|erledigt)$/i

/**
 * What Jira must be told so that it takes a step or a new issue: what leaves no choice, and of resolutions the one that only says "done".
 * Throws `JiraRefused`, naming what a person has to fill in, before anything is written.
 */
export function wantedFields(
  asked: Record<string, StepField>,
  { refusal, todo }: { refusal: string; todo: string },
  where: string,
): Record<string, unknown> {
  const open = Object.entries(asked).filter(([, field]) => field.required && !field.hasDefaultValue)
  const answers = open.map(([id, field]) => ({ id, field, value: onlyValueOf(field) }))
  const missing = answers.filter(({ value }) => value === undefined).map(({ field }) => field.name)
  if (missing.length > 0)
    throw new JiraRefused(null, `${refusal}: Jira asks for ${missing.join(', ')}.`, where, todo)
  return Object.fromEntries(
    answers.map(({ id, field, value }) => [id, field.schema.type === 'array' ? [value] : value]),
  )
}

function onlyValueOf({ allowedValues, schema }: StepField): { id: string } | undefined {
  const [first, ...others] = allowedValues
  const isOnly = first !== undefined && others.length === 0
  const chosen =
    schema.system === 'resolution' ? allowedValues.find(({ name }) => DONE.test(name ?? '')) : undefined
  const value = isOnly ? first : chosen
  return value && { id: value.id }
}
