import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse, statusOf } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { localPath } from '#app/session.server.ts'

const which = { projectId: z.string(), actId: z.string(), to: z.string() }
const form = z.discriminatedUnion('ruling', [
  z.object({ ruling: z.literal('send-now'), ...which }),
  z.object({ ruling: z.literal('longer'), ...which }),
  z.object({ ruling: z.literal('stop'), ...which, reason: z.string().max(200).default('') }),
  z.object({
    ruling: z.literal('edit'),
    ...which,
    version: z.coerce.number().int(),
    text: z.string().trim().min(1).max(4000),
    subject: z.string().trim().min(1).max(200).optional(),
  }),
])

/** Rules on an act that waits. What is refused is said beside the act, so that an edited text is not lost. */
export async function rule(request: Request, by: string) {
  const asked = await orRefuse(readForm(request, form))
  try {
    await doRuling(asked, by)
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || !(error instanceof Error)) throw error
    return data({ message: error.message }, { status })
  }
  return redirect(localPath(asked.to))
}

function doRuling(asked: z.infer<typeof form>, by: string) {
  const { projectId, actId } = asked
  switch (asked.ruling) {
    case 'send-now':
      return services.sendNow({ projectId, actId, by })
    case 'longer':
      return services.holdLonger({ projectId, actId })
    case 'stop':
      return services.stopHeld({ projectId, actId, by, reason: asked.reason.trim() || 'stopped by the PM' })
    case 'edit': {
      const text = asked.text.replaceAll('\r\n', '\n')
      return services.editHeld({ ...asked, by, text })
    }
  }
}
