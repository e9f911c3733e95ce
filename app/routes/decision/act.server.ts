import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import type { Lost } from '#app/routes/decision/strip-words.ts'
import { services } from '#app/services.server.ts'
import { AlreadyDecided, dismissReason } from '#src/domain/escalation.ts'
import type { Session } from '#src/domain/session.ts'

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('decide'), option: z.string() }),
  z.object({ intent: z.literal('undo') }),
  z.object({ intent: z.literal('dismiss'), reason: dismissReason }),
])

type Which = { projectId: string; escalationId: string }

/** Does what the decision's form asks. Who came a moment too late is told who won; all else goes back to the page. */
export async function act(request: Request, { name: by, device }: Session, which: Which) {
  const asked = await orRefuse(readForm(request, form))
  const page = redirect(`/projects/${which.projectId}/decisions/${which.escalationId}`)
  switch (asked.intent) {
    case 'decide': {
      const lost = await decide({ ...which, optionId: asked.option, by, device })
      return lost ? data({ lost }, { status: 409 }) : page
    }
    case 'undo':
      await orRefuse(services.undoDecision({ ...which, by }))
      return page
    case 'dismiss':
      await orRefuse(services.dismiss({ ...which, reason: asked.reason, by }))
      return page
  }
}

async function decide(choice: Parameters<typeof services.decide>[0]): Promise<Lost | null> {
  const lost = services.decide(choice).then(() => null, lostAgainst(choice.optionId))
  return orRefuse(lost)
}

/** What to tell who lost against another choice; any other refusal rises as it is. */
function lostAgainst(yours: string) {
  return (error: unknown): Lost => {
    if (!(error instanceof AlreadyDecided) || error.current.status !== 'decided') throw error
    const { optionId, at, by, device } = error.current.decision
    return { optionId, at, by, device, yours }
  }
}
