import { z } from 'zod'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'

const recipients = z
  .array(z.object({ emailAddress: z.object({ address: z.string() }) }))
  .default([])
  .transform((list) => list.map(({ emailAddress }) => emailAddress.address.toLowerCase()))
const draft = z.looseObject({
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  subject: z.string().default(''),
  body: z
    .object({ contentType: z.string(), content: z.string() })
    .default({ contentType: 'text', content: '' }),
})

export type SentMail = { id: string; to: string[]; subject: string; text: string; html: string }
export type Outgoing = {
  comments: { id: string; body: unknown }[]
  /** The PM's mails, and the workbench's notices to the PM. */
  mails: SentMail[]
  notices: SentMail[]
  /** Every other write at a vendor, by what it is and its id. */
  others: { kind: string; id: string }[]
}

/** Everything that left the workbench, as the vendors have it. */
export async function outgoing({
  jira,
  graph,
  ses,
}: Pick<Cloud, 'jira' | 'graph' | 'ses'>): Promise<Outgoing> {
  const written = graph.journal()
  const mails = written.flatMap((sent) => {
    if (sent.kind !== 'send') return []
    const parts = written.flatMap((each) => {
      if (each.id !== sent.id) return []
      return each.kind === 'draft' ? [each.message] : each.kind === 'patch' ? [each.changes] : []
    })
    const { toRecipients, ccRecipients, bccRecipients, subject, body } = draft.parse(
      Object.assign({}, ...parts),
    )
    const isHtml = body.contentType.toLowerCase() === 'html'
    return [
      {
        ...{ id: sent.id, to: [...toRecipients, ...ccRecipients, ...bccRecipients], subject },
        ...{ text: isHtml ? '' : body.content, html: isHtml ? body.content : '' },
      },
    ]
  })
  const notices = (await ses.sent()).map(({ to, subject, text, html }, n) => ({
    id: String(n),
    to,
    subject,
    text,
    html,
  }))
  return {
    comments: jira.journal().flatMap((it) => (it.kind === 'comment' ? [{ id: it.id, body: it.body }] : [])),
    ...{ mails, notices },
    others: jira
      .journal()
      .filter((it) => it.kind !== 'edit' || it.item !== null)
      .flatMap(({ kind, id }) => (kind === 'comment' || kind === 'property' ? [] : [{ kind, id }])),
  }
}
