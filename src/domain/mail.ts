import { z } from 'zod'

/** What may have happened in a mailbox: the mail kinds of the scenario contract (architecture.md). */
export const mailKind = z.enum([
  'mail_received',
  'mail_revived',
  'mail_unanswered',
  'mail_automatic',
  'mail_bulk',
  'invitation',
])
export type MailKind = z.infer<typeof mailKind>

/** An address as mail carries it; `email` is lower case, `''` where a mail names nobody. */
export const mailAddress = z.object({ name: z.string(), email: z.string() })
export type MailAddress = z.infer<typeof mailAddress>

/** What is attached to a mail; its content is never read. `bytes`: null where the provider does not say. */
export const mailAttachment = z.object({ name: z.string(), bytes: z.number().int().nullable() })
export type MailAttachment = z.infer<typeof mailAttachment>

/**
 * What rules need to know about a mail. `quoted` is the history it carries and `hidden` what its reader would not see;
 * neither is evidence.
 */
export const mailContext = z.object({
  /** The provider's immutable id. */
  messageId: z.string(),
  conversationId: z.string(),
  folder: z.enum(['inbox', 'sentitems']),
  from: mailAddress.nullable(),
  to: z.array(mailAddress),
  cc: z.array(mailAddress),
  isReply: z.boolean(),
  attachments: z.array(mailAttachment),
  quoted: z.string(),
  hidden: z.string(),
})
export type MailContext = z.infer<typeof mailContext>
