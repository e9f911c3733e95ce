import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { services } from '#app/services.server.ts'
import { weekday } from '#src/domain/day.ts'

const clock = z
  .string({ error: 'Say a time, such as 08:30.' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Say a time, such as 08:30.')

const form = z
  .object({
    from: clock,
    to: clock,
    days: z.array(weekday).default([]),
    timeZone: z
      .string({ error: 'Say a time zone, such as Europe/London.' })
      .trim()
      .refine(isTimeZone, 'That is no time zone. Say one such as Europe/London.'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
  })
  .superRefine(({ from, to, days }, context) => {
    if (from >= to)
      context.addIssue({ code: 'custom', path: ['to'], message: 'The day ends before it begins.' })
    if (days.length === 0)
      context.addIssue({ code: 'custom', path: ['days'], message: 'Choose at least one day.' })
  })

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Keeps when the PM works, or says on the form what is wrong with it. */
export async function keepHours(sent: FormData, by: string) {
  const submission = parseWithZod(sent, { schema: form })
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 })
  const { country, ...hours } = submission.value
  await services.setHours({ hours: { ...hours, ...(country && { country }) }, by })
  return redirect('/settings')
}
