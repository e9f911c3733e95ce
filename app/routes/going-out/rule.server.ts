import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { readFields } from '#app/form.server.ts'
import { orRefuse, statusOf } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { localPath } from '#app/session.server.ts'
import { CannotHold, localMinute, longerChoice } from '#src/domain/hold-longer.ts'
import { stopReason } from '#src/domain/stop-reason.ts'

const which = { projectId: z.string(), actId: z.string(), to: z.string() }
const until = { until: longerChoice.or(z.literal('own')).default('half_hour'), at: z.string().default('') }
const why = { because: stopReason.optional(), reason: z.string().max(200).default('') }
const form = z.discriminatedUnion('ruling', [
  z.object({ ruling: z.literal('send-now'), ...which, read: z.coerce.number().int().optional() }),
  z.object({ ruling: z.literal('longer'), ...which, ...until }),
  z.object({ ruling: z.literal('stop'), ...which, ...why }),
  z.object({
    ruling: z.literal('edit'),
    ...which,
    version: z.coerce.number().int(),
    text: z.string().trim().min(1).max(4000),
    subject: z.string().trim().min(1).max(200).optional(),
  }),
])

/** Rules on acts that wait, one or several. What is refused is said beside it, so that an edited text is not lost. */
export async function rule(request: Request, by: string) {
  const sent = await request.formData()
  if (sent.has('many')) return ruleOnMany(sent, by)
  const asked = await orRefuse(Promise.resolve().then(() => readFields(sent, form)))
  return orSay(async () => {
    await doRuling(asked, by)
    return redirect(localPath(asked.to))
  })
}

/** A refusal becomes words on the page; a fault rises. */
async function orSay<T>(work: () => Promise<T>) {
  try {
    return await work()
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || !(error instanceof Error)) throw error
    return data({ message: error.message, ruled: null }, { status })
  }
}

function doRuling(asked: z.infer<typeof form>, by: string) {
  const { projectId, actId } = asked
  switch (asked.ruling) {
    case 'send-now':
      return services.sendNow({ projectId, actId, by, read: asked.read })
    case 'longer':
      return services.holdLonger({ projectId, actId, until: untilOf(asked) })
    case 'stop':
      return services.stopHeld({ projectId, actId, by, reason: asked.reason, because: asked.because })
    case 'edit': {
      const text = asked.text.replaceAll('\r\n', '\n')
      return services.editHeld({ ...asked, by, text })
    }
  }
}

function untilOf(asked: { until: z.infer<typeof longerChoice> | 'own'; at: string }) {
  if (asked.until !== 'own') return { choice: asked.until }
  const minute = localMinute.safeParse(asked.at)
  if (!minute.success) throw new CannotHold('Say until when: a day and a time.')
  return { minute: minute.data }
}

/** `longer:tomorrow` and its like say both what and until when, since a button has one value. */
const many = z.object({
  many: z.string().transform((value, context) => {
    const [ruling, choice] = value.split(':')
    const read = z.object({ ruling: z.enum(['stop', 'send-now', 'longer']), ...until })
    const found = read.safeParse({ ruling, ...(choice === undefined ? {} : { until: choice }) })
    if (found.success) return found.data
    context.addIssue('a ruling that there is not')
    return z.NEVER
  }),
  at: until.at,
  ...why,
})
const selected = z.array(z.string().regex(/^[^/]+\/.+$/)).max(100)

/** Each of those that were selected, with what came of it. */
async function ruleOnMany(sent: FormData, by: string) {
  const asked = await orRefuse(Promise.resolve().then(() => readFields(sent, many)))
  const acts = selected.catch([]).parse(sent.getAll('act'))
  return orSay(async () => ({
    message: null,
    ruled: await services.ruleOnMany(acts.map(placeOf), rulingOf(asked, by)),
  }))
}

function placeOf(value: string) {
  const cut = value.indexOf('/')
  return { projectId: value.slice(0, cut), actId: value.slice(cut + 1) }
}

function rulingOf({ many: what, at, because, reason }: z.infer<typeof many>, by: string) {
  switch (what.ruling) {
    case 'stop':
      return { ruling: 'stop' as const, because, reason, by }
    case 'send-now':
      return { ruling: 'send-now' as const, by }
    case 'longer':
      return { ruling: 'longer' as const, until: untilOf({ until: what.until, at }), by }
  }
}
