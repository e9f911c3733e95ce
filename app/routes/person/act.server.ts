import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { statusOf } from '#app/refusals.server.ts'
import { personForm, saysOf } from '#app/routes/person/person-form.server.ts'
import { tabPath } from '#app/routes/project/tabs.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

/** Keeps what the PM says of somebody, or says on the form what is wrong with it; nothing that was typed is lost. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const submission = parseWithZod(await request.formData(), { schema: personForm })
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 })
  const which = { projectId: params['project'] ?? '', id: params['person'] ?? '' }
  const { version } = submission.value
  try {
    await services.editPerson({ ...which, version, says: saysOf(submission.value), by })
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || !(error instanceof Error)) throw error
    return data(submission.reply({ formErrors: [error.message] }), { status })
  }
  return redirect(tabPath(which.projectId, 'people'))
}
