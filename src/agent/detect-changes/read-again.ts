import type { RawSignal } from '#src/domain/raw-signal.ts'
import { recordSignal, type Signal } from '#src/domain/signal.ts'
import type { Waiting } from './in-turns.ts'

/** A mailbox in which the PM has given conversations to projects. */
export type Rereadable = {
  account: string
  thread?(conversationId: string): Promise<RawSignal[]>
  rereads(): Promise<string[]>
  saveReread(conversationId: string, mails: Signal[]): Promise<void>
}

type Deps = { signals(ids: string[]): Promise<Signal[]> }

/**
 * Reads conversations again whose headers alone were kept: what is known opens anew, now with its words. Whatever can't be read
 * now is asked for at the next check.
 */
export async function readAgain(deps: Deps, mailbox: Rereadable, at: Date): Promise<Waiting[]> {
  const opened: Waiting[] = []
  for (const conversationId of await mailbox.rereads()) {
    const mails = (await threadOf(mailbox, conversationId))?.map((raw) =>
      recordSignal(raw, { account: mailbox.account, at, bootstrap: false, unownedSince: null }),
    )
    if (!mails) continue
    const known = new Map((await deps.signals(mails.map(({ id }) => id))).map((each) => [each.id, each]))
    const next = mails.flatMap((mail) => {
      const before = known.get(mail.id)
      if (!before) return [mail]
      return before.projectId === null ? [{ ...mail, version: before.version + 1, cited: before.cited }] : []
    })
    await mailbox.saveReread(conversationId, next)
    opened.push(...next.map(({ id, kind, ref }) => ({ id, kind, ref })))
  }
  return opened
}

async function threadOf(mailbox: Rereadable, conversationId: string): Promise<RawSignal[] | undefined> {
  try {
    return await mailbox.thread?.(conversationId)
  } catch (error) {
    if (error instanceof Error && error.name === 'SourceUnreadable') return undefined
    throw error
  }
}
