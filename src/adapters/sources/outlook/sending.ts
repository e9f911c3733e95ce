import { z } from 'zod'
import type { MailAddress } from '#src/domain/mail.ts'
import { VendorProblem } from '../vendor-problem.ts'
import { ACT_PROPERTY, ofAct } from './act-mark.ts'
import type { CallGraph } from './call-graph.ts'
import { OutlookNotSent, OutlookUnavailable } from './outlook-errors.ts'

/** A mail as an act wants it sent, in plain text. `replyTo`: the mail it answers, whose thread and subject it keeps. */
export type OutgoingMail = {
  actId: string
  to: MailAddress[]
  cc: MailAddress[]
  subject: string
  text: string
  replyTo: { messageId: string } | null
}

/** What a sent mail left behind: its immutable id, and where a person sees it. */
export type MailReceipt = { id: string; url: string }

/**
 * Sends a mail at most once as far as Graph can be asked: a draft that carries the act's id, and then its sending. A draft
 * left by an attempt that died is finished instead of a second one. Throws `OutlookNotSent`, `OutlookRefused`,
 * `OutlookUnauthorised` or `OutlookThrottled` when nothing was sent; anything else means that nobody knows.
 */
export async function sendMail(call: CallGraph, mail: OutgoingMail): Promise<MailReceipt> {
  const draft = await surelyNotSent(readyDraft(call, mail))
  if ('sent' in draft) return draft.sent
  await call({ method: 'POST', path: `/messages/${encodeURIComponent(draft.id)}/send` }, z.unknown())
  return await verified(call, mail.actId, { id: draft.id, url: draft.webLink })
}

/**
 * The mail that an act sent. Undefined: it positively was not sent, at most a draft of it lies in Drafts. Throws while it
 * is neither a draft nor sent.
 */
export async function findSent(
  call: CallGraph,
  { actId }: { actId: string },
): Promise<MailReceipt | undefined> {
  const found = await lookFor(call, actId)
  return found !== undefined && 'sent' in found ? found.sent : undefined
}

type Draft = { id: string; webLink: string }
type Found = { sent: MailReceipt } | Draft

const entry = z.object({
  id: z.string().min(1),
  isDraft: z.boolean(),
  parentFolderId: z.string().nullish(),
  webLink: z
    .string()
    .nullish()
    .transform((it) => it ?? ''),
})
const entries = z.object({ value: z.array(entry) })
const folder = z.object({ id: z.string() })

/** In the whole mailbox: a sent mail may have been filed since, and one on its way is in the Outbox. */
async function lookFor(call: CallGraph, actId: string): Promise<Found | undefined> {
  const query = { $filter: ofAct(actId), $select: 'id,isDraft,parentFolderId,webLink' }
  const { value } = await call({ method: 'GET', path: '/messages', query }, entries)
  const sent = value.find((it) => !it.isDraft)
  if (sent) return { sent: { id: sent.id, url: sent.webLink } }
  const [first] = value
  if (first === undefined) return undefined
  const drafts = await call({ method: 'GET', path: '/mailFolders/drafts', query: { $select: 'id' } }, folder)
  const draft = value.find((it) => it.parentFolderId === drafts.id)
  if (draft) return draft
  throw new OutlookUnavailable('The mail is on its way and not in Sent Items yet.', 'GET /messages')
}

/** A draft with everything in it, or the mail if it was sent before. */
async function readyDraft(call: CallGraph, mail: OutgoingMail): Promise<Found> {
  const before = await lookFor(call, mail.actId)
  if (before !== undefined && 'sent' in before) return before
  if (before === undefined && mail.replyTo === null)
    return await call(
      { method: 'POST', path: '/messages', body: { subject: mail.subject, ...contents(mail) } },
      entry,
    )
  const draft = before ?? (await replyDraft(call, mail.actId, mail.replyTo?.messageId ?? ''))
  const subject = mail.replyTo === null ? { subject: mail.subject } : {}
  const path = `/messages/${encodeURIComponent(draft.id)}`
  return await call({ method: 'PATCH', path, body: { ...subject, ...contents(mail) } }, entry)
}

/** Its headers and its subject are Outlook's, so that it stays in the thread. */
async function replyDraft(call: CallGraph, actId: string, messageId: string): Promise<Draft> {
  const path = `/messages/${encodeURIComponent(messageId)}/createReply`
  return await call({ method: 'POST', path, body: { message: mark(actId) } }, entry)
}

function contents({ actId, to, cc, text }: OutgoingMail) {
  return {
    body: { contentType: 'text', content: text },
    toRecipients: to.map(recipient),
    ccRecipients: cc.map(recipient),
    ...mark(actId),
  }
}

function mark(actId: string) {
  return { singleValueExtendedProperties: [{ id: ACT_PROPERTY, value: actId }] }
}

function recipient({ name, email }: MailAddress) {
  return { emailAddress: { name, address: email } }
}

/** Before the sending nothing can have gone out, so what would elsewhere be unknown is known. */
async function surelyNotSent<T>(made: Promise<T>): Promise<T> {
  try {
    return await made
  } catch (error) {
    if (error instanceof OutlookUnavailable) throw new OutlookNotSent(error)
    throw error
  }
}

/** Graph's 202 is its word; Sent Items, once it shows the mail, has its address. An immutable id survives the move. */
async function verified(call: CallGraph, actId: string, accepted: MailReceipt): Promise<MailReceipt> {
  try {
    return (await findSent(call, { actId })) ?? accepted
  } catch (error) {
    if (error instanceof VendorProblem) return accepted
    throw error
  }
}
