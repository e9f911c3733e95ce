import { z } from 'zod'
import type { Ask } from '#src/asking/ask.ts'
import { waitingReply, words, type Rework, type Words } from '#src/domain/escalation-reply.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { Memory } from '#src/domain/memory.ts'
import { requestOf } from '../prompts/request-of.ts'
import { reworkContent, reworkPrompt } from '../prompts/rework-prompt.ts'
import { sharpen } from '../prompts/sharpen.ts'

/** What the stream hands over when the PM has replied to a decision. */
export const replied = z.object({
  reply: z.object({ projectId: z.string(), escalationId: z.string() }),
  timeZone: z.string(),
})
export type Replied = z.infer<typeof replied>

export type ReworkDeps = {
  ask: Ask
  memories(projectId: string): Promise<Memory[]>
  saveRework(made: Rework): Promise<void>
}

type RepliedDeps = ReworkDeps & {
  escalation(projectId: string, id: string): Promise<Escalation | undefined>
}

/** Works the PM's reply into a decision: typed words in a row, which `execute` lays over it. Null: there was nothing to do. */
export async function rework(deps: RepliedDeps, { reply, timeZone }: Replied): Promise<Rework | null> {
  const asked = await deps.escalation(reply.projectId, reply.escalationId)
  return asked ? reworkOne(deps, asked, timeZone) : null
}

/** The same for every reply of a project that still waits: a model may be asked again, or whoever was woken died. */
export async function reworkWaiting(
  deps: ReworkDeps,
  decisions: readonly Escalation[],
  timeZone: string,
): Promise<void> {
  for (const asked of decisions) await reworkOne(deps, asked, timeZone)
}

async function reworkOne(deps: ReworkDeps, asked: Escalation, timeZone: string): Promise<Rework | null> {
  const waiting = waitingReply(asked)
  if (!waiting) return null
  const { projectId, id: escalationId, version } = asked
  const better = await ask(deps, asked, waiting.text, timeZone)
  // Kept it is already.
  if (better === null && waiting.state === 'kept') return null
  const made = { projectId, escalationId, version, repliedAt: waiting.at, words: better }
  await deps.saveRework(made)
  return made
}

/** Null: no model may be asked for now. An answer that can't be used leaves the words as they are, and is not bought again. */
async function ask(
  deps: ReworkDeps,
  asked: Escalation,
  reply: string,
  timeZone: string,
): Promise<Words | null> {
  const content = reworkContent(asked, await deps.memories(asked.projectId), reply)
  const about = asked.facts.map((fact) => fact.signalId)
  const { projectId } = asked
  const answer = await deps.ask(
    requestOf(reworkPrompt, { content, about, projectId, timeZone, worth: 'costlier half' }),
  )
  if (answer.kind === 'answered')
    return words.parse({ ...sharpen(asked, answer.answer, reply).draft, wordedBy: 'model' })
  return answer.kind === 'not asked' || answer.why === 'unavailable' ? null : words.parse(asked)
}
