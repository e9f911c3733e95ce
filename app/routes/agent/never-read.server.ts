import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { statusOf } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { listOf, sendersOf, sensitivity } from '#src/domain/privacy.ts'

const LONGEST = 5_000

const form = () =>
  z.object({
    folders: z.string().max(LONGEST, 'That is too long a list.').default('').transform(listOf),
    senders: z
      .string()
      .max(LONGEST, 'That is too long a list.')
      .default('')
      .transform((text, context) => {
        const { senders, wrong } = sendersOf(text)
        if (wrong.length > 0) context.addIssue(`${named(wrong)} neither an address nor a domain.`)
        return senders
      }),
    sensitivities: z.array(sensitivity).default([]),
  })

function named(wrong: string[]): string {
  return `${wrong.slice(0, 3).join(', ')} ${wrong.length === 1 ? 'is' : 'are'}`
}

/** Keeps what is never to be read, or says on the form what is wrong with it. */
export async function keepNeverRead(sent: FormData) {
  const submission = parseWithZod(sent, { schema: form() })
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 })
  try {
    await services.setPrivacy(submission.value)
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || !(error instanceof Error)) throw error
    return data(submission.reply({ fieldErrors: { senders: [error.message] } }), { status })
  }
  return redirect('/agent')
}
