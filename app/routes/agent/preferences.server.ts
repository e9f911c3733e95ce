import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { services } from '#app/services.server.ts'
import { interruptionsADay, mark } from '#src/domain/preferences.ts'

/** A mark, unless it is switched off: what stands in its field then is not looked at. */
const markForm = z.discriminatedUnion('mailMark', [
  z.object({ mailMark: z.literal('on'), mail: mark }),
  z.object({ mailMark: z.literal('off'), mail: z.unknown().transform(() => null) }),
])
const commentForm = z.discriminatedUnion('commentMark', [
  z.object({ commentMark: z.literal('on'), comment: mark }),
  z.object({ commentMark: z.literal('off'), comment: z.unknown().transform(() => null) }),
])

/** Keeps how what is sent is marked, or says on the form what is wrong with it. */
export async function keepMarks(sent: FormData) {
  const submission = parseWithZod(sent, { schema: markForm.and(commentForm) })
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 })
  const { mail, comment } = submission.value
  await services.setPreferences({ marks: { mail, comment } })
  return redirect('/agent')
}

/** Keeps how many decisions a day may interrupt. */
export async function keepInterruptions(sent: FormData) {
  const asked = z.object({ aDay: z.coerce.number('A number from 1 to 50.').pipe(interruptionsADay) })
  const submission = parseWithZod(sent, { schema: asked })
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 })
  await services.setPreferences({ interruptionsADay: submission.value.aDay })
  return redirect('/agent')
}
