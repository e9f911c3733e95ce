import { z } from 'zod'
import { reworked, type Rework } from '#src/domain/escalation-reply.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'

/** What the stream hands over when a reply has been worked in. */
export const reworkMade = z.object({
  rework: z.object({ projectId: z.string(), escalationId: z.string(), version: z.number().int() }),
})

export type LayOverDeps = {
  executor: Pick<ExecutorDeps, 'now' | 'newId'>
  rework(projectId: string, escalationId: string, version: number): Promise<Rework | undefined>
  escalations: {
    get(projectId: string, id: string): Promise<Escalation | undefined>
    save(next: Escalation, also: { events: ActivityEvent[] }): Promise<void>
  }
}

/** Lays over a decision what came of the PM's reply. One that was answered or has grown meanwhile is left as it is. */
export async function layOver(deps: LayOverDeps, { rework }: z.infer<typeof reworkMade>): Promise<void> {
  const { projectId, escalationId, version } = rework
  const [made, asked] = await Promise.all([
    deps.rework(projectId, escalationId, version),
    deps.escalations.get(projectId, escalationId),
  ])
  const at = deps.executor.now()
  const next = made && asked ? reworked(asked, made, at) : null
  if (!next) return
  const text =
    next.reply?.state === 'kept'
      ? `Your reply is kept until a model may be asked: ${next.title}`
      : `Reworked after your reply: ${next.title}`
  const id = deps.executor.newId(at, next.id, next.version, 'reworked')
  const about = { ref: next.refs[0] ?? null, escalationId }
  const event = eventOf({ id, projectId, kind: 'escalation_reworked', text, ...about }, at)
  await deps.escalations.save(next, { events: [event] })
}
