import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { draftsIn } from '#app/routes/decision/draft-fields.ts'
import { NOTHING_MISSED, type Missed } from '#app/routes/decision/missed.ts'
import { services } from '#app/services.server.ts'
import { AlreadyDecided, ChangedMeanwhile, dismissReason, type Escalation } from '#src/domain/escalation.ts'
import { awaited, laterChoice } from '#src/domain/later.ts'
import { REPLY_CHARACTERS } from '#src/domain/reply.ts'
import type { Session } from '#src/domain/session.ts'

/** `yyyy-mm-dd` */
const day = z.iso.date()

/** `E` says what is done instead of any option. */
const form = z.discriminatedUnion('intent', [
  z.looseObject({
    intent: z.literal('decide'),
    option: z.string(),
    seen: z.coerce.number().int(),
    /** The option whose external mail had been on the screen when its verb was pressed. */
    mailRead: z.string().optional(),
    instead: z.string().max(500).default(''),
    remindOn: day.or(z.literal('')).default(''),
  }),
  z.object({ intent: z.literal('undo') }),
  z.object({ intent: z.literal('dismiss'), reason: dismissReason }),
  z.object({ intent: z.literal('later'), until: laterChoice }),
  z.object({ intent: z.literal('later-on'), day }),
  z.object({ intent: z.literal('later-when'), kind: awaited.shape.kind, name: z.string() }),
  z.object({
    intent: z.literal('reply'),
    text: z.string().trim().min(1, 'Say what should be different.').max(REPLY_CHARACTERS),
  }),
  z.object({ intent: z.literal('bring-back') }),
  z.object({ intent: z.literal('choose-again') }),
  z.object({ intent: z.literal('ask-again'), option: z.string() }),
  z.object({ intent: z.literal('still-undecided') }),
])
type Asked = z.infer<typeof form>

type Which = { projectId: string; escalationId: string }

/**
 * Does what the decision's form asks, and goes back to the page. Who came a moment too late is told who won, and who chose
 * on what has changed since, that it has.
 */
export async function act(request: Request, session: Session, which: Which) {
  const asked = await orRefuse(readForm(request, form))
  const page = `/projects/${which.projectId}/decisions/${which.escalationId}`
  if (asked.intent === 'decide') {
    const missed = await orRefuse(choose(asked, session, which).then(() => null, missedBy(asked.option)))
    return missed ? data(missed, { status: 409 }) : redirect(page)
  }
  await orRefuse(rule(asked, session.name, which))
  return redirect(asked.intent === 'ask-again' ? `${page}?option=${encodeURIComponent(asked.option)}` : page)
}

function choose(asked: Extract<Asked, { intent: 'decide' }>, { name: by, device }: Session, which: Which) {
  const { option, seen, mailRead, instead, remindOn } = asked
  if (option === 'E')
    return services.decideOtherwise({
      ...{ ...which, text: instead.trim(), by, device },
      remindOn: remindOn === '' ? null : remindOn,
    })
  const drafts = draftsIn(asked, option)
  return services.decide({
    ...which,
    optionId: option,
    seen,
    mailRead: mailRead === option,
    drafts,
    by,
    device,
  })
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
    case 'reply':
      return services.replyToDecision({ ...which, text: asked.text, by })
    case 'bring-back':
      return services.bringBack(which)
    case 'choose-again':
      return services.chooseAgain(which)
    case 'ask-again':
      return services.askAgain({ ...which, by })
    case 'still-undecided':
      return services.stillUndecided(which)
  }
}

/** What to tell who came too late; any other refusal rises as it is. */
function missedBy(yours: string) {
  return (error: unknown): Missed => {
    if (error instanceof ChangedMeanwhile) return { ...NOTHING_MISSED, hasChanged: true }
    if (!(error instanceof AlreadyDecided) || error.current.status !== 'decided') throw error
    const { optionId, at, by, device } = error.current.decision
    return { ...NOTHING_MISSED, lost: { optionId, at, by, device, yours } }
  }
}
