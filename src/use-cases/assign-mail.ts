import { threadId } from '#src/domain/mail-thread.ts'
import { briefOf, joinBriefs, type Matter } from '#src/domain/matter.ts'
import type { Project } from '#src/domain/project.ts'
import { isUnassigned, type MailSignal, type Signal } from '#src/domain/signal.ts'
import { NoSuchProject } from './refusals.ts'

export type AssignDeps = {
  project(id: string): Promise<Project | undefined>
  signal(id: string): Promise<Signal | undefined>
  matter(projectId: string, id: string): Promise<Matter | undefined>
  /** Asks for the conversation to be read again, together with the matter that it joins. */
  askReread(account: string, conversationId: string, joined: Matter): Promise<void>
  /** A check out of turn. */
  checkNow(): Promise<unknown>
}

/** There is no such mail, or a project has it already. */
export class NotUnassigned extends Error {
  override name = 'NotUnassigned'
}

/**
 * Gives a mail of no project, and its thread, to one. Only its headers are known, so the agent reads the thread again at the
 * check that this asks for. Throws {@link NoSuchProject}, {@link NotUnassigned}.
 */
export async function assignMail(
  deps: AssignDeps,
  { projectId, signalId }: { projectId: string; signalId: string },
): Promise<void> {
  if (!(await deps.project(projectId))) throw new NoSuchProject('There is no such project.')
  const mail = await deps.signal(signalId)
  if (!mail || !isUnassigned(mail)) throw new NotUnassigned('This mail has a project already.')
  const { conversationId } = mail.context
  const before = await deps.matter(projectId, threadId(conversationId))
  await deps.askReread(mail.account, conversationId, joinedBy(mail, projectId, before))
  await deps.checkNow()
}

/** The matter of the thread, by which the rest of it finds the project. */
function joinedBy(mail: MailSignal, projectId: string, before: Matter | undefined): Matter {
  const { title, url, occurredAt, recordedAt } = mail
  const opened = {
    title,
    url,
    ticket: null,
    unownedSince: null,
    readAt: recordedAt,
    lastSignalAt: occurredAt,
  }
  return {
    ...opened,
    ...before,
    ...{ id: threadId(mail.context.conversationId), projectId, version: (before?.version ?? 0) + 1 },
    briefs: joinBriefs(before?.briefs ?? [], [briefOf(mail)]),
  }
}
