import type { Receipt } from '#src/domain/act.ts'
import { HandBusy, HandRefused, type Hand } from '../deps.ts'
import { of } from './jira-hands.ts'

/** How far the sending of a notice has come. */
export type Notice =
  | { status: 'begun'; at: string }
  | { status: 'not_sent'; at: string }
  | { status: 'sent'; at: string; messageId: string }

/** What the hand needs. `send` throws `HandRefused` or `HandBusy`; any other error means "not known". */
export type NoticeDeps = {
  now(): Date
  notices: {
    get(actId: string): Promise<Notice | undefined>
    put(actId: string, notice: Notice): Promise<void>
  }
  /** To the PM's own address, which the act cannot name. */
  send(mail: { actId: string; subject: string; text: string }): Promise<{ id: string }>
}

/**
 * Mail to the PM. SES has no idempotency key and can't be asked what it sent, so the hand keeps its own record: it writes
 * `begun` before the request and `sent` after it. Where a crash or a lost reply falls between the two, nobody can tell;
 * `find` then throws, the act ends as unknown and the PM, whose inbox holds the answer, is asked. It is never sent twice.
 */
export function noticeHand({ now, notices, send }: NoticeDeps): Hand {
  return {
    perform: async ({ id, act }) => {
      const { subject, text } = of('notification_internal', act.payload)
      const before = await notices.get(id)
      if (before?.status === 'sent') return receiptOf(before)
      if (before?.status === 'begun') throw cannotTell(id)
      const at = now().toISOString()
      await notices.put(id, { status: 'begun', at })
      const { id: messageId } = await unless(send({ actId: id, subject, text }), () =>
        notices.put(id, { status: 'not_sent', at }),
      )
      const sent = { status: 'sent', at, messageId } as const
      await notices.put(id, sent)
      return receiptOf(sent)
    },
    find: async (act) => {
      const notice = await notices.get(act.id)
      if (notice?.status === 'begun') throw cannotTell(act.id)
      return notice?.status === 'sent' ? receiptOf(notice) : undefined
    },
  }
}

/** A refusal is certain: nothing was sent. */
async function unless<T>(sending: Promise<T>, notSent: () => Promise<void>): Promise<T> {
  try {
    return await sending
  } catch (error) {
    if (error instanceof HandRefused || error instanceof HandBusy) await notSent()
    throw error
  }
}

function cannotTell(actId: string): Error {
  return new Error(`SES cannot tell whether mail ${actId} went out.`)
}

function receiptOf({ messageId, at }: Extract<Notice, { status: 'sent' }>): Receipt {
  return { id: messageId, url: null, at }
}
