import { z } from 'zod'
import type { MailMessage } from '#src/domain/mail-change.ts'
import { OPEN } from '#src/domain/privacy.ts'
import type { MarkedItem } from '#src/domain/proof.ts'
import type { GraphCredentials, GraphOptions } from './access-token.ts'
import { graphCaller, type CallGraph } from './call-graph.ts'
import { countMail, type MailStretch } from './count-mail.ts'
import { changedMail, type MailMarks, type MailPage, type MailQuestion } from './changed-mail.ts'
import { markedMail } from './marked-mail.ts'
import { mayUse, readFolder, type GraphRole } from './permissions.ts'
import { findSent, sendMail, type MailReceipt, type OutgoingMail } from './sending.ts'
import { mailsOfThread, newestInThread } from './threads.ts'

/** One mailbox as the workbench uses it. Every method may throw the errors of outlook-errors.ts; none retries. */
export type Outlook = {
  mailbox: string
  /** Business time. */
  now: () => Date
  /** One cheap request: signs in and looks at the inbox. */
  check: () => Promise<void>
  /** Throws where the app may not read a folder, or may not change mails (Mail.ReadWrite) or send them (Mail.Send). */
  mayRead: (folder: 'inbox' | 'sentitems') => Promise<void>
  mayUse: (role: GraphRole) => Promise<void>
  /** Microsoft's own time at its last answer. */
  clock: () => Date | undefined
  /** Pages of what came into inbox and sent items since the marks, or since a time where there is none. */
  changedMail: (question: Omit<MailQuestion, 'privacy'>) => AsyncGenerator<MailPage>
  /** How many mails Graph itself counts in a stretch of its time, and which. */
  countMail: (stretch: MailStretch) => Promise<{ total: number; ids: string[] }>
  /** When somebody last wrote in a conversation (ISO); null when nothing is left of it. */
  newestInThread: (conversationId: string) => Promise<string | null>
  /** A conversation's mails with their bodies, oldest first: for one that is assigned to a project afterwards. */
  mailsOfThread: (conversationId: string) => Promise<MailMessage[]>
  /** Sends a mail from the mailbox that carries the act's id; at most once. */
  send: (mail: OutgoingMail) => Promise<MailReceipt>
  /** The mail that an act sent, if it did: settles a lost reply. */
  findSent: (act: { actId: string }) => Promise<MailReceipt | undefined>
  /** The mails sent in a stretch that carry the mark of an act of ours. */
  markedMail: (stretch: { from: Date; to: Date }) => Promise<MarkedItem[]>
}

/** Connects to a mailbox with an app registration's credentials; sends nothing yet. */
export function connectOutlook(credentials: GraphCredentials, options: GraphOptions): Outlook {
  const { call, clock, freshRoles } = graphCaller(credentials, options)
  const { mailbox } = credentials
  const { privacy = () => Promise.resolve(OPEN) } = options
  const base = credentials.graphUrl.replace(/\/$/, '')
  return {
    mailbox,
    now: options.now,
    clock,
    check: async () => {
      await call({ method: 'GET', path: '/mailFolders/inbox', query: { $select: 'id' } }, z.looseObject({}))
    },
    mayRead: (folder) => readFolder(call, folder),
    mayUse: async (role) => {
      await mayUse(call, role, await freshRoles())
    },
    changedMail: async function* (question) {
      yield* movable(call, base, { ...question, privacy: await privacy() })
    },
    countMail: async (stretch) => await countMail(call, await privacy(), stretch),
    newestInThread: (conversationId) => newestInThread(call, conversationId),
    mailsOfThread: async (conversationId) =>
      await mailsOfThread(call, { mailbox, privacy: await privacy() }, conversationId),
    send: (mail) => sendMail(call, mail),
    findSent: (act) => findSent(call, act),
    markedMail: (stretch) => markedMail(call, stretch),
  }
}

/** Marks are kept without Graph's address, so that they outlive a change of it (a double's port). */
async function* movable(call: CallGraph, base: string, question: MailQuestion): AsyncGenerator<MailPage> {
  const marks = mapped(question.marks, (mark) => (mark.startsWith('/') ? base + mark : mark))
  for await (const page of changedMail(call, { ...question, marks }))
    yield {
      ...page,
      marks: mapped(page.marks, (link) => (link.startsWith(`${base}/`) ? link.slice(base.length) : link)),
    }
}

function mapped({ inbox, sentitems, careful }: MailMarks, change: (link: string) => string): MailMarks {
  return { careful, inbox: inbox && change(inbox), sentitems: sentitems && change(sentitems) }
}
