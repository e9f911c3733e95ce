import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { orRefuse, statusOf } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { localPath, requirePm } from '#app/session.server.ts'
import { instant } from '#src/domain/instant.ts'

const until = z.iso.date('Say the day as a date.').optional()

const going = z.object({
  until,
  form: instant,
  shown: z.array(z.string()).default([]),
  person: z.string().optional(),
  name: z.string().default(''),
  project: z.string().default(''),
  news: z.literal('on').optional(),
  subject: z.string().trim().max(200, 'That is too long a subject.').default(''),
  text: z.string().trim().max(4000, 'That is too long a mail.').default(''),
})

const coming = z.object({ waited: z.literal('send-none').optional(), to: z.string().default('/') })

/** Goes away, with a briefing for the deputy if one was chosen; or comes back. */
export async function action({ request }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const sent = await request.formData()
  if (sent.get('intent') === 'back') return await comeBack(sent, by)
  const submission = parseWithZod(sent, { schema: going })
  if (submission.status !== 'success') return data({ ...submission.reply(), breaks: null }, { status: 400 })
  const says = (message: string, status: number) =>
    data({ ...submission.reply({ formErrors: [message] }), breaks: null }, { status })
  const { person, text, subject } = submission.value
  if (person && (text === '' || subject === ''))
    return says('A briefing needs a subject and a text. Choose nobody to go without one.', 400)
  try {
    const found = await services.goAway(asked(submission.value, by))
    if ('breaks' in found) return data({ ...submission.reply(), breaks: found.breaks }, { status: 409 })
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || !(error instanceof Error)) throw error
    return says(error.message, status)
  }
  return redirect('/away')
}

function asked(
  { person, name, ...of }: z.infer<typeof going>,
  by: string,
): Parameters<typeof services.goAway>[0] {
  const { project, subject, text, shown, form, news } = of
  const mail = person ? { what: 'mail' as const, project, person, subject, text } : null
  const brief = mail && {
    name,
    news: news === 'on',
    asking: { asked: mail, by, shown, form: new Date(form) },
  }
  return { until: of.until ?? null, by, brief }
}

/** What waited and nobody has ruled on is shown first. */
async function comeBack(sent: FormData, by: string) {
  const read = coming.safeParse(Object.fromEntries(sent))
  const { waited, to } = read.success ? read.data : { waited: undefined, to: '/' }
  const done = services.comeBack({ by, sendNone: waited === 'send-none' }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.name === 'ThingsWait') return false
      throw error
    },
  )
  return redirect((await orRefuse(done)) ? localPath(to) : '/going-out')
}
