import { z } from 'zod'
import type { MailAddress } from './mail.ts'

/** How a sender marked a mail, in Outlook's words; a mail that is not marked has none of them. */
export const sensitivity = z.enum(['personal', 'private', 'confidential'])
export type Sensitivity = z.infer<typeof sensitivity>

/** A mail address, or a whole domain. */
const correspondent = z.string().regex(/^([^\s@]+@)?[a-z0-9-]+(\.[a-z0-9-]+)+$/)

/**
 * What is never to be read, `CONFIG | PRIVACY`. `folders` as Outlook names them, `senders` an address or a whole domain; all
 * in lower case.
 */
export const privacy = z.object({
  version: z.number().int(),
  folders: z.array(z.string().min(1)),
  senders: z.array(correspondent),
  sensitivities: z.array(sensitivity),
})
export type Privacy = z.infer<typeof privacy>

/** Nothing is excluded. */
export const OPEN: Privacy = { version: 0, folders: [], senders: [], sensitivities: [] }

/** What is known of a mail before its body is. */
export type Headline = {
  folder: 'inbox' | 'sentitems'
  from: MailAddress | null
  to: readonly MailAddress[]
  cc: readonly MailAddress[]
  sensitivity: Sensitivity | null
}

/** Whether a mail's sender or mark is enough to leave it alone: its body then need not be asked for. */
export function looksAtHeadlines({ senders, sensitivities }: Privacy): boolean {
  return senders.length > 0 || sensitivities.length > 0
}

/** Mail that must not be read: from somebody excluded, what the PM wrote to them, or marked so. */
export function isExcluded(mail: Headline, { senders, sensitivities }: Privacy): boolean {
  if (mail.sensitivity !== null && sensitivities.includes(mail.sensitivity)) return true
  const sent = mail.folder === 'sentitems' ? [...mail.to, ...mail.cc] : []
  return [...(mail.from ? [mail.from] : []), ...sent].some(({ email }) => isOneOf(email, senders))
}

/** An address that names somebody; a domain that names everybody there and below it. */
function isOneOf(email: string, senders: readonly string[]): boolean {
  const address = email.trim().toLowerCase()
  const domain = address.split('@')[1] ?? ''
  return senders.some((each) =>
    each.includes('@') ? each === address : domain === each || domain.endsWith(`.${each}`),
  )
}

/** A list as somebody types it: one a line or with commas between them, in lower case, each once. */
export function listOf(text: string): string[] {
  const lines = text.split(/[\n,;]/).map((line) => line.trim().replace(/\s+/g, ' ').toLowerCase())
  return [...new Set(lines.filter((line) => line !== ''))]
}

/** Those that are neither an address nor a domain; "@quaypay.example" is taken for the domain. */
export function sendersOf(text: string): { senders: string[]; wrong: string[] } {
  const all = listOf(text).map((each) => each.replace(/^@/, ''))
  const wrong = all.filter((each) => !correspondent.safeParse(each).success)
  return { senders: all.filter((each) => !wrong.includes(each)), wrong }
}
