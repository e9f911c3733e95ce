import { z } from 'zod'
import { recipientClass, tone, type Person, type PersonField } from '#src/domain/person.ts'
import { weekday } from '#src/domain/day.ts'

const day = z.iso.date('Say the day as a date.').optional()

/** What the PM says of somebody, as the form sends it; a field that is left empty is not in it. */
export const personForm = z
  .object({
    version: z.number().int(),
    name: z.string({ error: 'Somebody has a name.' }).trim().min(1).max(120, 'That is too long a name.'),
    role: z.string().trim().max(120, 'That is too long a role.').default(''),
    class: recipientClass,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    workingDays: z.array(weekday).default([]),
    tone,
    deputy: z.string().optional(),
    leaveFrom: day,
    leaveTo: day,
    confirmed: z.boolean().default(false),
    neverContact: z.boolean().default(false),
  })
  .superRefine(({ leaveFrom, leaveTo }, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (leaveFrom && !leaveTo) wrong('leaveTo', 'Say the last day of the leave too.')
    if (leaveTo && !leaveFrom) wrong('leaveFrom', 'Say the first day of the leave too.')
    if (leaveFrom && leaveTo && leaveTo < leaveFrom) wrong('leaveTo', 'The leave ends before it begins.')
  })

/** The form's answer in the register's own words. */
export function saysOf(form: z.infer<typeof personForm>): Pick<Person, PersonField> {
  const { name, role, country, deputy, leaveFrom, leaveTo, workingDays, confirmed, neverContact } = form
  return {
    ...{ name, role, class: form.class, country: country ?? null, workingDays, tone: form.tone },
    ...{ deputy: deputy ?? null, confirmed, neverContact },
    leave: leaveFrom && leaveTo ? { from: leaveFrom, to: leaveTo } : null,
  }
}
