import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { actPath } from '#app/act-words.ts'
import { statusOf } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { askedAct } from '#src/domain/asked-act.ts'
import { instant } from '#src/domain/instant.ts'

const about = z.object({ form: instant, shown: z.array(z.string()) })

/** Asks for it. What is refused, or breaks manners that were not shown, is said beside the button; nothing is lost. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const sent = await request.formData()
  const filled = Object.fromEntries(sent)
  const asked = askedAct.safeParse({ ...filled, what: params['what'] })
  if (!asked.success) return says('It is not complete: '.concat(lacking(asked.error)), 400)
  const opened = about.safeParse({ ...filled, shown: sent.getAll('shown') })
  if (!opened.success) return says('This form is not one of this page’s.', 400)
  const { shown, form } = opened.data
  try {
    const found = await services.askAct({ asked: asked.data, by, shown, form: new Date(form) })
    if ('breaks' in found) return data({ breaks: found.breaks, problem: null }, { status: 409 })
    return redirect(actPath(found.act))
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || !(error instanceof Error)) throw error
    return says(error.message, status)
  }
}

const says = (problem: string, status: number) => data({ breaks: null, problem }, { status })

const WORDS: Record<string, string> = {
  key: 'the ticket',
  day: 'the date',
  person: 'the person',
  other: 'the other ticket',
}

function lacking(error: z.ZodError): string {
  const names = [...new Set(error.issues.map(({ path }) => String(path[0] ?? 'form')))]
  return `${names.map((name) => WORDS[name] ?? name).join(', ')}.`
}
