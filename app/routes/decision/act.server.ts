import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { draftsIn } from '#app/routes/decision/draft-fields.ts'
import type { Lost } from '#app/routes/decision/strip-words.ts'
import { services } from '#app/services.server.ts'
import { AlreadyDecided, dismissReason, type Escalation } from '#src/domain/escalation.ts'
import { awaited, laterChoice } from '#src/domain/later.ts'
import type { Session } from '#src/domain/session.ts'

/** `yyyy-mm-dd` */
const day = z.iso.date()

/** `E` says what is done instead of any option. */
const form = z.discriminatedUnion('intent', [
  z.looseObject({
    intent: z.literal('decide'),
    option: z.string(),
    instead: z.string().max(500).default(''),
    remindOn: day.or(z.literal('')).default(''),
  }),
  z.object({ intent: z.literal('undo') }),
  z.object({ intent: z.literal('dismiss'), reason: dismissReason }),
  z.object({ intent: z.literal('later'), until: laterChoice }),
  z.object({ intent: z.literal('later-on'), day }),
  z.object({ intent: z.literal('later-when'), kind: awaited.shape.kind, name: z.string() }),
  z.object({ intent: z.literal('bring-back') }),
])
type Asked = z.infer<typeof form>

type Which = { projectId: string; escalationId: string }

/** Does what the decision's form asks. Who came a moment too late is told who won; all else goes back to the page. */
export async function act(request: Request, session: Session, which: Which) {
  const asked = await orRefuse(readForm(request, form))
  const page = redirect(`/projects/${which.projectId}/decisions/${which.escalationId}`)
  if (asked.intent === 'decide') {
    const lost = await orRefuse(choose(asked, session, which).then(() => null, lostAgainst(asked.option)))
    return lost ? data({ lost }, { status: 409 }) : page
  }
  await orRefuse(rule(asked, session.name, which))
  return page
}

function choose(asked: Extract<Asked, { intent: 'decide' }>, { name: by, device }: Session, which: Which) {
  const { option, instead, remindOn } = asked
  if (option === 'E')
    return services.decideOtherwise({
      ...{ ...which, text: instead.trim(), by, device },
      remindOn: remindOn === '' ? null : remindOn,
    })
  return services.decide({ ...which, optionId: option, drafts: draftsIn(asked, option), by, device })
}

function rule(asked: Exclude<Asked, { intent: 'decide' }>, by: string, which: Which): Promise<Escalation> {
  switch (asked.intent) {
    case 'undo':
      return services.undoDecision({ ...which, by })
    case 'dismiss':
      return services.dismiss({ ...which, reason: asked.reason, by })
    case 'later':
      return services.putOff({ ...which, by, until: { choice: asked.until } })
    case 'later-on':
      return services.putOff({ ...which, by, until: { day: asked.day } })
    case 'later-when':
      return services.putOff({ ...which, by, until: { when: { kind: asked.kind, name: asked.name } } })
    case 'bring-back':
      return services.bringBack(which)
  }
}

/** What to tell who lost against another choice; any other refusal rises as it is. */
function lostAgainst(yours: string) {
  return (error: unknown): Lost => {
    if (!(error instanceof AlreadyDecided) || error.current.status !== 'decided') throw error
    const { optionId, at, by, device } = error.current.decision
    return { optionId, at, by, device, yours }
  }
}
