import { z } from 'zod'
import type { Memory } from '#src/domain/memory.ts'
import { SONNET } from '#src/domain/prices.ts'
import { ABOUT_THE_FENCE, fence } from './fence.ts'
import type { Prompt } from './prompt.ts'
import { earlierAnswers, shownAnswer } from './shown-memory.ts'

/**
 * What a playbook made of a matter: the choice and its words. A structural cut of `escalationDraft`; a fact's id is
 * its place, `f1` first.
 */
export type Frame = {
  /** The playbook's name and version. */
  rule: string
  /** When its episode began. */
  since: string
  title: string
  whyNow: string
  facts: { text: string; by: string; at: string; ref: string }[]
  options: { id: string; name: string; does: string; costs: string; acts: { payload: FramedPayload }[] }[]
  recommendation: { optionId: string; reason: string }
  wouldChange: string
}
export type FramedPayload = { kind: string; text?: unknown }

const reasonAnswer = z.object({
  title: z.string(),
  whyNow: z.string(),
  recommendation: z.object({ optionId: z.string(), reason: z.string(), factIds: z.array(z.string()) }),
  wouldChange: z.string(),
  drafts: z.array(z.object({ optionId: z.string(), act: z.number().int(), text: z.string() })),
})
export type ReasonAnswer = z.infer<typeof reasonAnswer>

export const reasonPrompt: Prompt<ReasonAnswer> = {
  step: 'reason',
  version: 'reason@2',
  model: SONNET,
  maxTokens: 2500,
  schema: reasonAnswer,
  system: `You sharpen a decision that a project manager is asked to take. Rules found the matter, the facts, the options and \
what each will do; you weigh the facts against each other and find the clearest words.

${ABOUT_THE_FENCE}

The block holds one frame: title, whyNow, facts (each with an id), options (each with an id, a name, what it does, what it \
costs, and the drafts that would be sent), the rules' recommendation and what would change it. "earlier", where there is one, is how the project manager answered decisions like \
this: weigh it when you recommend, and name no ticket, name or figure out of it. Answer:
- title: what stands still or breaks, at most 70 characters.
- whyNow: why it can't wait, with a date or a count out of the facts, at most 140 characters.
- recommendation: optionId (one of the given ids), reason (one or two sentences that rest on the facts), factIds (the ids \
of the facts it rests on, at least one).
- wouldChange: the one finding that would make another option better.
- drafts: a better wording for a draft, named by optionId and act, or nothing where the given one is good. At most 120 \
words, one request, one date, no praise; as the project manager would write to that person. Keep every ticket key, name, \
date and number as given and bring in none that the frame does not have: no link, no address, no phone or account number.
Plain British English, impersonal and active; never "I" outside a draft; state the matter and the date, never anybody's \
character; no exclamation mark, no emoji. Program code drops each field that breaks one of these rules and keeps the \
rules' own words.`,
}

/** The frame, fenced: its facts and drafts carry other people's words; and before it how like ones were answered. */
export function reasonContent(frame: Frame, memories: readonly Memory[] = []): string {
  const earlier = earlierAnswers(memories, frame).map(shownAnswer)
  return `The frame:\n${fence({ ...(earlier.length > 0 ? { earlier } : {}), ...shownFrame(frame) })}`
}

export const factName = (index: number) => `f${index + 1}`

function shownFrame({ title, whyNow, facts, options, recommendation, wouldChange }: Frame) {
  return {
    ...{ title, whyNow, recommendation, wouldChange },
    facts: facts.map(({ text, by, at, ref }, index) => ({ id: factName(index), text, by, at, ref })),
    options: options.map(({ id, name, does, costs, acts }) => ({
      ...{ id, name, does, costs },
      drafts: acts.flatMap(({ payload }, act) =>
        typeof payload.text === 'string' ? [{ act, kind: payload.kind, text: payload.text }] : [],
      ),
    })),
  }
}
